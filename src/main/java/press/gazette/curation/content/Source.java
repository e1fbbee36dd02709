package press.gazette.curation.content;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import press.gazette.article.listing.ArticleSelection;

/** A source from which a list takes the items that its entries leave free. */
public sealed interface Source {

    /** The key of the group for its articles; null: the last one, if the list has groups. */
    @Nullable
    String group();

    /**
     * The listing of articles from which it takes; empty: it takes from a list.
     *
     * @param explaining true: includes articles that are too old, so that the response can name them
     */
    Optional<ArticleSelection> selection(Instant at, boolean explaining);

    /** The query; empty: the source is a list or a tag. */
    Optional<SourceQuery> asQuery();

    /** The id of the list; empty: the source is a query or a tag. */
    Optional<UUID> listId();

    /** The id of the tag whose newest article it gives; empty: the source is a query or a list. */
    Optional<UUID> latestTag();

    /** The ids of all tags in it. */
    Stream<UUID> tags();

    /** The articles that match a query. */
    record Query(SourceQuery query, @Nullable String group) implements Source {

        @Override
        public Optional<ArticleSelection> selection(Instant at, boolean explaining) {
            return Optional.of(query.selection(at, explaining));
        }

        @Override
        public Optional<SourceQuery> asQuery() {
            return Optional.of(query);
        }

        @Override
        public Optional<UUID> listId() {
            return Optional.empty();
        }

        @Override
        public Optional<UUID> latestTag() {
            return Optional.empty();
        }

        @Override
        public Stream<UUID> tags() {
            return query.tagIds();
        }
    }

    /** The articles in another list. */
    record OfList(@JsonProperty("list") UUID id, @Nullable String group) implements Source {

        @Override
        public Optional<ArticleSelection> selection(Instant at, boolean explaining) {
            return Optional.empty();
        }

        @Override
        public Optional<SourceQuery> asQuery() {
            return Optional.empty();
        }

        @Override
        public Optional<UUID> listId() {
            return Optional.of(id);
        }

        @Override
        public Optional<UUID> latestTag() {
            return Optional.empty();
        }

        @Override
        public Stream<UUID> tags() {
            return Stream.empty();
        }
    }

    /** The newest article of a tag that is not in the list yet. */
    record LatestOf(
            @JsonProperty("latestOf") UUID tag, @Nullable String group) implements Source {

        @Override
        public Optional<ArticleSelection> selection(Instant at, boolean explaining) {
            return Optional.of(ArticleSelection.ofTag(tag));
        }

        @Override
        public Optional<SourceQuery> asQuery() {
            return Optional.empty();
        }

        @Override
        public Optional<UUID> listId() {
            return Optional.empty();
        }

        @Override
        public Optional<UUID> latestTag() {
            return Optional.of(tag);
        }

        @Override
        public Stream<UUID> tags() {
            return Stream.of(tag);
        }
    }

    /** Reads the stored form, which has exactly one of query, list and latestOf. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Source of(
            @JsonProperty("query") @Nullable SourceQuery query,
            @JsonProperty("list") @Nullable UUID list,
            @JsonProperty("latestOf") @Nullable UUID latestOf,
            @JsonProperty("group") @Nullable String group) {
        if (query != null) {
            return new Query(query, group);
        }
        return list != null ? new OfList(list, group) : new LatestOf(Objects.requireNonNull(latestOf), group);
    }
}
