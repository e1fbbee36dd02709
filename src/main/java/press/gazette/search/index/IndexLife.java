package press.gazette.search.index;

import java.time.Clock;
import java.time.Duration;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.change.LedgerBell;
import press.gazette.time.Clockwork;
import press.gazette.time.Work;

/** Starts the index after the port is open, wakes it when the ledger grows, and ends it before the database closes. */
@Singleton
final class IndexLife {

    private static final Logger LOG = Logger.getLogger(IndexLife.class);

    /** Before the background work is stopped: a round that builds must end. */
    private static final int FIRST = 1;

    /** After the background work has stopped, before the embedded database closes. */
    private static final int LATE = Integer.MAX_VALUE - 1;

    private final SearchConfig config;
    private final LuceneIndex index;
    private final Indexer indexer;

    private @Nullable Work indexing;
    private @Nullable Work forgetting;

    IndexLife(SearchConfig config, LuceneIndex index, SearchMetrics metrics, Clock clock) {
        this.config = config;
        this.index = index;
        indexer = new Indexer(
                index,
                new Generations(config.folder().orElse(null), config.memory().asLongValue()),
                metrics,
                config.commitEvery(),
                clock);
    }

    void start(@Observes StartupEvent event, Clockwork clockwork) {
        if (config.search()) {
            forgetting = clockwork.start("removal of withdrawn words", this::forget);
            indexing = clockwork.start("index of articles", this::round);
        }
    }

    void open(@ObservesAsync HttpServerStart event, LedgerBell bell) {
        Work work = indexing;
        if (work != null) {
            index.atFailure(work::wake);
            bell.atEveryRing(work::wake);
            work.wake();
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

    private Duration round() {
        Duration rest = indexer.round();
        Work work = forgetting;
        if (indexer.mustForget() && work != null) {
            work.wake();
        }
        return rest;
    }

    private Duration forget() {
        Generation generation = indexer.generation();
        Work work = indexing;
        if (generation != null && work != null) {
            try {
                generation.forget();
                indexer.commitNow();
                work.wake();
            } catch (IndexFailure e) {
                LOG.warnf("%s; the next merge does so", e.getMessage());
            }
        }
        return Work.UNTIL_WOKEN;
    }

    void stop(@Observes @Priority(FIRST) ShutdownEvent event) {
        indexer.stop();
    }

    void close(@Observes @Priority(LATE) ShutdownEvent event) {
        indexer.close();
    }
}
