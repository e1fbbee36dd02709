package press.gazette.delivery;

import java.net.URI;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes links to this server's own resources: from the root, or absolute where {@code gazette.public-url} is set. Never
 * from the Host header, which a client chooses: answers and their validators are the same on every host.
 */
@Singleton
public class Links {

    private final String base;
    private final String absolute;

    Links(DeliveryConfig config, @ConfigProperty(name = "quarkus.http.port") int port) {
        base = config.publicUrl().map(Links::checked).orElse("");
        absolute = base.isEmpty() ? "http://localhost:" + port : base;
    }

    /** The link to a path that begins with a slash. */
    public String to(String path) {
        return base + path;
    }

    /** The same for what is read elsewhere: without {@code gazette.public-url} at the reader's own machine. */
    public String absolute(String path) {
        return absolute + path;
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
