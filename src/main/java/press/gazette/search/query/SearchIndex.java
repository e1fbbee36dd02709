package press.gazette.search.query;

import java.time.Duration;

/** An index of public articles. It proposes ids; the rows are the database's, so that a late index shows nothing hidden. */
public interface SearchIndex {

    /**
     * Proposes a page of hits.
     *
     * @throws press.gazette.problem.Problem {@code search-not-ready} while the index is built or broken, or does not respond in
     *     time; {@code search-off} if the settings exclude an index
     */
    Proposal propose(IndexQuery query);

    /**
     * Waits until proposals know of a change.
     *
     * @param seq the number of the change in the ledger
     * @return false if they do not in that time, or there is no index yet
     * @throws press.gazette.problem.Problem {@code search-off} if the settings exclude an index
     */
    boolean reaches(long seq, Duration patience);
}
