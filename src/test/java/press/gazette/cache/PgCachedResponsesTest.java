package press.gazette.cache;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.CachingServer;
import press.gazette.newsroom.OnPostgresql;

@QuarkusTest
@TestProfile(PgCachedResponsesTest.KeepingOnPostgresql.class)
class PgCachedResponsesTest extends CachedResponsesTest {

    public static final class KeepingOnPostgresql extends CachingServer {

        private final OnPostgresql postgresql = new OnPostgresql();

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> both = super.getConfigOverrides();
            both.putAll(postgresql.getConfigOverrides());
            return both;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return postgresql.testResources();
        }
    }

    @Override
    void noticeWritesOfOtherNodes() {
        // The server notices by itself.
    }

    /** As after the loss of the connection on which the server listens. */
    @Test
    void writeWithoutANotificationIsSeenSoon() {
        seesAWriteOfADifferentNode("updated", List.of("set local session_replication_role = replica"));
    }
}
