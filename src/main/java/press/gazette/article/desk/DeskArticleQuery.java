package press.gazette.article.desk;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkus.hibernate.orm.panache.Panache;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.Status;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.problem.Problem;

/**
 * The desk's listing of articles, the last edited first.
 *
 * @param status only those; absent: all
 * @param after where the page starts; absent: at the beginning
 */
record DeskArticleQuery(
        ListingAddress address,
        @Nullable Status status,
        Limit limit,
        @Nullable Cursor after) {

    private static final String COLUMNS = """
            a.id, a.slug, a.type, a.life.status, a.title, case when a.latestRevision <> a.liveRevision then true else false end,
            a.life.publishAt, a.dates.publishedAt, a.dates.modifiedAt, a.modifiedBy, a.version""";

    static DeskArticleQuery parse(@Nullable String status, @Nullable String limit, @Nullable String cursor) {
        ListingAddress address = ListingAddress.of("/v1/desk/articles").with("status", status);
        return new DeskArticleQuery(
                address,
                status == null ? null : status(status),
                Limit.parse(limit),
                cursor == null ? null : Cursor.decode(cursor, address, 2));
    }

    private static Status status(String word) {
        String words = Arrays.stream(Status.values()).map(status -> status.word).collect(Collectors.joining(", "));
        return Arrays.stream(Status.values())
                .filter(status -> status.word.equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalidParameter("status", "The status is one of " + words + "."));
    }

    Page<DeskArticleCard> page() {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder hql = new StringBuilder("select " + COLUMNS + " from Article a where 1 = 1");
        if (status != null) {
            hql.append(" and a.life.status = :status");
            parameters.put("status", status);
        }
        if (after != null) {
            hql.append(" and (a.dates.modifiedAt, a.id) < (:at, :id)");
            parameters.put("at", at(after));
            parameters.put("id", id(after));
        }
        hql.append(status == null ? " order by " : " order by a.life.status asc, ")
                .append("a.dates.modifiedAt desc, a.id desc");
        SelectionQuery<DeskArticleCard> query = Panache.getSession(Article.class)
                .createSelectionQuery(hql.toString(), DeskArticleCard.class)
                .setMaxResults(limit.plusOne());
        parameters.forEach(query::setParameter);
        return Page.of(query.getResultList(), limit, card -> Cursor.of(card.modifiedAt(), card.id()));
    }

    private static Instant at(Cursor cursor) {
        try {
            return Instant.parse(cursor.key().get(0));
        } catch (DateTimeParseException e) {
            throw Cursor.unreadable();
        }
    }

    private static UUID id(Cursor cursor) {
        try {
            return UUID.fromString(cursor.key().get(1));
        } catch (IllegalArgumentException e) {
            throw Cursor.unreadable();
        }
    }
}
