package press.gazette.importer.item;

import java.util.Map;

/**
 * An item that does not become an article, with the reason.
 *
 * @param title for people; may be empty
 * @param removed true if the article is no longer public there: one that an earlier import published is hidden
 * @param content kept beside the articles for the desk; empty: none
 */
public record LeftOut(String id, String title, Note reason, int line, boolean removed, Map<String, Object> content)
        implements ImportedItem {

    /** An item of which nothing is kept. */
    public LeftOut(String id, String title, Note reason, int line) {
        this(id, title, reason, line, false, Map.of());
    }

    @Override
    public int size() {
        return content.values().stream()
                .mapToInt(value -> String.valueOf(value).length())
                .sum();
    }
}
