package press.gazette.newsroom;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * A small server of a newsroom with a site of its own, which has told where that is. One server for what these settings do,
 * since each further one takes as long as many tests.
 */
public final class Told implements QuarkusTestProfile {

    /** Where the server believes that it is. */
    public static final String HERE = "https://api.example.org/gazette";

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>();
        settings.put("gazette.feed-text", "full");
        settings.put("gazette.publication", "The Averil Gazette");
        settings.put("gazette.public-url", HERE);
        settings.put("gazette.site-url", "https://www.example.org/");
        settings.put("gazette.article-url", "https://www.example.org/{year}/{slug}");
        settings.put("gazette.reader", "false");
        settings.put("gazette.readers-at-once", "2");
        settings.put("gazette.readers-in-line", "3");
        settings.put("gazette.longest-in-line", "30S");
        return settings;
    }
}
