package press.gazette.curation.content;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.article.draft.ArticleType;
import press.gazette.article.listing.ArticleSelection;
import press.gazette.article.listing.Order;
import press.gazette.article.listing.TagExpression;

/**
 * The public articles that fill a list. An absent member does not narrow them. {@link
 * press.gazette.curation.draft.FillQueryDraft} has checked it.
 *
 * @param tags a {@link TagExpression} of ids, as text: the text is stored byte for byte
 * @param maxAge a duration in ISO 8601, as text: {@code P2D} and {@code PT48H} are equal and stored as written
 */
public record SourceQuery(
        @Nullable String tags,
        @Nullable UUID section,
        @Nullable ArticleType type,
        @Nullable String language,
        @Nullable String maxAge,
        @Nullable Order order) {

    /** The parsed tags; empty: any. */
    public Optional<TagExpression> expression() {
        return Optional.ofNullable(tags).map(TagExpression::parse);
    }

    /** The instant before which articles are too old, in whole minutes so that it is known ahead; empty: none is too old. */
    public Optional<Instant> oldest(Instant at) {
        return Optional.ofNullable(maxAge)
                .map(age -> at.truncatedTo(ChronoUnit.MINUTES).minus(Duration.parse(age)));
    }

    Stream<UUID> tagIds() {
        return Stream.concat(
                expression().stream().flatMap(tags -> Ref.ids(tags.refs().toList()).stream()),
                Stream.ofNullable(section));
    }

    ArticleSelection selection(Instant at, boolean explaining) {
        Order ordered = order == null ? Order.NEWEST : order;
        // Of the newest, those that are too old come last: to read them changes nothing of the items.
        boolean bounded = !explaining || ordered != Order.NEWEST;
        return new ArticleSelection(
                expression().orElse(null),
                section,
                type,
                language,
                bounded ? oldest(at).orElse(null) : null,
                ordered,
                null);
    }
}
