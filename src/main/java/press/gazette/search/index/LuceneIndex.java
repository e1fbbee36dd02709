package press.gazette.search.index;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

import org.apache.lucene.store.AlreadyClosedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.search.engine.Engine;
import press.gazette.search.engine.PositionWaits;
import press.gazette.search.engine.SearchConfig;
import press.gazette.search.engine.SearchMetrics;
import press.gazette.search.index.retrieval.Retrieval;
import press.gazette.search.index.retrieval.Snapshot;
import press.gazette.search.query.IndexQuery;
import press.gazette.search.query.Proposal;
import press.gazette.search.query.SearchIndex;

/**
 * The index as searches use it: the latest {@link Snapshot}, which {@link Indexer} replaces. A search holds the state that it began
 * with, whatever happens to the index meanwhile.
 */
@Singleton
@Typed(LuceneIndex.class)
public final class LuceneIndex implements SearchIndex {

    private static final Logger LOG = Logger.getLogger(LuceneIndex.class);

    private final Retrieval retrieval;
    private final SearchMetrics metrics;
    private final boolean exists;
    private final AtomicBoolean suspect = new AtomicBoolean();
    private final PositionWaits waits = new PositionWaits(this::seq);

    private volatile @Nullable Snapshot current;
    private volatile Runnable atFailure = () -> {};

    LuceneIndex(SearchConfig config, SearchMetrics metrics) {
        retrieval = new Retrieval(config.languages().orElse(List.of()), config.halfLife());
        this.metrics = metrics;
        exists = config.search() == Engine.LUCENE;
        if (exists) {
            metrics.show(this::seq, this::documents);
        }
    }

    @Override
    public Proposal propose(IndexQuery query) {
        checkExists();
        Snapshot snapshot = acquired();
        try {
            Proposal proposal = retrieval.propose(snapshot, query);
            metrics.count(proposal.hits().isEmpty() ? SearchMetrics.Outcome.EMPTY : SearchMetrics.Outcome.FOUND);
            return proposal;
        } catch (Retrieval.TooSlow e) {
            metrics.count(SearchMetrics.Outcome.TOO_SLOW);
            throw Problem.of(ProblemType.SEARCH_NOT_READY, "The index did not respond in time.");
        } catch (IOException | AlreadyClosedException | InternalError e) {
            // Mapped files that are cut short raise an InternalError.
            metrics.count(SearchMetrics.Outcome.FAILED);
            failed(e);
            throw Problem.of(ProblemType.SEARCH_NOT_READY, "The index cannot be read. It is being repaired.");
        } catch (RuntimeException e) {
            // A defect of the question's reading: the files are not to blame.
            metrics.count(SearchMetrics.Outcome.FAILED);
            throw e;
        } finally {
            released(snapshot);
        }
    }

    @Override
    public boolean reaches(long seq, Duration patience) {
        checkExists();
        return waits.reaches(seq, patience);
    }

    /** The number of the last change in it; -1 while there is no index. */
    long seq() {
        Snapshot snapshot = current;
        return snapshot == null ? -1 : snapshot.position().seq();
    }

    /** The number of articles in it; 0 while there is no index. */
    int documents() {
        Snapshot snapshot = current;
        if (snapshot == null || !snapshot.acquire()) {
            return 0;
        }
        try {
            return snapshot.documents();
        } finally {
            released(snapshot);
        }
    }

    private void checkExists() {
        if (!exists) {
            throw Problem.of(ProblemType.SEARCH_OFF, "This server has no index.");
        }
    }

    private Snapshot acquired() {
        Snapshot snapshot = current;
        while (snapshot != null && !snapshot.acquire()) {
            // It was replaced since.
            snapshot = current;
        }
        if (snapshot == null) {
            throw notReady();
        }
        return snapshot;
    }

    private Problem notReady() {
        metrics.count(SearchMetrics.Outcome.NOT_READY);
        return Problem.of(ProblemType.SEARCH_NOT_READY, "The index of this node is being built.");
    }

    private static void released(Snapshot snapshot) {
        try {
            snapshot.release();
        } catch (IOException e) {
            LOG.debug("A state of the index could not be closed", e);
        }
    }

    /** The words of a search may be a reader's secret: the failure names them at no level above DEBUG. */
    private void failed(Throwable failure) {
        if (suspect.compareAndSet(false, true)) {
            LOG.errorf(
                    "A search has failed; the index is examined; cause=%s",
                    failure.getClass().getName());
            LOG.debug("The failed search", failure);
        }
        atFailure.run();
    }

    /** Registers the repair. */
    void atFailure(Runnable repair) {
        atFailure = repair;
    }

    /** True if a search has failed since the last call. */
    boolean wasSuspect() {
        return suspect.getAndSet(false);
    }

    @Nullable
    Snapshot current() {
        return current;
    }

    /** Replaces the state, for all searches that begin from now on; null: there is no index. */
    void replace(@Nullable Snapshot next) {
        Snapshot former = current;
        current = next;
        if (former != null) {
            released(former);
        }
        waits.moved();
    }
}
