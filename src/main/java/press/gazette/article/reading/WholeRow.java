package press.gazette.article.reading;

import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.article.Correction;
import press.gazette.article.Provenance;
import press.gazette.article.Seo;

/** What an article's own page reads of it. */
public record WholeRow(
        ItemRow item,
        List<Correction> corrections,
        @Nullable Provenance provenance,
        @Nullable Seo seo,
        int version) {

    /** What an HQL query for it selects, given an article {@code a} and its picture {@code i}. */
    static String columns(Showing showing) {
        return ItemRow.columns(showing) + ", a.corrections, a.provenance, a.seo, a.version";
    }

    /** Absent columns come back as an absent object. */
    Provenance origin() {
        return provenance == null ? Provenance.OWN : provenance;
    }
}
