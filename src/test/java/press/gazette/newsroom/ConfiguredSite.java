package press.gazette.newsroom;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * A small server with configured URLs: behind a proxy, with the newsroom's own site. One profile for all these
 * settings, since each further server takes as long as many tests.
 */
public final class ConfiguredSite implements QuarkusTestProfile {

    /** The configured public URL. */
    public static final String HERE = "https://api.example.org/gazette";

    /** The key and salt of signed sizes. */
    public static final String SIZE_KEY = "73656372657473656372657473656372";

    public static final String SIZE_SALT = "68656c6c6f";

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>();
        settings.put("gazette.feed-text", "full");
        settings.put("gazette.feed-frames", "www.youtube-nocookie.com, graphics.example.org");
        settings.put("gazette.publication", "The Averil Gazette");
        settings.put("gazette.language", "de-AT");
        settings.put("gazette.public-url", HERE);
        settings.put("gazette.site-url", "https://www.example.org/");
        settings.put("gazette.article-url", "https://www.example.org/{year}/{slug}");
        settings.put("gazette.tag-url", "https://www.example.org/{type}/{slug}");
        settings.put("gazette.media-size-key", SIZE_KEY);
        settings.put("gazette.media-size-salt", SIZE_SALT);
        settings.put("gazette.media-size-max", "1000");
        settings.put("gazette.reader", "false");
        settings.put("gazette.readers-at-once", "2");
        settings.put("gazette.readers-in-line", "3");
        settings.put("gazette.longest-in-line", "30S");
        return settings;
    }
}
