package press.gazette;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The first half of the tests that {@code -Pquick} runs: {@link EmbeddedSuite} without tests that wait for real time.
 */
@Suite
@SelectPackages("press.gazette")
@IncludeClassNamePatterns(".*\\.(?!Pg)\\w+Test")
@ExcludeClassNamePatterns({SettingsSuite.CLASSES, "press\\.gazette\\.(article|body|curation)\\..*"})
@ExcludeTags("slow")
class QuickTests {}
