package press.gazette.delivery.cache;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.Keeping;
import press.gazette.newsroom.OnPostgresql;

@QuarkusTest
@TestProfile(PgHotAnswersTest.KeepingOnPostgresql.class)
class PgHotAnswersTest extends HotAnswersTest {

    public static final class KeepingOnPostgresql extends Keeping {

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
    void afterWritesOfOthers() {
        // The server finds out by itself.
    }

    /** As when the connection is lost on which the server listens. */
    @Test
    void whatAnotherNodeWritesWithoutANotificationIsSeenSoon() {
        anotherNodeWritesAndThisOneSeesIt("updated", List.of("set local session_replication_role = replica"));
    }
}
