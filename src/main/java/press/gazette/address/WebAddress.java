package press.gazette.address;

import java.net.URI;
import java.net.URISyntaxException;

/** What may be given as the address of something on the web. */
public final class WebAddress {

    public static final int MOST_CHARACTERS = 2_000;

    private WebAddress() {}

    /** Whether the text is an absolute http or https URL with a host. */
    public static boolean isAbsolute(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return false;
        }
        try {
            URI uri = new URI(text);
            return uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether the text is a path from the root of this server. Two slashes would lead to another one. */
    public static boolean isFromRoot(String text) {
        if (text.length() > MOST_CHARACTERS || !text.startsWith("/") || text.startsWith("//")) {
            return false;
        }
        try {
            return new URI(text).getRawPath() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
