package press.gazette.importer.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An item of a feed as it stands there.
 *
 * @param values the texts of its elements by their names; the first of each
 * @param authors their names in order
 * @param categories their names in order
 * @param enclosures sound and film: the address and the media type
 */
record FeedEntry(
        int line,
        Map<String, String> values,
        List<String> authors,
        List<String> categories,
        List<Enclosure> enclosures) {

    /** A file that comes with an item. */
    record Enclosure(String url, String type) {}

    FeedEntry(int line) {
        this(line, new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** The first text that is there; empty: none. */
    String first(String... names) {
        for (String name : names) {
            String value = values.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
