package press.gazette.delivery.cache;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import press.gazette.newsroom.OnPostgresql;

@QuarkusTest
@TestProfile(PgHotAnswersTest.KeptOnPostgresql.class)
class PgHotAnswersTest extends HotAnswersTest {

    public static class KeptOnPostgresql implements QuarkusTestProfile {

        private final OnPostgresql postgresql = new OnPostgresql();

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> all = new HashMap<>(postgresql.getConfigOverrides());
            all.putAll(new Kept().getConfigOverrides());
            return all;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return postgresql.testResources();
        }
    }
}
