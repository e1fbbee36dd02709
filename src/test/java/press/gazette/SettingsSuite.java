package press.gazette;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * Tests of servers with settings of their own, on the embedded database. Each set of settings needs another server.
 */
@Suite
@SelectPackages("press.gazette")
@IncludeClassNamePatterns(SettingsSuite.CLASSES)
class SettingsSuite {

    /** A class with a {@code @TestProfile} that is missing here runs in {@link EmbeddedSuite}. */
    static final String CLASSES =
            ".*\\.(Connections|Deadlines|GeneratedArticles|CachedResponses|EqualRequests|Hub|IssuerKeys|CachedFeeds|CachedReader|CachedSite|CachedNamedNewsroom|CachedTagWords|CachedOtherNames|CachedContributorRoles|CachedTranslations|Leak|Metrics"
                    + "|NoReader|Purge|RateLimits|RegisteredFilters|ReadYourWrites|RejectedKeys|SilentIssuer|Tokens|Turnstile|Validity|PrivateInvalidation|WholeFeeds|FastPath|FastPathSetting|GermanTags|RestInFeeds|Entitlement|OwnSite"
                    + "|FeedMedia|FeedMediaLimits|NodeWithoutIndex|AwayOpenSearch|WholeFeedSchemas|CachedLinks|LinkedFeeds|BodyLimits|BoundedStreams|PictureRules|Syndication"
                    + "|Deliveries|DeliverySweeper|Dispatch|ImportNoise|MissedImports|ManyWebhooks|EndingStreams|SizedPictures|Svg"
                    + "|S3(Renditions|Crops|FileRights|MediaFilesResource|Upload|FileSweep|CopySweep|Requests|Faults))Test";
}
