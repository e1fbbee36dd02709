package press.gazette.search.query;

import java.time.Duration;
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
 * @param corrected true if a better question is asked for, in case this one finds little
 * @param deadline by {@link System#nanoTime}: then the request is given up, with all its pages
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
        boolean counted,
        boolean corrected,
        long deadline) {

    /** A question that takes longer is rejected: no honest one does. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The most values that an index gives for a facet: more than readers see, since some are of hidden tags. */
    public static final int MOST_FACET_VALUES = 40;

    public IndexQuery {
        facets = Set.copyOf(facets);
    }

    /** A query that begins now; its first page has a correction, if typing errors are forgiven. */
    public IndexQuery(
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
        this(
                question,
                match,
                typos,
                filter,
                order,
                now,
                after,
                limit,
                facets,
                counted,
                typos && after == null,
                System.nanoTime() + PATIENCE.toNanos());
    }

    /** The query for one hit of another question, without typing errors, facets, counts and correction, with the same deadline. */
    public IndexQuery instead(Question other) {
        return new IndexQuery(other, match, false, filter, order, now, null, 1, Set.of(), false, false, deadline);
    }

    /** The query for further hits behind one, without counts and correction, with the same deadline. */
    public IndexQuery behind(Hit hit) {
        return new IndexQuery(question, match, typos, filter, order, now, hit, limit, Set.of(), false, false, deadline);
    }
}
