package press.gazette.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A packaged file for browsers. All files are listed here and read before the first request, so no request can name
 * another file.
 */
final class SiteFile {

    /** The HTML document of Swagger UI. */
    static final String PAGE = "index.html";

    private static final String READER = "/reader/";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml");

    private static final List<String> OF_READER = List.of(
            "reader.css",
            "reader.js",
            "site.js",
            "home.js",
            "article.js",
            "body.js",
            "tag.js",
            "search.js",
            "card.js",
            "picture.js",
            "failure.js",
            "gazette.js",
            "element.js",
            "words.js");

    private static final String DOCUMENTATION = "/docs/";

    private static final List<String> OF_DOCUMENTATION = List.of(PAGE, "docs.js", "docs.css");

    /** The folder of the files that the build extracts from Swagger UI's archive (pom.xml). */
    private static final String SWAGGER_UI = "/swagger-ui/";

    private static final List<String> OF_SWAGGER_UI =
            List.of("swagger-ui.css", "swagger-ui-bundle.js", "swagger-ui-standalone-preset.js");

    private final String type;
    private final byte[] content;

    private SiteFile(String path) {
        type = Objects.requireNonNull(TYPES.get(path.substring(path.lastIndexOf('.') + 1)), path);
        content = packaged(path);
    }

    /** A file that all pages share. */
    static SiteFile ofPages(String name) {
        return new SiteFile("/door/" + name);
    }

    /** The files of the reader site, by name. */
    static Map<String, SiteFile> ofReader() {
        return inFolder(READER, OF_READER);
    }

    /** Swagger UI and its page, by name. */
    static Map<String, SiteFile> ofDocumentation() {
        Map<String, SiteFile> all = new HashMap<>(inFolder(DOCUMENTATION, OF_DOCUMENTATION));
        all.putAll(inFolder(SWAGGER_UI, OF_SWAGGER_UI));
        return Map.copyOf(all);
    }

    private static Map<String, SiteFile> inFolder(String folder, List<String> names) {
        return names.stream().collect(Collectors.toMap(name -> name, name -> new SiteFile(folder + name)));
    }

    /** The media type. */
    String type() {
        return type;
    }

    byte[] content() {
        return content.clone();
    }

    private static byte[] packaged(String path) {
        try (InputStream file = SiteFile.class.getResourceAsStream(path)) {
            return Objects.requireNonNull(file, path).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("This build lacks " + path, e);
        }
    }
}
