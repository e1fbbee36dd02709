package press.gazette.address;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The rules for addresses on the web. */
public final class WebAddress {

    public static final int MOST_CHARACTERS = 2_000;

    /** A URL that names no user: scheme, host, port, and the rest. */
    private static final Pattern PARTS =
            Pattern.compile("(https?://)([^/?#:@\\[\\]]+)(:[0-9]*)?([/?#].*)?", Pattern.CASE_INSENSITIVE);

    /** Characters that path, query and fragment must encode (RFC 3986 §3.3), and percent signs that encode nothing. */
    private static final Pattern UNENCODED = Pattern.compile("%(?![0-9A-Fa-f]{2})|[^!#$%&'()*+,\\-./0-9:;=?@A-Z_a-z~]");

    private WebAddress() {}

    /** True if the text is an absolute http or https URL with a host. */
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

    /** True if the text is a path from the root of this server. Two slashes at its beginning would name a different host. */
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

    /**
     * The absolute URL in ASCII, as RFC 3986 requires it: the host in Punycode, characters that a URL may not hold
     * percent-encoded. Characters that are encoded already stay.
     *
     * @return null if the text is no such URL even then, or names a user
     */
    public static @Nullable String encoded(String url) {
        Matcher parts = PARTS.matcher(url);
        if (!parts.matches()) {
            return null;
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String port = Objects.requireNonNullElse(parts.group(3), "");
        String rest = Objects.requireNonNullElse(parts.group(4), "");
        String after = UNENCODED.matcher(rest).replaceAll(found -> percent(found.group()));
        try {
            return new URI(scheme + IDN.toASCII(parts.group(2)) + port + after).toString();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    private static String percent(String character) {
        return URLEncoder.encode(character, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
