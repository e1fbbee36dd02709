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
import press.gazette.article.Provenance;
import press.gazette.article.PublicArticles;
import press.gazette.article.Seo;
import press.gazette.change.Position;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.json.Json;
import press.gazette.media.Rights;

/** The row of an article's own page. */
public record WholeRow(
        ItemRow item,
        List<Correction> corrections,
        Provenance provenance,
        @Nullable Seo seo,
        int version) {

    /** The row of any article, whoever may see it; its picture is the one that readers may see. */
    public static WholeRow of(UUID id, Showing showing, Instant now) {
        return Sql.of("select " + columns(showing) + " from article a")
                .plus(Rights.join(now))
                .plus(" where a.id = ?", id)
                .first(row -> of(row, showing))
                .orElseThrow();
    }

    /** Those of these articles that readers may see. */
    public static Map<UUID, WholeRow> visible(Collection<UUID> ids, Showing showing, Instant now) {
        return PublicArticles.pictured(ids, columns(showing), row -> of(row, showing), now).stream()
                .collect(Collectors.toMap(row -> row.item().card().id(), Function.identity()));
    }

    /** The columns of a query for it, given articles {@code a} and their pictures {@code i}. */
    static String columns(Showing showing) {
        return ItemRow.columns(showing)
                + ", a.corrections, a.canonical_url, a.source, a.rights, a.seo, coalesce(a.public_version, a.version)";
    }

    /** Takes the columns. */
    static WholeRow of(Row row, Showing showing) {
        ItemRow item = ItemRow.of(row, showing);
        List<Correction> corrections = Json.listFromColumn(row.text(), Correction.class);
        Provenance provenance = new Provenance(row.textOrNull(), row.textOrNull(), row.textOrNull());
        String seo = row.textOrNull();
        return new WholeRow(
                item, corrections, provenance, seo == null ? null : Json.fromColumn(seo, Seo.class), row.integer());
    }

    /** The end of the ledger when the row was read. */
    public Position position() {
        return item.card().mark().position();
    }
}
