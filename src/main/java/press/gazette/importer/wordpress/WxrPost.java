package press.gazette.importer.wordpress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import press.gazette.importer.item.ImportedComment;

/**
 * An item of an export as it stands there.
 *
 * @param values the texts of its elements by their names, such as {@code wp:post_id}; the first of each
 * @param terms its categories, tags, authors and formats in order
 * @param meta its custom fields by name
 * @param comments of readers, pingbacks among them
 * @param tooLong the name of an element whose text was longer than an article may be; null: none
 */
record WxrPost(
        int line,
        Map<String, String> values,
        List<Term> terms,
        Map<String, List<String>> meta,
        List<ImportedComment> comments,
        @Nullable String tooLong) {

    /** A term of a post. */
    record Term(String domain, String slug, String name) {}

    /** Collects an item while it is read. */
    static final class Builder {

        private final int line;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final List<Term> terms = new ArrayList<>();
        private final Map<String, List<String>> meta = new LinkedHashMap<>();
        private final List<ImportedComment> comments = new ArrayList<>();
        private @Nullable String tooLong;

        Builder(int line) {
            this.line = line;
        }

        void value(String name, String text) {
            values.putIfAbsent(name, text);
        }

        void term(Term term) {
            terms.add(term);
        }

        void meta(String key, String text) {
            meta.computeIfAbsent(key, name -> new ArrayList<>()).add(text);
        }

        void comment(ImportedComment comment) {
            comments.add(comment);
        }

        void tooLong(String name) {
            tooLong = name;
        }

        WxrPost built() {
            return new WxrPost(line, values, terms, meta, comments, tooLong);
        }
    }

    String value(String name) {
        return values.getOrDefault(name, "").strip();
    }

    /** As above, with blanks and line ends at its ends. */
    String raw(String name) {
        return values.getOrDefault(name, "");
    }

    String id() {
        return value("wp:post_id");
    }

    String type() {
        return value("wp:post_type");
    }

    /** The first value of a custom field; empty: none. */
    String meta(String key) {
        List<String> found = meta.get(key);
        return found == null || found.isEmpty() ? "" : found.get(0).strip();
    }
}
