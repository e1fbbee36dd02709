package press.gazette.newsroom;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * A server that notifies a hub and a CDN, with short pauses. Only the ledger's bell makes it learn of changes within a
 * test. Cached responses bypass the fast path.
 */
public class NotifyingServer implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "gazette.cache-size", "16M",
                "gazette.database-check", "1M",
                "gazette.fast-path", "false",
                "gazette.follow-deadline", "0.2S",
                "gazette.websub-check", "0.2S",
                "gazette.websub-deadline", "2S",
                "gazette.purge-deadline", "2S",
                "gazette.webhook-allowed-hosts", "127.0.0.1",
                "gazette.webhook-deadline", "2S");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Receivers.class));
    }
}
