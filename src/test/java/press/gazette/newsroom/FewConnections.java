package press.gazette.newsroom;

import java.util.Map;

/**
 * A server with a cache, few connections, and short time limits for slow clients and long work. Readers have no rate
 * limit, as by default. It has no index, and bodies have tight bounds.
 */
public final class FewConnections extends CachingServer {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = super.getConfigOverrides();
        settings.put("gazette.requests-per-address", "0");
        settings.put("gazette.rejected-keys-per-address", "3");
        settings.put("gazette.max-connections", "40");
        settings.put("gazette.connections-per-address", "30");
        settings.put("gazette.trusted-proxies", "203.0.113.7");
        settings.put("gazette.head-deadline", "2S");
        settings.put("gazette.content-grace", "1S");
        settings.put("gazette.write-deadline", "3S");
        settings.put("gazette.batch-time", "0.2S");
        settings.put("gazette.streams", "3");
        settings.put("gazette.streams-per-key", "2");
        settings.put("gazette.search", "false");
        settings.put("gazette.body-table-cells", "60");
        settings.put("gazette.body-gallery-pictures", "8");
        settings.put("gazette.body-list-depth", "2");
        settings.put("gazette.require-alt", "true");
        settings.put("gazette.require-credit", "true");
        return settings;
    }
}
