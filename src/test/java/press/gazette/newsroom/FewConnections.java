package press.gazette.newsroom;

import java.util.Map;

/**
 * A server that keeps answers, has room for few connections and little patience with slow clients and long work. Readers may
 * ask as often as they like, as they may by default.
 */
public final class FewConnections extends Keeping {

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
        return settings;
    }
}
