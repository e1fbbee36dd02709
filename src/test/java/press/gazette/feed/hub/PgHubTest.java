package press.gazette.feed.hub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import press.gazette.newsroom.OnPostgresql;
import press.gazette.newsroom.Telling;

@QuarkusTest
@TestProfile(PgHubTest.NamedOnPostgresql.class)
class PgHubTest extends HubTest {

    public static class NamedOnPostgresql extends Telling {

        private final OnPostgresql postgresql = new OnPostgresql();

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> both = new HashMap<>(super.getConfigOverrides());
            both.putAll(postgresql.getConfigOverrides());
            return both;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            List<TestResourceEntry> both = new ArrayList<>(super.testResources());
            both.addAll(postgresql.testResources());
            return both;
        }
    }
}
