package press.gazette.article.listing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.article.ArticleType;
import press.gazette.article.listing.SelectedArticles.Found;
import press.gazette.article.reading.Showing;
import press.gazette.database.Sql;
import press.gazette.paging.DatedKey;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;

/**
 * Public articles as rooms above want them: a listing without its pages, whose tags are known already. What is absent does
 * not narrow it.
 *
 * @param tags with ids only
 * @param section the id of one of their sections
 * @param from published then or later
 * @param after the article behind which it goes on in its order; absent: from the beginning
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
        return new ArticleSelection(
                new TagExpression.One(new Ref(tag, null)), null, null, null, null, Order.NEWEST, null);
    }

    /** The same, published then or later; absent: whenever. */
    public ArticleSelection from(@Nullable Instant time) {
        return new ArticleSelection(tags, section, type, language, time, order, after);
    }

    /** The same from behind an article; absent: from the beginning. */
    public ArticleSelection behind(@Nullable DatedKey article) {
        return new ArticleSelection(tags, section, type, language, from, order, article);
    }

    /** The same, published before. */
    public ArticleSelection before(Instant time) {
        return behind(new DatedKey(time, FIRST));
    }

    /** How many listings it is made of, each of which is read by itself: of alternative tags one for each. */
    public int listings() {
        // It depends on the tags alone, not on the instant.
        return statement(1, Instant.EPOCH).listings();
    }

    /** The selection as a part of a union. */
    Sql part(int number, int most, Instant now) {
        return statement(most, now).part(number);
    }

    private ArticleStatement statement(int most, Instant now) {
        ArticleFilter filter = new ArticleFilter(
                tags, section == null ? null : new Ref(section, null), null, type, language, from, null, null, false);
        ArticleQuery query = new ArticleQuery(
                ListingAddress.of(""), null, filter, order, new Limit(most), after, Showing.CARD, false);
        List<Ref> refs = filter.expression(null).stream()
                .flatMap(TagExpression::refs)
                .distinct()
                .toList();
        Map<Ref, Set<UUID>> ids = refs.stream()
                .flatMap(ref -> Stream.ofNullable(ref.id()))
                .collect(Collectors.toMap(id -> new Ref(id, null), Set::of));
        return new ArticleStatement(query, ids, now);
    }

    /** The order of the listing; ids are compared as the databases do, which Java's own order of them does not. */
    Comparator<Found> comparator() {
        Comparator<Found> ascending = Comparator.comparing(Found::date)
                .thenComparing(found -> found.article().toString());
        return order == Order.OLDEST ? ascending : ascending.reversed();
    }
}
