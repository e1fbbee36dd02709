package press.gazette.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.OnPostgresql;

@QuarkusTest
@TestProfile(PgReadYourWritesTest.RarelyLookingOnPostgresql.class)
class PgReadYourWritesTest extends ReadYourWritesTest {

    public static class RarelyLookingOnPostgresql implements QuarkusTestProfile {

        private final OnPostgresql postgresql = new OnPostgresql();

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> all = new HashMap<>(postgresql.getConfigOverrides());
            all.putAll(new RarelyLooking().getConfigOverrides());
            return all;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return postgresql.testResources();
        }
    }

    /** What another node commits fires no event here; only the database tells of it. */
    @Test
    void theBellRingsForOtherNodes() {
        anotherNodeWrites();
        Awaitility.await().until(() -> follower.seq() == head());
    }
}
