package press.gazette;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Tests of servers with PostgreSQL: those with a name that begins with Pg. */
@Suite
@SelectPackages("press.gazette")
@IncludeClassNamePatterns(".*\\.Pg\\w+Test")
class PostgresqlSuite {}
