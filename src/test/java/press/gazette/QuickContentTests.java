package press.gazette;

import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The second half of {@link QuickTests}, which takes as long as the first. */
@Suite
@SelectPackages({"press.gazette.article", "press.gazette.body", "press.gazette.curation"})
@IncludeClassNamePatterns(".*\\.(?!Pg)\\w+Test")
@ExcludeTags("slow")
class QuickContentTests {}
