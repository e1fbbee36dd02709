package press.gazette.search.query;

import org.jspecify.annotations.Nullable;

/**
 * The texts of an article in which words are shown, all plain.
 *
 * @param language BCP 47
 * @param body empty if it has none for this reader
 */
public record ArticleWords(
        String language,
        String title,
        @Nullable String standfirst,
        @Nullable String byline,
        String body) {}
