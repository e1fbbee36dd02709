package press.gazette;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * All tests that are in no other suite: those of plain classes, and those of servers with the embedded database. Each
 * suite runs in a process of its own (pom.xml), which starts one server after the other; the suites run in parallel.
 */
@Suite
@SelectPackages("press.gazette")
@IncludeClassNamePatterns(".*\\.(?!Pg)\\w+Test")
@ExcludeClassNamePatterns({SettingsSuite.CLASSES, PostgresqlSuite.BODIES})
class EmbeddedSuite {}
