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
import org.jspecify.annotations.Nullable;

import press.gazette.change.LedgerBell;
import press.gazette.search.engine.Engine;
import press.gazette.search.engine.SearchConfig;
import press.gazette.search.engine.SearchMetrics;
import press.gazette.time.Clockwork;
import press.gazette.time.Work;

/** Starts the index after the port is open, wakes it when the ledger grows, and ends it before the database closes. */
@Singleton
final class IndexLifecycle {

    /** Before the background work is stopped: a round that builds must end. */
    private static final int BEFORE_WORK_STOPS = 1;

    /** After the background work has stopped, before the embedded database closes. */
    private static final int BEFORE_DATABASE_CLOSES = Integer.MAX_VALUE - 1;

    private final SearchConfig config;
    private final LuceneIndex index;
    private final Indexer indexer;

    private @Nullable Work indexing;

    IndexLifecycle(SearchConfig config, LuceneIndex index, SearchMetrics metrics, Clock clock) {
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
        if (config.search() == Engine.LUCENE) {
            Work purging = clockwork.start("removal of withdrawn words", this::purgeRemoved);
            indexer.purging().atPurge(purging::wake);
            indexing = clockwork.start("index of articles", indexer::round);
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

    private Duration purgeRemoved() {
        Duration rest = indexer.purging().round();
        Work work = indexing;
        if (work != null) {
            work.wake();
        }
        return rest;
    }

    void stop(@Observes @Priority(BEFORE_WORK_STOPS) ShutdownEvent event) {
        indexer.stop();
    }

    void close(@Observes @Priority(BEFORE_DATABASE_CLOSES) ShutdownEvent event) {
        indexer.close();
    }
}
