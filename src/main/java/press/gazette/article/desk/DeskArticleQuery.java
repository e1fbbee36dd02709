package press.gazette.article.desk;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.hibernate.orm.panache.Panache;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.Status;
import press.gazette.paging.DatedKey;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.problem.ParameterValue;

/**
 * The desk's listing of articles, the last edited first.
 *
 * @param status only articles with this status; absent: all
 * @param after the key behind which the page starts; absent: the beginning
 */
record DeskArticleQuery(
        ListingAddress address,
        @Nullable Status status,
        Limit limit,
        @Nullable DatedKey after) {

    private static final String COLUMNS = """
            a.id, a.text.slug, a.text.type, a.life.status, a.text.title,
            case when a.revisions.latestRevision <> a.revisions.liveRevision then true else false end,
            a.life.publishAt, a.dates.publishedAt, a.dates.modifiedAt, a.revisions.modifiedBy, a.version""";

    static DeskArticleQuery parse(@Nullable String status, @Nullable String limit, @Nullable String cursor) {
        ListingAddress address = ListingAddress.of("/v1/desk/articles").with("status", status);
        return new DeskArticleQuery(
                address,
                status == null ? null : ParameterValue.parse("status", status, Status.values(), known -> known.word),
                Limit.parse(limit),
                DatedKey.parse(cursor, address));
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
            parameters.put("at", after.date());
            parameters.put("id", after.id());
        }
        hql.append(status == null ? " order by " : " order by a.life.status asc, ")
                .append("a.dates.modifiedAt desc, a.id desc");
        SelectionQuery<DeskArticleCard> query = Panache.getSession(Article.class)
                .createSelectionQuery(hql.toString(), DeskArticleCard.class)
                .setMaxResults(limit.plusOne());
        parameters.forEach(query::setParameter);
        return Page.of(query.getResultList(), limit, card -> new DatedKey(card.modifiedAt(), card.id()).cursor());
    }
}
