package press.gazette.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A file of the reader site, as it was packaged. Those that there are have been named before the first request, so no
 * request can name any other.
 */
final class SiteFile {

    static final String PAGE = "index.html";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml");

    private static final List<String> NAMES = List.of(
            PAGE,
            "reader.css",
            "icon.svg",
            "reader.js",
            "home.js",
            "article.js",
            "tag.js",
            "card.js",
            "picture.js",
            "failure.js",
            "gazette.js",
            "element.js",
            "words.js");

    private final String type;
    private final byte[] content;

    private SiteFile(String name) {
        type = Objects.requireNonNull(TYPES.get(name.substring(name.lastIndexOf('.') + 1)), name);
        content = packaged(name);
    }

    /** All of them, by name. */
    static Map<String, SiteFile> all() {
        return NAMES.stream().collect(Collectors.toMap(name -> name, SiteFile::new));
    }

    /** Its media type. */
    String type() {
        return type;
    }

    byte[] content() {
        return content.clone();
    }

    private static byte[] packaged(String name) {
        try (InputStream file = SiteFile.class.getResourceAsStream("/reader/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The reader site lacks " + name, e);
        }
    }
}
