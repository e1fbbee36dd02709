package press.gazette.feed.sitemap;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.article.PublicArticles;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.time.Ends;

/**
 * What search engines are told of an article. The news are selected by the date that they show, so that none of them is older
 * than it may be. Articles whose original is elsewhere are left out: they belong into the map of
 * the site that has it. An article that names its own page as the original is one of ours ({@link #isOwn}).
 *
 * @param firstPublishedAt part of its address on the newsroom's site
 * @param publishedAt the date that readers are shown
 * @param updatedAt the last significant edit
 * @param canonicalUrl where its original is, at this site or at one that begins with the same words; absent: here
 */
record SitemapEntry(
        UUID id,
        String slug,
        String language,
        String title,
        Instant firstPublishedAt,
        Instant publishedAt,
        Instant updatedAt,
        @Nullable Instant expiresAt,
        @Nullable String canonicalUrl) {

    /** Whatever names the article ends with it. */
    SitemapEntry {
        Ends.add(expiresAt);
    }

    /** The sitemap protocol's own bound. */
    static final int MOST_OF_PART = 50_000;

    /** Google's bounds on a news sitemap. */
    static final int MOST_OF_NEWS = 1_000;

    static final Duration NEWS = Duration.ofDays(2);

    /** A query for what may be our own; the database cannot tell whether an address that begins like ours is the article's. */
    static Sql own(String columns, String site, Instant now) {
        return PublicArticles.select(columns, now)
                .plus(
                        " and (a.canonical_url is null or left(a.canonical_url, length(cast(? as varchar))) = ?)",
                        site,
                        site);
    }

    private static final String COLUMNS = "a.id, a.slug, a.language, a.title, a.first_published_at, a.published_at,"
            + " a.updated_at, a.expires_at, a.canonical_url";

    private static SitemapEntry of(Row row) {
        return new SitemapEntry(
                row.uuid(),
                row.text(),
                row.text(),
                row.text(),
                row.instant(),
                row.instant(),
                row.instant(),
                row.instantOrNull(),
                row.textOrNull());
    }

    /** Whether the original is on the newsroom's own site, where the article has this page. */
    boolean isOwn(String page) {
        return canonicalUrl == null || canonicalUrl.equals(page);
    }

    /**
     * A part of all articles, the oldest first: what is new comes into the last one. It skips what stands before, which costs
     * what it skips; search engines come rarely, and what they get is kept.
     *
     * @param number from 1
     */
    static List<SitemapEntry> part(int number, String site, Instant now) {
        return own(COLUMNS, site, now)
                .plus(" order by a.status desc, a.published_at, a.id")
                .plus(" limit " + MOST_OF_PART + " offset ?", (number - 1) * MOST_OF_PART)
                .rows(SitemapEntry::of);
    }

    /** The earliest date of what is news; to the second, since the map shows no more of a date. */
    static Instant sinceNews(Instant now) {
        return now.minus(NEWS).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    /** The news of the last two days, the newest first. */
    static List<SitemapEntry> news(String site, Instant now) {
        return own(COLUMNS, site, now)
                .plus(" and a.published_at >= ?", sinceNews(now))
                .plus(" order by a.status, a.published_at desc, a.id desc limit " + MOST_OF_NEWS)
                .rows(SitemapEntry::of);
    }
}
