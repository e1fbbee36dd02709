package press.gazette.feed.sitemap;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.article.PublicArticles;
import press.gazette.database.Sql;

/**
 * The dates of a sitemap in the index.
 *
 * @param updatedAt the last significant edit of an article in it; null if there are no articles
 * @param newsUpdatedAt the last significant edit of a news article in it; null if there are none
 */
record SitemapPart(@Nullable Instant updatedAt, @Nullable Instant newsUpdatedAt) {

    private static final SitemapPart EMPTY = new SitemapPart(null, null);

    private static final String PLACED =
            "row_number() over (order by a.status desc, a.published_at, a.id) as place, a.updated_at," + " case when "
                    + PublicArticles.LISTED + " then a.published_at end as published_at";

    /**
     * All parts in the order of {@link SitemapEntry#part}, at least one, with one statement that reads every article:
     * the response is cached until articles change.
     *
     * @param site the beginning of all URLs of articles
     */
    static List<SitemapPart> all(String site, Instant now) {
        String part = "(placed.place - 1) / " + SitemapEntry.MOST_PER_PART;
        List<SitemapPart> parts = Sql.of(
                        "select max(placed.updated_at), max(case when placed.published_at >= ? then placed.updated_at end) from (",
                        SitemapEntry.sinceNews(now))
                .plus(SitemapEntry.own(PLACED, site, now))
                .plus(") placed group by " + part + " order by " + part)
                .rows(row -> new SitemapPart(row.instantOrNull(), row.instantOrNull()));
        return parts.isEmpty() ? List.of(EMPTY) : parts;
    }
}
