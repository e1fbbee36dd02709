package press.gazette.search.opensearch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.change.LedgerPosition;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.search.engine.Engine;
import press.gazette.search.engine.PositionWaits;
import press.gazette.search.engine.SearchConfig;
import press.gazette.search.engine.SearchMetrics;
import press.gazette.search.opensearch.cluster.Cluster;
import press.gazette.search.opensearch.cluster.ClusterFailure;
import press.gazette.search.opensearch.retrieval.ClusterRetrieval;
import press.gazette.search.opensearch.retrieval.IndexView;
import press.gazette.search.query.IndexQuery;
import press.gazette.search.query.Proposal;
import press.gazette.search.query.SearchIndex;

/** The shared index as the searches of this node use it: the latest {@link IndexView}, which {@link ClusterIndexer} replaces. */
@Singleton
@Typed(OpenSearchIndex.class)
public final class OpenSearchIndex implements SearchIndex {

    private static final Logger LOG = Logger.getLogger(OpenSearchIndex.class);

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final ClusterRetrieval retrieval;
    private final SearchMetrics metrics;
    private final PositionWaits waits = new PositionWaits(this::seq);

    private final AtomicLong lookedAt = new AtomicLong(System.nanoTime() - LOOKS_EVERY.toNanos());

    private volatile @Nullable IndexView view;
    private volatile @Nullable String failure;
    private volatile Runnable atFailure = () -> {};

    OpenSearchIndex(SearchConfig config, Cluster cluster, SearchMetrics metrics) {
        this.cluster = cluster;
        this.metrics = metrics;
        retrieval = new ClusterRetrieval(cluster, config.languages().orElse(List.of()), config.halfLife());
        if (config.search() == Engine.OPENSEARCH) {
            metrics.show(this::seq, this::documents);
        }
    }

    @Override
    public Proposal propose(IndexQuery query) {
        IndexView present = view;
        if (present == null) {
            metrics.count(SearchMetrics.Outcome.NOT_READY);
            throw notReady("The index is being built, or OpenSearch does not respond.");
        }
        try {
            Proposal proposal = cluster.propose(() -> proposed(present, query));
            metrics.count(proposal.hits().isEmpty() ? SearchMetrics.Outcome.EMPTY : SearchMetrics.Outcome.FOUND);
            return proposal;
        } catch (ClusterFailure e) {
            boolean isAway = e.kind() == ClusterFailure.Kind.AWAY || e.kind() == ClusterFailure.Kind.SLOW;
            metrics.count(isAway ? SearchMetrics.Outcome.TOO_SLOW : SearchMetrics.Outcome.FAILED);
            // The words of a search may be a reader's secret: the failure has none of them.
            LOG.debugf("A search on OpenSearch has failed; cause=%s", e.getMessage());
            look();
            throw notReady(isAway ? "OpenSearch does not respond in time." : "OpenSearch cannot be searched.");
        } catch (IOException e) {
            metrics.count(SearchMetrics.Outcome.FAILED);
            throw notReady("OpenSearch cannot be searched.");
        }
    }

    /** A search that meets the moment in which a new index is put in the place of the old one is repeated. */
    private Proposal proposed(IndexView present, IndexQuery query) throws IOException {
        try {
            return retrieval.propose(present, query);
        } catch (ClusterFailure e) {
            if (e.kind() != ClusterFailure.Kind.MISSING) {
                throw e;
            }
            return retrieval.propose(present, query);
        }
    }

    /** Has the indexer look at the index: at most once in a while, since many searches fail together. */
    private void look() {
        long now = System.nanoTime();
        long last = lookedAt.get();
        if (now - last >= LOOKS_EVERY.toNanos() && lookedAt.compareAndSet(last, now)) {
            atFailure.run();
        }
    }

    private static Problem notReady(String detail) {
        return Problem.of(ProblemType.SEARCH_NOT_READY, detail);
    }

    @Override
    public boolean reaches(long seq, Duration patience) {
        return waits.reaches(seq, patience);
    }

    /** The number of the last change in it, as far as this node knows; -1 while there is no index. */
    long seq() {
        IndexView present = view;
        return present == null ? -1 : present.position().seq();
    }

    private long documents() {
        IndexView present = view;
        return present == null ? 0 : present.documents();
    }

    /** Shows searches a state of the index; nulls: there is none. A position that is known already keeps its counts. */
    void show(@Nullable String alias, @Nullable LedgerPosition position) {
        IndexView present = view;
        if (alias == null || position == null) {
            view = null;
        } else if (present == null || !present.position().equals(position)) {
            view = new IndexView(alias, position);
        }
        waits.moved();
    }

    /** Says what the indexer has failed with; null: nothing. */
    void failed(@Nullable ClusterFailure last) {
        failure = last == null ? null : last.getMessage();
    }

    /** The last failure of the indexer, or of searches; null: none. */
    @Nullable
    String failure() {
        return cluster.isOpenCircuit() ? "OpenSearch does not respond in time" : failure;
    }

    /** Registers the look at the index after a failed search. */
    void atFailure(Runnable look) {
        atFailure = look;
    }
}
