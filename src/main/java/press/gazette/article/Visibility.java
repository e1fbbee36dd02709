package press.gazette.article;

import java.time.Instant;

/**
 * What readers may see: an article is public when it is published, not embargoed and not expired. This is the only place
 * that says so, and all surfaces (pages, lists, feeds, search) ask in these words.
 */
public final class Visibility {

    /** The rule as an HQL condition on an article {@code a} at the instant {@code :now}. */
    public static final String PUBLIC = """
            (a.life.status = PUBLISHED
             and (a.life.embargoUntil is null or a.life.embargoUntil <= :now)
             and (a.life.expiresAt is null or a.life.expiresAt > :now))""";

    private Visibility() {}

    /** The same rule for an article at hand. A test holds the two together. */
    public static boolean includes(Article article, Instant now) {
        Instant embargo = article.life().embargoUntil();
        Instant expiry = article.life().expiresAt();
        return article.life().status() == Status.PUBLISHED
                && (embargo == null || !embargo.isAfter(now))
                && (expiry == null || expiry.isAfter(now));
    }
}
