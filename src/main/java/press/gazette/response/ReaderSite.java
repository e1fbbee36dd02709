package press.gazette.response;

import jakarta.inject.Singleton;

/** The addresses of the reader site, for all rooms that link to its pages. */
@Singleton
public class ReaderSite {

    public static final String HOME = "/reader";
    public static final String ARTICLES = HOME + "/articles/";
    public static final String TAGS = HOME + "/tags/";
    public static final String PREVIEWS = HOME + "/previews/";

    private final boolean on;

    ReaderSite(ResponseConfig config) {
        on = config.reader();
    }

    /** True if this server has the site. Without it the addresses are 404. */
    public boolean isOn() {
        return on;
    }
}
