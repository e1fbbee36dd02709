package press.gazette.feed;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import press.gazette.newsroom.ConfiguredSite;

/** The same for feeds with full text. */
@QuarkusTest
@TestProfile(ConfiguredSite.class)
class WholeFeedSchemasTest extends FeedSchemasTest {}
