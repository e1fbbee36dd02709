package press.gazette.feed.sitemap;

import java.time.Instant;
import java.util.List;

import io.quarkus.hibernate.orm.panache.Panache;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;

/**
 * What the index of sitemaps says of one part of the map of all articles.
 *
 * @param updatedAt the last significant edit of an article in it; absent: there are no articles
 * @param newsUpdatedAt the same of those that are news; absent: none are
 */
record SitemapPart(@Nullable Instant updatedAt, @Nullable Instant newsUpdatedAt) {

    private static final SitemapPart EMPTY = new SitemapPart(null, null);

    /** Counts the articles in the order of {@link SitemapEntry#part}. */
    private static final String PARTS =
            """
            select max(placed.updatedAt), max(case when placed.publishedAt >= :since then placed.updatedAt end)
            from (select row_number() over (order by a.life.status desc, a.dates.publishedAt, a.id) as place,
                         a.dates.updatedAt as updatedAt, a.dates.publishedAt as publishedAt
                  from Article a where %s) placed
            group by (placed.place - 1) / %d order by (placed.place - 1) / %d""".formatted(SitemapEntry.OWN, SitemapEntry.MOST_OF_PART, SitemapEntry.MOST_OF_PART);

    /**
     * All parts, at least one, by one statement that reads every article: the response is kept until articles change.
     *
     * @param site the beginning of all pages of articles
     */
    static List<SitemapPart> all(String site, Instant now) {
        List<SitemapPart> parts = Panache.getSession(Article.class)
                .createSelectionQuery(PARTS, SitemapPart.class)
                .setParameter("site", site)
                .setParameter("now", now)
                .setParameter("since", SitemapEntry.sinceNews(now))
                .getResultList();
        return parts.isEmpty() ? List.of(EMPTY) : parts;
    }
}
