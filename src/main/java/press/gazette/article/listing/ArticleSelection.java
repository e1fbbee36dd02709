package press.gazette.article.listing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Id;
import press.gazette.address.Ref;
import press.gazette.article.draft.ArticleType;
import press.gazette.article.listing.SelectedArticles.Found;
import press.gazette.article.reading.Detail;
import press.gazette.database.Sql;
import press.gazette.paging.DatedKey;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;

/**
 * A selection of public articles for the rooms above: a listing without pages, whose tags are resolved. An absent component does
 * not narrow it.
 *
 * @param tags with ids only
 * @param section the id of one of the articles' sections
 * @param from published at that time or later
 * @param after the article behind which the selection starts in its order; absent: the beginning
 */
public record ArticleSelection(
        @Nullable TagExpression tags,
        @Nullable UUID section,
        @Nullable ArticleType type,
        @Nullable String language,
        @Nullable Instant from,
        Order order,
        @Nullable DatedKey after) {

    /** No article has a lower id. */
    private static final UUID FIRST = new UUID(0, 0);

    /** All articles, newest first. */
    public static final ArticleSelection NEWEST =
            new ArticleSelection(null, null, null, null, null, Order.NEWEST, null);

    /** The articles of one tag, newest first. */
    public static ArticleSelection ofTag(UUID tag) {
        return new ArticleSelection(new TagExpression.One(new Id(tag)), null, null, null, null, Order.NEWEST, null);
    }

    /** As above, only articles published at that time or later; absent: all. */
    public ArticleSelection from(@Nullable Instant time) {
        return new ArticleSelection(tags, section, type, language, time, order, after);
    }

    /** As above, starting behind an article; absent: the beginning. */
    public ArticleSelection behind(@Nullable DatedKey article) {
        return new ArticleSelection(tags, section, type, language, from, order, article);
    }

    /** As above, only articles published before that time. */
    public ArticleSelection before(Instant time) {
        return behind(new DatedKey(time, FIRST));
    }

    /** The number of listings to read for it: one for each of several alternative tags, else one. */
    public int listings() {
        // The number depends on the tags alone, not on the time.
        return statement(1, Instant.EPOCH).listings();
    }

    /** The selection as a part of a union. */
    Sql part(int number, int most, Instant now) {
        return statement(most, now).part(number);
    }

    private ArticleStatement statement(int most, Instant now) {
        ArticleFilter filter = new ArticleFilter(
                tags, section == null ? null : new Id(section), null, type, language, from, null, null, false);
        ArticleQuery query = new ArticleQuery(
                ListingAddress.of(""), null, filter, order, new Limit(most), after, Detail.CARD, false);
        List<Ref> refs = filter.expression(null).stream()
                .flatMap(TagExpression::refs)
                .distinct()
                .toList();
        Map<Ref, Set<UUID>> ids = Ref.ids(refs).stream().collect(Collectors.toMap(Id::new, Set::of));
        return new ArticleStatement(query, ids, now);
    }

    /** The order of the listing. UUIDs are compared as text, as the databases compare them; Java compares them differently. */
    Comparator<Found> comparator() {
        Comparator<Found> ascending = Comparator.comparing(Found::date)
                .thenComparing(found -> found.article().toString());
        return order == Order.OLDEST ? ascending : ascending.reversed();
    }
}
