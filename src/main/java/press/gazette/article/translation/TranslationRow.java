package press.gazette.article.translation;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.database.Row;
import press.gazette.time.Expiries;

/**
 * An article of a group of translations, with the parts of its URLs.
 *
 * @param original of the group
 * @param noIndex true if search engines must not index it
 * @param canonicalUrl the URL of the original elsewhere; null: its own page
 */
public record TranslationRow(
        UUID original,
        UUID id,
        String language,
        String slug,
        Instant firstPublishedAt,
        boolean noIndex,
        @Nullable String canonicalUrl,
        @Nullable Instant expiresAt) {

    /** The columns, from translations {@code t} of articles {@code a}. */
    public static final String COLUMNS =
            "t.original, a.id, a.language, a.slug, a.first_published_at, a.no_index, a.canonical_url, a.expires_at";

    /** A response with the link ends with the article. */
    public TranslationRow {
        Expiries.add(expiresAt);
    }

    /** Reads the columns. */
    public static TranslationRow of(Row row) {
        return new TranslationRow(
                row.uuid(),
                row.uuid(),
                row.text(),
                row.text(),
                row.instant(),
                row.flag(),
                row.textOrNull(),
                row.instantOrNull());
    }
}
