package press.gazette.newsroom;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * A server that tells a hub and a CDN of changes, and waits for neither of them for long. Without the bell it would itself learn
 * of nothing in the time of a test.
 */
public class Telling implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "gazette.cache-size", "16M",
                "gazette.database-check", "1M",
                "gazette.follow-deadline", "0.2S",
                "gazette.websub-check", "0.2S",
                "gazette.websub-deadline", "2S",
                "gazette.purge-deadline", "2S");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Receivers.class));
    }
}
