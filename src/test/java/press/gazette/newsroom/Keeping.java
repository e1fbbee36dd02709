package press.gazette.newsroom;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * A server that keeps answers and counts requests, as it does outside of tests. All other tests run without: they write to
 * the database behind the server's back.
 */
public class Keeping implements QuarkusTestProfile {

    /** A map that those who want more may add to. */
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>();
        settings.put("gazette.cache-size", "16M");
        settings.put("gazette.requests-per-address", "1000000");
        settings.put("gazette.max-headers-size", "1000");
        return settings;
    }
}
