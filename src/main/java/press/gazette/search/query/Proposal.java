package press.gazette.search.query;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import press.gazette.change.LedgerPosition;

/**
 * The hits that an index proposes.
 *
 * @param hits in the order of the query, behind its {@code after}; as many as there are, up to the limit
 * @param total the exact number of all hits; absent unless asked for
 * @param facets an entry for each requested facet: up to {@link IndexQuery#MOST_FACET_VALUES} values, by descending count, then by
 *     value
 * @param didYouMean absent on further pages, with three hits or more, without typos, and if no other words find more
 * @param relaxed true if no article has the words that {@link Match#WORDS} asks for, and articles with some of them stand in
 * @param position the place in the ledger of the very state of the index that was read
 */
public record Proposal(
        List<Hit> hits,
        @Nullable Long total,
        Map<Facet, List<Facet.Count>> facets,
        @Nullable Correction didYouMean,
        boolean relaxed,
        LedgerPosition position) {

    public Proposal {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }
}
