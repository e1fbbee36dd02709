package press.gazette.article.reading;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.article.Correction;
import press.gazette.article.PublicArticles;
import press.gazette.article.draft.Provenance;
import press.gazette.article.draft.Seo;
import press.gazette.article.translation.TranslationRow;
import press.gazette.change.LedgerPosition;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.json.Json;
import press.gazette.media.Rights;

/**
 * The row of an article with all its parts.
 *
 * @param original the article of which it is a translation, or the article itself if it is translated; absent: neither
 * @param translations the public ones, by language, without the article itself; empty until {@link #translated} has read them
 */
public record WholeRow(
        ItemRow item,
        List<Correction> corrections,
        Provenance provenance,
        @Nullable Seo seo,
        int version,
        @Nullable UUID original,
        List<TranslationRow> translations) {

    /** The row of any article, visible or not, with the picture only if readers may see it. */
    public static WholeRow of(UUID id, Detail detail, Instant now) {
        return Sql.of("select " + columns(detail) + " from article a")
                .plus(Rights.join(now))
                .plus(" where a.id = ?", id)
                .first(row -> of(row, detail))
                .orElseThrow();
    }

    /** The visible ones of these articles. */
    public static Map<UUID, WholeRow> visible(Collection<UUID> ids, Detail detail, Instant now) {
        return PublicArticles.pictured(ids, columns(detail), row -> of(row, detail), now).stream()
                .collect(Collectors.toMap(row -> row.item().card().id(), Function.identity()));
    }

    /** The columns, from articles {@code a} with their pictures {@code i}. */
    static String columns(Detail detail) {
        return ItemRow.columns(detail)
                + ", a.corrections, a.canonical_url, a.source, a.rights, a.seo, coalesce(a.public_version, a.version),"
                + " (select t.original from translation t where t.article = a.id)";
    }

    /** Reads the columns. */
    static WholeRow of(Row row, Detail detail) {
        ItemRow item = ItemRow.of(row, detail);
        List<Correction> corrections = Json.listFromColumn(row.text(), Correction.class);
        Provenance provenance = new Provenance(row.textOrNull(), row.textOrNull(), row.textOrNull());
        Seo seo = ItemRow.seo(row);
        return new WholeRow(item, corrections, provenance, seo, row.integer(), row.uuidOrNull(), List.of());
    }

    /** The rows with their translations, which cost one statement for all; none if no row has any, or none are shown. */
    public static List<WholeRow> translated(List<WholeRow> rows, Detail detail, Instant now) {
        Set<UUID> originals = detail.fields().have("translations")
                ? rows.stream().flatMap(row -> Stream.ofNullable(row.original)).collect(Collectors.toSet())
                : Set.of();
        Map<UUID, List<TranslationRow>> translations = PublicArticles.translations(originals, now);
        return rows.stream().map(row -> row.translated(translations)).toList();
    }

    /** As above, for one row. */
    public WholeRow translated(Detail detail, Instant now) {
        return translated(List.of(this), detail, now).get(0);
    }

    private WholeRow translated(Map<UUID, List<TranslationRow>> all) {
        List<TranslationRow> others = original == null
                ? List.of()
                : all.getOrDefault(original, List.of()).stream()
                        .filter(each -> !each.id().equals(item.card().id()))
                        .toList();
        return new WholeRow(item, corrections, provenance, seo, version, original, others);
    }

    /** The end of the ledger when the row was read. */
    public LedgerPosition position() {
        return item.card().mark().position();
    }
}
