package press.gazette.article.reading;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.article.access.Access;
import press.gazette.article.draft.ArticleType;
import press.gazette.change.LedgerMark;
import press.gazette.database.Row;
import press.gazette.media.Picture;
import press.gazette.media.Rights;
import press.gazette.media.UseCrops;
import press.gazette.media.rendition.Focus;
import press.gazette.time.Expiries;

/**
 * The row of an article in a listing: the columns of its card and the ids of its tags, without the body.
 *
 * @param access absent: free
 * @param modifiedAt the last edit that readers could notice
 * @param tags the ids of its tags in editorial order, visible or not; empty if the response shows no tags
 * @param mark the end of the ledger when the row was read
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
        @Nullable Picture image,
        Instant firstPublishedAt,
        Instant publishedAt,
        Instant updatedAt,
        Instant modifiedAt,
        Instant renewedAt,
        int wordCount,
        @Nullable Access access,
        @Nullable Instant expiresAt,
        List<UUID> tags,
        LedgerMark mark) {

    /** A cached response ends with the article's expiry; {@link Rights} adds the end of its picture's rights. */
    public CardRow {
        Expiries.add(expiresAt);
    }

    private static final String COLUMNS = """
            a.id, a.slug, a.type, a.language, a.title, a.kicker, a.standfirst, a.byline, %s, a.image_focus_x,
            a.image_focus_y, a.first_published_at, a.published_at, a.updated_at, coalesce(a.public_modified_at, a.modified_at), a.renewed_at,
            a.word_count, a.access_level, a.access_preview, a.expires_at, %s, %s""";

    private static final String TAGS =
            "(select array_agg(g.tag_id order by g.position) from tagging g where g.article_id = a.id)";

    /** The columns for cards, from articles {@code a} with their pictures {@code i}. */
    static String columns(Detail detail) {
        return COLUMNS.formatted(
                Rights.COLUMNS, detail.showsTags() ? TAGS : "cast(null as uuid array)", LedgerMark.COLUMNS);
    }

    /** Reads the columns. */
    static CardRow of(Row row) {
        return new CardRow(
                row.uuid(),
                row.text(),
                row.constant(ArticleType.class),
                row.text(),
                row.text(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                image(Rights.picture(row), row.integerOrNull(), row.integerOrNull()),
                row.instant(),
                row.instant(),
                row.instant(),
                row.instant(),
                row.instant(),
                row.integer(),
                access(row.textOrNull(), row.integerOrNull()),
                row.instantOrNull(),
                row.uuids(),
                LedgerMark.of(row));
    }

    /** The picture with the article's own focus, if it has one. */
    private static @Nullable Picture image(@Nullable Picture picture, @Nullable Integer x, @Nullable Integer y) {
        return picture == null || x == null || y == null
                ? picture
                : UseCrops.get().about(new Focus(x, y), picture);
    }

    private static @Nullable Access access(@Nullable String level, @Nullable Integer preview) {
        return level == null || preview == null ? null : new Access(level, preview);
    }
}
