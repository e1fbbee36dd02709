package press.gazette;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Tests of servers with settings of their own, on the embedded database: each set of settings is another server. */
@Suite
@SelectPackages("press.gazette")
@IncludeClassNamePatterns(SettingsSuite.CLASSES)
class SettingsSuite {

    /** A class that has a {@code @TestProfile} and is not named here runs all the same, in {@link EmbeddedSuite}. */
    static final String CLASSES =
            ".*\\.(Connections|Deadlines|GeneratedArticles|HotAnswers|Hub|IssuerKeys|KeptFeeds|KeptReader|Leak|Metrics"
                    + "|NoReader|Purge|RateLimits|ReadYourWrites|RejectedKeys|SilentIssuer|Tokens|Turnstile|Validity|WholeFeeds|Wire)Test";
}
