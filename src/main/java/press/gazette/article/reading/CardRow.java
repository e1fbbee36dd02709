package press.gazette.article.reading;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.article.ArticleType;
import press.gazette.change.LedgerMark;
import press.gazette.database.Row;
import press.gazette.media.Picture;
import press.gazette.media.Rights;
import press.gazette.time.Ends;

/**
 * What a listing reads of an article: everything a card shows but its tags, and never the body.
 *
 * @param modifiedAt the last edit that readers were given
 * @param tags the ids of its tags in editorial order, whether readers may see them or not; empty where none are shown
 * @param mark where the ledger ended when the row was read
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
        @Nullable Instant expiresAt,
        List<UUID> tags,
        LedgerMark mark) {

    /** Whatever shows the article ends with it, and with the rights to its picture. */
    public CardRow {
        Ends.add(expiresAt);
    }

    private static final String COLUMNS = """
            a.id, a.slug, a.type, a.language, a.title, a.kicker, a.standfirst, a.byline, %s,
            a.first_published_at, a.published_at, a.updated_at, coalesce(a.public_modified_at, a.modified_at), a.renewed_at,
            a.word_count, a.expires_at, %s, %s""";

    private static final String TAGS =
            "(select array_agg(g.tag_id order by g.position) from tagging g where g.article_id = a.id)";

    /** The columns of a query for cards, given articles {@code a} and their pictures {@code i}. */
    static String columns(Showing showing) {
        return COLUMNS.formatted(
                Rights.COLUMNS, showing.showsTags() ? TAGS : "cast(null as uuid array)", LedgerMark.COLUMNS);
    }

    /** Takes the columns. */
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
                Rights.picture(row),
                row.instant(),
                row.instant(),
                row.instant(),
                row.instant(),
                row.instant(),
                row.integer(),
                row.instantOrNull(),
                row.uuids(),
                LedgerMark.of(row));
    }
}
