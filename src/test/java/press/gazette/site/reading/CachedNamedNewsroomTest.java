package press.gazette.site.reading;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import press.gazette.newsroom.CachingServer;

/** The same where responses come from the cache. */
@QuarkusTest
@TestProfile(CachingServer.class)
class CachedNamedNewsroomTest extends NamedNewsroomTest {}
