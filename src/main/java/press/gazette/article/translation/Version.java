package press.gazette.article.translation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An article as one language's version of a story.
 *
 * @param language BCP 47; absent: the article is withdrawn, and a new translation may take its language
 */
public record Version(UUID article, @Nullable String language) {

    /** True if another article in this language would be a second one. */
    public boolean isIn(String other) {
        return language != null && language.equalsIgnoreCase(other);
    }
}
