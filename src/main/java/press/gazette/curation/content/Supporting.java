package press.gazette.curation.content;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A link below an item. */
public sealed interface Supporting {

    /** The id of the article; null: the link leads elsewhere. */
    @Nullable
    UUID article();

    /** Null: the link leads to an article. */
    @Nullable
    String url();

    /** Null: the article's own title. */
    @Nullable
    String title();

    /** A link to an article. */
    record OfArticle(UUID article, @Nullable String title) implements Supporting {

        @Override
        public @Nullable String url() {
            return null;
        }
    }

    /** A link to a page elsewhere on the web. */
    record Elsewhere(String url, String title) implements Supporting {

        @Override
        public @Nullable UUID article() {
            return null;
        }
    }

    /** Reads the stored form, which has exactly one of article and url. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Supporting of(
            @JsonProperty("article") @Nullable UUID article,
            @JsonProperty("url") @Nullable String url,
            @JsonProperty("title") @Nullable String title) {
        return article != null
                ? new OfArticle(article, title)
                : new Elsewhere(Objects.requireNonNull(url), Objects.requireNonNull(title));
    }

    /** The id of the article; empty: the link leads elsewhere. */
    default Optional<UUID> articleId() {
        return Optional.ofNullable(article());
    }
}
