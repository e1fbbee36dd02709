package press.gazette.response;

import java.net.URI;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes links to the resources of this server: from the root, or absolute if {@code gazette.public-url} is set. The Host header
 * is never used, since clients choose it: responses and their validators are the same on every host.
 */
@Singleton
public class Links {

    private final String base;
    private final String absolute;

    Links(ResponseConfig config, @ConfigProperty(name = "quarkus.http.port") int port) {
        base = config.publicUrl().map(Links::checked).orElse("");
        absolute = base.isEmpty() ? "http://localhost:" + port : base;
    }

    /** The link to a path that begins with a slash. */
    public String to(String path) {
        return base + path;
    }

    /** An absolute link, for documents that are read outside of a browser; to localhost without {@code gazette.public-url}. */
    public String absolute(String path) {
        return absolute + path;
    }

    /** The absolute form of a URL that may be a path from the root of this server, as those of pictures are. */
    public String resolved(String url) {
        return url.startsWith("/") ? absolute(url) : url;
    }

    private static String checked(URI url) {
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getQuery() != null || url.getFragment() != null) {
            throw new IllegalArgumentException("gazette.public-url is an absolute http or https URL without query and "
                    + "fragment, such as https://api.example.org; it is set to " + url);
        }
        String text = url.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
