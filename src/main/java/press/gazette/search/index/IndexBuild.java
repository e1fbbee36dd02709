package press.gazette.search.index;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Ledger;
import press.gazette.change.LedgerPosition;
import press.gazette.search.engine.SearchMetrics;
import press.gazette.search.index.document.ArticleDocument;
import press.gazette.search.source.ArticleRows;
import press.gazette.search.source.ChangesRead;
import press.gazette.search.source.IndexBookmark;
import press.gazette.time.Backoff;

/** Fills a new index from the database: all public articles, then what has changed meanwhile. */
final class IndexBuild {

    private static final Logger LOG = Logger.getLogger(IndexBuild.class);

    /** A new index is used once it is so close to the end of the ledger. */
    private static final int CLOSE = 100;

    /** Failures of the database in a row after which the build is given up: it has been away for about two minutes. */
    private static final int MOST_FAILURES = 10;

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(30));

    private final Generation generation;
    private final SearchMetrics metrics;
    private final Clock clock;
    private final CountDownLatch stop;
    private final BetweenSteps betweenSteps;

    /** The work between two steps. */
    interface BetweenSteps {

        void run();
    }

    private interface Step<T> {

        T run() throws IndexFailure;
    }

    /**
     * @param generation without articles
     * @param stop ends the build
     * @param betweenSteps keeps the present index up to date
     */
    IndexBuild(
            Generation generation, SearchMetrics metrics, Clock clock, CountDownLatch stop, BetweenSteps betweenSteps) {
        this.generation = generation;
        this.metrics = metrics;
        this.clock = clock;
        this.stop = stop;
        this.betweenSteps = betweenSteps;
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }

    /** Builds it; null: the process stops. The caller closes the generation if there is no result. */
    @Nullable
    LedgerIndex run() throws IndexFailure {
        UUID database = retried(ChangesRead::database);
        LedgerPosition begin = retried(
                () -> QuarkusTransaction.requiringNew().call(() -> Ledger.head().position()));
        fill();
        if (isStopping()) {
            return null;
        }
        LedgerIndex built = new LedgerIndex(
                generation, new IndexBookmark(database, ArticleDocument.MAPPING, begin, Map.of(), 0), metrics, clock);
        boolean complete = false;
        try {
            built.commit();
            complete = reachesLedger(built);
            return complete ? built : null;
        } finally {
            if (!complete) {
                built.close();
            }
        }
    }

    private void fill() throws IndexFailure {
        long all = Math.max(
                1, retried(() -> QuarkusTransaction.requiringNew().call(() -> ArticleRows.count(clock.instant()))));
        long done = 0;
        UUID last = null;
        do {
            UUID after = last;
            ArticleRows.Selection batch = retried(() -> QuarkusTransaction.requiringNew()
                    .call(() -> ArticleRows.after(after, ChangesRead.BATCH, clock.instant())));
            metrics.skipped(batch.bad() + generation.write(batch.articles(), Set.of()));
            last = batch.last();
            done += batch.articles().size();
            metrics.built(Math.min(0.99, (double) done / all));
            keepUp();
        } while (last != null && !isStopping());
    }

    /** False: the process stops. */
    private boolean reachesLedger(LedgerIndex built) throws IndexFailure {
        while (!isStopping()) {
            // The present index first: the new one then knows at least as much.
            keepUp();
            int changes = retried(built::follow);
            boolean more = retried(built::readTagged);
            if (changes < CLOSE && !more) {
                return true;
            }
        }
        return false;
    }

    private void keepUp() throws IndexFailure {
        retried(() -> {
            betweenSteps.run();
            return true;
        });
    }

    /** A fault of the database in one statement does not end a build of minutes. */
    private <T> T retried(Step<T> step) throws IndexFailure {
        for (int failures = 1; ; failures++) {
            try {
                return step.run();
            } catch (RuntimeException e) {
                if (failures == MOST_FAILURES || isStopping()) {
                    throw e;
                }
                LOG.debugf(e, "The build of the index waits for the database; failures=%d", failures);
                await(BACKOFF.after(failures));
            }
        }
    }

    private void await(Duration pause) {
        try {
            if (stop.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.debug("The build of the index is stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
