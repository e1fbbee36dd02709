package press.gazette.newsroom;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * A server with the cache and rate limits of production. Other tests run without, since they write to the database
 * behind the server.
 */
public class CachingServer implements QuarkusTestProfile {

    /** A mutable map, so that subclasses can add to it. */
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>();
        settings.put("gazette.cache-size", "16M");
        settings.put("gazette.requests-per-address", "1000000");
        settings.put("gazette.max-headers-size", "1000");
        return settings;
    }
}
