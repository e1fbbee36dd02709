package press.gazette.search.reading;

import jakarta.inject.Singleton;

import press.gazette.cache.ReadYourWrites;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.search.query.SearchIndex;

/** Lets a client find what it has just written: a search with the number of a change waits until the index has it. */
@Singleton
final class IndexReadYourWrites {

    private final SearchIndex index;
    private final ReadYourWrites reads;

    IndexReadYourWrites(SearchIndex index, ReadYourWrites reads) {
        this.index = index;
        this.reads = reads;
    }

    /**
     * Waits, if the running request names a change.
     *
     * @throws Problem {@code search-not-ready} if the index does not have it in time
     */
    void await() {
        reads.wanted().ifPresent(seq -> {
            if (!index.reaches(seq, reads.patience())) {
                throw Problem.of(
                        ProblemType.SEARCH_NOT_READY, "The index of this node does not have change " + seq + " yet.");
            }
        });
    }
}
