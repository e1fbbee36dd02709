package press.gazette.article.reading;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.article.ArticleType;
import press.gazette.media.Media;
import press.gazette.time.Ends;

/**
 * What a listing reads of an article: everything a card shows but its tags, and never the body.
 *
 * @param modifiedAt the last edit that readers were given
 * @param renewedAt the later of {@code updatedAt} and the last appearance; not shown
 */
public record CardRow(
        UUID id,
        String slug,
        ArticleType type,
        String language,
        String title,
        @Nullable String kicker,
        @Nullable String standfirst,
        @Nullable String byline,
        @Nullable Media image,
        Instant firstPublishedAt,
        Instant publishedAt,
        Instant updatedAt,
        Instant modifiedAt,
        Instant renewedAt,
        int wordCount,
        @Nullable Instant expiresAt) {

    /** Whatever shows the article ends with it, and with the rights to its picture. */
    public CardRow {
        Ends.add(expiresAt);
        Ends.add(image == null ? null : image.rightsExpireAt());
    }

    private static final String COLUMNS = """
            a.id, a.slug, a.type, a.language, a.title, a.kicker, a.standfirst, a.byline, i,
            a.dates.firstPublishedAt, a.dates.publishedAt, a.dates.updatedAt,
            coalesce(a.dates.publicModifiedAt, a.dates.modifiedAt), a.dates.renewedAt, a.wordCount, a.life.expiresAt""";

    /** What an HQL query for cards selects as one value, given an article {@code a} and its picture {@code i}. */
    public static final String VALUE = "new press.gazette.article.reading.CardRow(" + COLUMNS + ")";
}
