package press.gazette.curation.content;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The article, tag or link that an entry places. */
public sealed interface Target {

    /** The id of the article; empty: the target is a tag or a link. */
    Optional<UUID> articleId();

    /** The id of the tag whose newest article is shown; empty: the target is an article or a link. */
    Optional<UUID> latestTag();

    /** The link; empty: the target is an article or a tag. */
    Optional<ExternalLink> external();

    /** True if both show the same. The latest of one tag twice does not: it shows the newest article and the one before. */
    boolean isSameAs(Target other);

    /** An article, public or not. */
    record ToArticle(UUID article) implements Target {

        @Override
        public Optional<UUID> articleId() {
            return Optional.of(article);
        }

        @Override
        public Optional<UUID> latestTag() {
            return Optional.empty();
        }

        @Override
        public Optional<ExternalLink> external() {
            return Optional.empty();
        }

        @Override
        public boolean isSameAs(Target other) {
            return equals(other);
        }
    }

    /** The newest article of a tag that is neither excluded nor placed by an editor. */
    record LatestOf(@JsonProperty("latestOf") UUID tag) implements Target {

        @Override
        public Optional<UUID> articleId() {
            return Optional.empty();
        }

        @Override
        public Optional<UUID> latestTag() {
            return Optional.of(tag);
        }

        @Override
        public Optional<ExternalLink> external() {
            return Optional.empty();
        }

        @Override
        public boolean isSameAs(Target other) {
            return false;
        }
    }

    /** A page elsewhere on the web. */
    record Link(ExternalLink link) implements Target {

        @Override
        public Optional<UUID> articleId() {
            return Optional.empty();
        }

        @Override
        public Optional<UUID> latestTag() {
            return Optional.empty();
        }

        @Override
        public Optional<ExternalLink> external() {
            return Optional.of(link);
        }

        @Override
        public boolean isSameAs(Target other) {
            return other instanceof Link that && link.url().equals(that.link.url());
        }
    }

    /** Reads the stored form, which has exactly one of these members. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Target of(
            @JsonProperty("article") @Nullable UUID article,
            @JsonProperty("latestOf") @Nullable UUID latestOf,
            @JsonProperty("link") @Nullable ExternalLink link) {
        if (article != null) {
            return new ToArticle(article);
        }
        return latestOf != null ? new LatestOf(latestOf) : new Link(Objects.requireNonNull(link));
    }
}
