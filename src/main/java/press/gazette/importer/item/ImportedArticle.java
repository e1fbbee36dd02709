package press.gazette.importer.item;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import press.gazette.article.draft.ArticleType;

/**
 * An article of another system.
 *
 * @param id its id there, unique in the source and the same in every export
 * @param slug of the other system; its form may be invalid here
 * @param formerSlugs its earlier slugs there
 * @param paths its addresses there, whole or from the first slash on
 * @param texts texts of custom fields that have a place in an article
 * @param html the body
 * @param base the address that relative links are resolved against
 * @param terms the keys of its terms in editorial order, authors among them
 * @param image the lead picture
 * @param fields its fields that have no place in an article
 * @param comments of readers, kept beside the article for the desk
 * @param line the line of the file where it begins
 */
public record ImportedArticle(
        String id,
        ArticleType type,
        String language,
        String title,
        String slug,
        List<String> formerSlugs,
        List<String> paths,
        @Nullable String standfirst,
        Map<Place, String> texts,
        String html,
        @Nullable String base,
        List<String> terms,
        @Nullable ImportedPicture image,
        SearchWords search,
        ImportedState state,
        Map<String, List<String>> fields,
        List<ImportedComment> comments,
        List<Note> notes,
        int line)
        implements ImportedItem {

    /** The name of the field with the number of the version, by which an older version does not replace a newer one. */
    public static final String VERSION = "version";

    /** The places that a mapping can put a custom field into. */
    public enum Place {
        KICKER,
        STANDFIRST,
        SOURCE,
        RIGHTS,
        BYLINE;

        @JsonValue
        public final String word = name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int size() {
        return html.length()
                + comments.stream().mapToInt(comment -> comment.text().length()).sum();
    }

    public Fate fate() {
        return state.fate();
    }

    public @Nullable Instant publishedAt() {
        return state.publishedAt();
    }

    public @Nullable Instant updatedAt() {
        return state.updatedAt();
    }

    /** The words for search engines. */
    public record SearchWords(
            @Nullable String title,
            @Nullable String description,
            @Nullable String canonicalUrl,
            boolean noIndex) {

        public static final SearchWords NONE = new SearchWords(null, null, null, false);
    }
}
