package press.gazette.feed.sitemap;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.article.PublicArticles;
import press.gazette.article.translation.TranslationRow;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.time.Expiries;

/**
 * An article in a sitemap. News articles are selected by the date that readers see, so that none is too old for the
 * extension. Articles whose original is on another site are left out: they belong in that site's sitemap. An article
 * whose canonical URL is its own page is included ({@link #isOwn}).
 *
 * @param firstPublishedAt part of its URL on the newsroom's site
 * @param publishedAt the date that readers see
 * @param updatedAt the last significant edit
 * @param canonicalUrl begins with the URL of this site; null if the original is here
 * @param original of the translations to which it belongs; null: it has none, or the sitemap does not name them
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
        @Nullable String canonicalUrl,
        @Nullable UUID original) {

    /** A response that holds the article is valid until the article expires. */
    SitemapEntry {
        Expiries.add(expiresAt);
    }

    /** The limit of the sitemap protocol. */
    static final int MOST_PER_PART = 50_000;

    /** Google's limits on a news sitemap. */
    static final int MOST_OF_NEWS = 1_000;

    static final Duration NEWS = Duration.ofDays(2);

    /**
     * Selects articles that may be on this site and that search engines may index. The database cannot tell if a URL that begins like this site's is the
     * article's own.
     */
    static Sql own(String columns, String site, Instant now) {
        return PublicArticles.selectAny(columns, now)
                .plus(
                        " and not a.no_index and (a.canonical_url is null or left(a.canonical_url, length(cast(? as varchar))) = ?)",
                        site,
                        site);
    }

    private static final String COLUMNS = "a.id, a.slug, a.language, a.title, a.first_published_at, a.published_at,"
            + " a.updated_at, a.expires_at, a.canonical_url, ";

    private static final String ORIGINAL = "(select t.original from translation t where t.article = a.id)";
    private static final String NO_ORIGINAL = "cast(null as uuid)";

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
                row.textOrNull(),
                row.uuidOrNull());
    }

    /** True if the original is this page on the newsroom's own site. */
    boolean isOwn(String page) {
        return canonicalUrl == null || canonicalUrl.equals(page);
    }

    /**
     * A part of all articles, the oldest first: new articles come into the last part. The offset costs as much as it
     * skips, but search engines come rarely and the response is cached.
     *
     * @param number from 1
     */
    static List<SitemapEntry> part(int number, String site, Instant now) {
        return own(COLUMNS + ORIGINAL, site, now)
                .plus(" order by a.status desc, a.published_at, a.id")
                .plus(" limit " + MOST_PER_PART + " offset ?", (number - 1) * MOST_PER_PART)
                .rows(SitemapEntry::of);
    }

    /** The translations of the entries by their originals: one statement, if there are any. */
    static Map<UUID, List<TranslationRow>> translations(List<SitemapEntry> entries, Instant now) {
        Set<UUID> originals = entries.stream()
                .flatMap(entry -> Stream.ofNullable(entry.original))
                .collect(Collectors.toSet());
        return PublicArticles.translations(originals, now);
    }

    /** The earliest date of news, in whole seconds, since the sitemap shows no fractions. */
    static Instant sinceNews(Instant now) {
        return now.minus(NEWS).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    /** The news of the last two days, the newest first. */
    static List<SitemapEntry> news(String site, Instant now) {
        return own(COLUMNS + NO_ORIGINAL, site, now)
                .plus(" and " + PublicArticles.LISTED + " and a.published_at >= ?", sinceNews(now))
                .plus(" order by a.status, a.published_at desc, a.id desc limit " + MOST_OF_NEWS)
                .rows(SitemapEntry::of);
    }
}
