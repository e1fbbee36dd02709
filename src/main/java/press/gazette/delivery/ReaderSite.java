package press.gazette.delivery;

import jakarta.inject.Singleton;

/** The addresses of the reader site, below the root of this server. Rooms that link to its pages know it from here. */
@Singleton
public class ReaderSite {

    public static final String HOME = "/reader";
    public static final String ARTICLES = HOME + "/articles/";
    public static final String TAGS = HOME + "/tags/";
    public static final String PREVIEWS = HOME + "/previews/";

    private final boolean on;

    ReaderSite(DeliveryConfig config) {
        on = config.reader();
    }

    /** Whether this server has the site; without it the addresses answer 404. */
    public boolean isOn() {
        return on;
    }
}
