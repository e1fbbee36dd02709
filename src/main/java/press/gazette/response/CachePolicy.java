package press.gazette.response;

import java.time.Duration;

/**
 * The lifetimes of responses in caches. They are constants of the kind of resource and never of the content: one cut short for
 * a story that is about to appear would betray its embargo. Responses that show articles live for minutes only, so that a cache
 * that misses an invalidation soon asks again.
 */
public enum CachePolicy {
    /** One article. */
    ARTICLE(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(10)),
    /** Listings of articles, curated lists, pages and feeds, where new articles appear first. */
    LISTING(Duration.ofSeconds(15), Duration.ofMinutes(5), Duration.ofMinutes(10)),
    /** Feeds of days that are over, and sitemaps of articles: they change rarely. */
    ARCHIVE(Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(10)),
    /** Tags and their listings, which change rarely. */
    VOCABULARY(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(1)),
    /** Full pages of changes, without the content: an outdated one shows a change that a later page shows again. */
    CHANGES(Duration.ofHours(1), Duration.ofHours(1), Duration.ofDays(1)),
    /** The last page of changes, which clients poll. */
    LATEST_CHANGES(Duration.ofSeconds(5), Duration.ZERO, Duration.ZERO),
    /** The entry document, problem pages and other texts that change with a release. */
    RELEASE(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(1)),
    /** Pages for people with their scripts and styles. A release changes them together, so caches revalidate each of them. */
    PAGE(Duration.ZERO, Duration.ZERO, Duration.ZERO),
    /** 404 and 410, which may end at any moment. */
    ABSENCE(Duration.ofSeconds(10), Duration.ZERO, Duration.ZERO);

    private final Duration fresh;
    private final Duration revalidating;

    /** While the origin does not respond, a stale response is better than none. */
    private final Duration onError;

    CachePolicy(Duration fresh, Duration revalidating, Duration onError) {
        this.fresh = fresh;
        this.revalidating = revalidating;
        this.onError = onError;
    }

    /** The value of Cache-Control (RFC 9111, RFC 5861). */
    public String header() {
        String freshOnly = "public, max-age=" + fresh.toSeconds();
        return revalidating.isZero()
                ? freshOnly
                : freshOnly + ", stale-while-revalidate=" + revalidating.toSeconds() + ", stale-if-error="
                        + onError.toSeconds();
    }
}
