package press.gazette;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * Tests of servers with PostgreSQL: those with a name that begins with Pg. The tests of bodies, which need no server, run here so
 * that the suites take equally long.
 */
@Suite
@SelectPackages("press.gazette")
@IncludeClassNamePatterns({".*\\.Pg\\w+Test", PostgresqlSuite.BODIES})
class PostgresqlSuite {

    static final String BODIES = "press\\.gazette\\.body\\..*Test";
}
