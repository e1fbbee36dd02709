package press.gazette.article.reading;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.quarkus.hibernate.orm.panache.Panache;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.Correction;
import press.gazette.article.Provenance;
import press.gazette.article.Seo;
import press.gazette.article.Visibility;
import press.gazette.change.Position;
import press.gazette.media.Rights;

/**
 * What an article's own page reads of it.
 *
 * @param position where the ledger ended when the row was read
 */
public record WholeRow(
        ItemRow item,
        List<Correction> corrections,
        @Nullable Provenance provenance,
        @Nullable Seo seo,
        int version,
        Position position) {

    private static final String NAME = "new press.gazette.article.reading.WholeRow(";

    /** As a query makes it. */
    public WholeRow(
            ItemRow item,
            List<Correction> corrections,
            @Nullable Provenance provenance,
            @Nullable Seo seo,
            int version,
            long seq,
            Instant at) {
        this(item, corrections, provenance, seo, version, new Position(seq, at));
    }

    /** The row of any article, whoever may see it; its picture is the one that readers may see. */
    public static WholeRow of(UUID id, Showing showing, Instant now) {
        return Panache.getSession(Article.class)
                .createSelectionQuery(
                        "select %s from Article a left join a.image %s cross join LedgerHead h where a.id = :id"
                                .formatted(columns(showing), Rights.VALID),
                        WholeRow.class)
                .setParameter("id", id)
                .setParameter("now", now)
                .getSingleResult();
    }

    /** Those of these articles that readers may see. */
    public static Map<UUID, WholeRow> visible(Collection<UUID> ids, Showing showing, Instant now) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return Panache.getSession(Article.class)
                .createSelectionQuery(
                        "select %s from Article a left join a.image %s cross join LedgerHead h where a.id in :ids and %s"
                                .formatted(columns(showing), Rights.VALID, Visibility.PUBLIC),
                        WholeRow.class)
                .setParameter("ids", ids)
                .setParameter("now", now)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.item().card().id(), Function.identity()));
    }

    /** What an HQL query for it selects, given an article {@code a}, its picture {@code i} and the ledger's head {@code h}. */
    static String columns(Showing showing) {
        return NAME + ItemRow.columns(showing) + ", a.corrections, a.provenance, a.seo,"
                + " coalesce(a.saves.publicVersion, a.version), h.seq, h.at)";
    }

    /** Absent columns come back as an absent object. */
    Provenance origin() {
        return provenance == null ? Provenance.OWN : provenance;
    }
}
