package press.gazette;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** One half of what {@code -Pquick} runs while somebody writes: {@link EmbeddedSuite} without what waits for real time. */
@Suite
@SelectPackages("press.gazette")
@IncludeClassNamePatterns(".*\\.(?!Pg)\\w+Test")
@ExcludeClassNamePatterns({SettingsSuite.CLASSES, "press\\.gazette\\.(article|curation)\\..*"})
@ExcludeTags("slow")
class QuickTests {}
