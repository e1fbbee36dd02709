package press.gazette.delivery;

import java.time.Duration;

/**
 * How long others may keep an answer. The lifetimes are constants of the kind of resource and never of the content: one cut
 * short for a story that is about to appear would betray its embargo.
 */
public enum CachePolicy {
    /** One article. */
    ARTICLE(Duration.ofSeconds(30), Duration.ofMinutes(5)),
    /** Listings of articles, curated lists and pages: what is new shows here first. */
    LISTING(Duration.ofSeconds(15), Duration.ofMinutes(5)),
    /** Tags and their listings, which change rarely. */
    VOCABULARY(Duration.ofMinutes(5), Duration.ofHours(1)),
    /** The entry document, problem pages and other texts that change with a release. */
    RELEASE(Duration.ofHours(1), Duration.ofDays(1)),
    /** Pages for people and the parts they are made of: a release changes them together, so each is asked for each time. */
    PAGE(Duration.ZERO, Duration.ZERO),
    /** Refusals that may end any moment, such as 404 and 410. */
    ABSENCE(Duration.ofSeconds(10), Duration.ZERO);

    /** When the origin does not answer, an old page is better than none. */
    private static final Duration STALE_IF_ERROR = Duration.ofDays(1);

    private final Duration fresh;
    private final Duration revalidating;

    CachePolicy(Duration fresh, Duration revalidating) {
        this.fresh = fresh;
        this.revalidating = revalidating;
    }

    /** The value of Cache-Control (RFC 9111, RFC 5861). */
    String header() {
        String freshOnly = "public, max-age=" + fresh.toSeconds();
        return revalidating.isZero()
                ? freshOnly
                : freshOnly + ", stale-while-revalidate=" + revalidating.toSeconds() + ", stale-if-error="
                        + STALE_IF_ERROR.toSeconds();
    }
}
