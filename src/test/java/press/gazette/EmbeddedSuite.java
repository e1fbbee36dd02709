package press.gazette;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * All tests that are in no other suite: those of plain classes, and those of the server with the embedded database. A suite is a
 * process of its own (pom.xml), which starts one server after the other; the suites run side by side.
 */
@Suite
@SelectPackages("press.gazette")
@IncludeClassNamePatterns(".*\\.(?!Pg)\\w+Test")
@ExcludeClassNamePatterns(SettingsSuite.CLASSES)
class EmbeddedSuite {}
