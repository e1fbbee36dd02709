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
        return Map.ofEntries(
                Map.entry("gazette.cache-size", "16M"),
                Map.entry("gazette.database-check", "1M"),
                Map.entry("gazette.fast-path", "false"),
                Map.entry("gazette.follow-deadline", "0.2S"),
                Map.entry("gazette.websub-check", "0.2S"),
                Map.entry("gazette.websub-deadline", "2S"),
                Map.entry("gazette.websub-import-pause", "2S"),
                Map.entry("gazette.purge-deadline", "2S"),
                Map.entry("gazette.webhook-allowed-hosts", "127.0.0.1"),
                Map.entry("gazette.webhook-deadline", "2S"),
                Map.entry("gazette.webhooks-max", "2000"),
                Map.entry("gazette.stream-age", "12S"),
                Map.entry("gazette.stream-heartbeat", "0.5S"),
                Map.entry("gazette.stream-buffer", "16K"));
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Receivers.class));
    }
}
