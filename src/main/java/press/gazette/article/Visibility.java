package press.gazette.article;

import java.time.Instant;

import press.gazette.database.Sql;

/**
 * The visibility of articles to readers: an article is public if it is published, not embargoed and not expired. This is the
 * only definition; all surfaces (pages, lists, feeds, search) use it.
 */
public final class Visibility {

    private Visibility() {}

    /** The rule as an SQL condition on an article {@code a}. */
    public static Sql at(Instant now) {
        return Sql.of("""
                (a.status = 'published'
                 and (a.embargo_until is null or a.embargo_until <= ?)
                 and (a.expires_at is null or a.expires_at > ?))""", now, now);
    }

    /** The same rule for an entity. A test compares the two. */
    public static boolean includes(Article article, Instant now) {
        Instant embargo = article.life().embargoUntil();
        Instant expiry = article.life().expiresAt();
        return article.life().status() == Status.PUBLISHED
                && (embargo == null || !embargo.isAfter(now))
                && (expiry == null || expiry.isAfter(now));
    }
}
