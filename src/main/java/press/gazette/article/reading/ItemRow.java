package press.gazette.article.reading;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.article.Correction;
import press.gazette.article.PublicArticles;
import press.gazette.article.draft.Seo;
import press.gazette.database.Row;
import press.gazette.json.Json;

/**
 * The row of an article in a listing: the row of its card and, if asked for, the body.
 *
 * @param body absent: not asked for
 * @param corrections absent: not asked for
 * @param seo absent: not asked for, or none
 */
public record ItemRow(
        CardRow card,
        @Nullable StoredBody body,
        @Nullable List<Correction> corrections,
        @Nullable Seo seo) {

    /** The visible ones of these articles. */
    public static Map<UUID, ItemRow> visible(Collection<UUID> ids, Detail detail, Instant now) {
        return PublicArticles.pictured(ids, columns(detail), row -> of(row, detail), now).stream()
                .collect(Collectors.toMap(row -> row.card().id(), Function.identity()));
    }

    /** The columns for items, from articles {@code a} with their pictures {@code i}. */
    public static String columns(Detail detail) {
        return CardRow.columns(detail)
                + (detail.showsBody() ? ", " + StoredBody.columns(detail.body()) : "")
                + (detail.includesCorrections() ? ", a.corrections" : "")
                + (detail.includesSeo() ? ", a.seo" : "");
    }

    /** Reads the columns. */
    public static ItemRow of(Row row, Detail detail) {
        CardRow card = CardRow.of(row);
        StoredBody body = detail.showsBody() ? StoredBody.of(row) : null;
        List<Correction> corrections =
                detail.includesCorrections() ? Json.listFromColumn(row.text(), Correction.class) : null;
        return new ItemRow(card, body, corrections, detail.includesSeo() ? seo(row) : null);
    }

    /** The body as plain text, as far as the caller may read it; empty if it was not read. */
    public String text() {
        return body == null ? "" : body.text();
    }

    /** The same row without the body. */
    public ItemRow withoutBody() {
        return new ItemRow(card, null, corrections, seo);
    }

    static @Nullable Seo seo(Row row) {
        String seo = row.textOrNull();
        return seo == null ? null : Json.fromColumn(seo, Seo.class);
    }
}
