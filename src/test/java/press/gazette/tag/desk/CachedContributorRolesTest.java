package press.gazette.tag.desk;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;

import press.gazette.newsroom.CachingServer;
import press.gazette.newsroom.ServerCache;

/** Roles of contributors on a server that caches responses. */
@QuarkusTest
@TestProfile(CachingServer.class)
class CachedContributorRolesTest extends ContributorRolesTest {

    @BeforeEach
    void begin() {
        ServerCache.invalidate();
    }
}
