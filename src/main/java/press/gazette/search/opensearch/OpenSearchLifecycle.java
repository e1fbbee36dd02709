package press.gazette.search.opensearch;

import java.time.Clock;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import org.jspecify.annotations.Nullable;

import press.gazette.change.LedgerBell;
import press.gazette.search.engine.Engine;
import press.gazette.search.engine.SearchConfig;
import press.gazette.search.engine.SearchMetrics;
import press.gazette.search.opensearch.cluster.Cluster;
import press.gazette.search.opensearch.cluster.OpenSearchConfig;
import press.gazette.time.Clockwork;
import press.gazette.time.Work;

/** Starts the work on the shared index after the port is open, and wakes it when the ledger grows. */
@Singleton
final class OpenSearchLifecycle {

    /** Before the background work is stopped: a round that builds must end. */
    private static final int BEFORE_WORK_STOPS = 1;

    /** After the background work has stopped, before the embedded database closes. */
    private static final int BEFORE_DATABASE_CLOSES = Integer.MAX_VALUE - 1;

    private final boolean exists;
    private final OpenSearchIndex index;
    private final ClusterIndexer indexer;

    private @Nullable Work indexing;
    private @Nullable Work renewal;

    OpenSearchLifecycle(
            SearchConfig search,
            OpenSearchConfig config,
            Cluster cluster,
            OpenSearchIndex index,
            SearchMetrics metrics,
            Clock clock) {
        this.exists = search.search() == Engine.OPENSEARCH;
        this.index = index;
        indexer = new ClusterIndexer(cluster, config, index, metrics, clock);
    }

    void start(@Observes StartupEvent event, Clockwork clockwork) {
        if (exists) {
            indexing = clockwork.start("index of articles on OpenSearch", indexer::round);
            renewal = clockwork.start("right to move the index on", indexer::renew);
        }
    }

    void open(@ObservesAsync HttpServerStart event, LedgerBell bell) {
        Work work = indexing;
        if (work != null) {
            index.atFailure(work::wake);
            bell.atEveryRing(work::wake);
            work.wake();
        }
        if (renewal != null) {
            renewal.wake();
        }
    }

    /** Builds the index anew, from the database; searches use the present one meanwhile. */
    void rebuild() {
        indexer.rebuild();
        Work work = indexing;
        if (work != null) {
            work.wake();
        }
    }

    /** The number of indexes that this process has built. */
    int builds() {
        return indexer.builds();
    }

    void stop(@Observes @Priority(BEFORE_WORK_STOPS) ShutdownEvent event) {
        indexer.stop();
    }

    void close(@Observes @Priority(BEFORE_DATABASE_CLOSES) ShutdownEvent event) {
        indexer.close();
    }
}
