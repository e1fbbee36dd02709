package press.gazette.delivery;

import java.time.Duration;

/**
 * How long others may keep an answer. The lifetimes are constants of the kind of resource and never of the content: one cut
 * short for a story that is about to appear would betray its embargo. What shows articles is kept for minutes only, whatever
 * happens: a cache that is not told of a withdrawal still has to ask.
 */
public enum CachePolicy {
    /** One article. */
    ARTICLE(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(10)),
    /** Listings of articles, curated lists, pages and feeds: what is new shows here first. */
    LISTING(Duration.ofSeconds(15), Duration.ofMinutes(5), Duration.ofMinutes(10)),
    /** Feeds of days that are over, and sitemaps of articles: they change rarely. */
    ARCHIVE(Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(10)),
    /** Tags and their listings, which change rarely. */
    VOCABULARY(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(1)),
    /** The entry document, problem pages and other texts that change with a release. */
    RELEASE(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(1)),
    /** Pages for people and the parts they are made of: a release changes them together, so each is asked for each time. */
    PAGE(Duration.ZERO, Duration.ZERO, Duration.ZERO),
    /** Refusals that may end any moment, such as 404 and 410. */
    ABSENCE(Duration.ofSeconds(10), Duration.ZERO, Duration.ZERO);

    private final Duration fresh;
    private final Duration revalidating;

    /** When the origin does not answer, an old page is better than none. */
    private final Duration onError;

    CachePolicy(Duration fresh, Duration revalidating, Duration onError) {
        this.fresh = fresh;
        this.revalidating = revalidating;
        this.onError = onError;
    }

    /** The value of Cache-Control (RFC 9111, RFC 5861). */
    String header() {
        String freshOnly = "public, max-age=" + fresh.toSeconds();
        return revalidating.isZero()
                ? freshOnly
                : freshOnly + ", stale-while-revalidate=" + revalidating.toSeconds() + ", stale-if-error="
                        + onError.toSeconds();
    }
}
