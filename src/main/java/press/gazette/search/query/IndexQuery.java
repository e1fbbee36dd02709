package press.gazette.search.query;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A page of hits to propose, all bounds checked.
 *
 * @param typos true if a word also finds words that differ by a typing error
 * @param now the moment of the read: embargoes and expiries are compared with it
 * @param after the last hit of the page before; absent: the first page
 * @param limit the most hits; at least 1
 * @param facets to count; empty: none
 * @param counted true if the total is asked for
 */
public record IndexQuery(
        Question question,
        Match match,
        boolean typos,
        HitFilter filter,
        SearchOrder order,
        Instant now,
        @Nullable Hit after,
        int limit,
        Set<Facet> facets,
        boolean counted) {

    /** The most values that an index gives for a facet: more than readers see, since some are of hidden tags. */
    public static final int MOST_FACET_VALUES = 40;

    public IndexQuery {
        facets = Set.copyOf(facets);
    }

    /** The query for further hits behind one, without counts. */
    public IndexQuery behind(Hit hit) {
        return new IndexQuery(question, match, typos, filter, order, now, hit, limit, Set.of(), false);
    }
}
