package press.gazette.search.opensearch;

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
import press.gazette.search.opensearch.cluster.ClusterFailure;
import press.gazette.search.source.ArticleRows;
import press.gazette.search.source.ChangesRead;
import press.gazette.search.source.IndexBookmark;
import press.gazette.time.Backoff;

/** Fills a new index on OpenSearch from the database: all public articles, then what has changed meanwhile. */
final class ClusterBuild {

    private static final Logger LOG = Logger.getLogger(ClusterBuild.class);

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(10));

    /** In a row: some five minutes. */
    private static final int MOST_FAILURES = 40;

    /** In a row, of responses that no repetition is known to help: some seconds, in which a node of the cluster, or a gateway, stops. */
    private static final int MOST_STRANGE = 5;

    /** Until it is in use, a build is not complete. */
    private static final double NEARLY = 0.99;

    private final ClusterGeneration generation;
    private final SearchMetrics metrics;
    private final Clock clock;
    private final Lease lease;
    private final CountDownLatch stop;
    private final BetweenSteps betweenSteps;

    /** The work between two steps. */
    interface BetweenSteps {
        /** Keeps the present index up to date; false: the build ends. */
        boolean mayGoOn() throws ClusterFailure;
    }

    /** @param generation without articles */
    ClusterBuild(
            ClusterGeneration generation,
            SearchMetrics metrics,
            Clock clock,
            Lease lease,
            CountDownLatch stop,
            BetweenSteps betweenSteps) {
        this.generation = generation;
        this.metrics = metrics;
        this.clock = clock;
        this.lease = lease;
        this.stop = stop;
        this.betweenSteps = betweenSteps;
    }

    /** Builds it; null: the build has ended before. */
    @Nullable
    FollowedGeneration run() throws ClusterFailure {
        UUID database = ChangesRead.database();
        LedgerPosition begin =
                QuarkusTransaction.requiringNew().call(() -> Ledger.head().position());
        if (!isFilled(begin.seq())) {
            return null;
        }
        FollowedGeneration built = new FollowedGeneration(
                generation, new IndexBookmark(database, IndexDefinition.MAPPING, begin, Map.of(), 0), metrics, clock);
        retried(() -> {
            generation.show(built.bookmark());
            return true;
        });
        boolean more = true;
        while (more) {
            if (!mayGoOn()) {
                return null;
            }
            more = Boolean.TRUE.equals(retried(() -> hasMore(built)));
        }
        return built;
    }

    private boolean isFilled(long version) throws ClusterFailure {
        long all = Math.max(1, QuarkusTransaction.requiringNew().call(() -> ArticleRows.count(clock.instant())));
        long done = 0;
        UUID last = null;
        do {
            UUID after = last;
            ArticleRows.Selection batch = retried(() -> written(after, version));
            if (batch == null) {
                return false;
            }
            last = batch.last();
            done += batch.articles().size();
            metrics.built(Math.min(NEARLY, (double) done / all));
            if (!mayGoOn()) {
                return false;
            }
        } while (last != null);
        return true;
    }

    private ArticleRows.Selection written(@Nullable UUID after, long version) throws ClusterFailure {
        ArticleRows.Selection batch = QuarkusTransaction.requiringNew()
                .call(() -> ArticleRows.after(after, ChangesRead.BATCH, clock.instant()));
        metrics.skipped(batch.bad() + generation.write(batch.articles(), Set.of(), version));
        return batch;
    }

    /** Reads on; true: there may be more. */
    private static boolean hasMore(FollowedGeneration built) throws ClusterFailure {
        boolean more = built.follow();
        more |= built.readTagged();
        return more || built.hasTooManyTags();
    }

    private boolean mayGoOn() throws ClusterFailure {
        return Boolean.TRUE.equals(retried(betweenSteps::mayGoOn));
    }

    /** A part of the build, which can be done twice. */
    private interface Step<T> {

        T run() throws ClusterFailure;
    }

    /** Hours of work are not given up for a busy cluster, nor for a database that restarts. Null: the build ends. */
    private <T> @Nullable T retried(Step<T> step) throws ClusterFailure {
        int strange = 0;
        for (int failures = 1; ; failures++) {
            try {
                if (failures > 1 && !lease.hold()) {
                    return null;
                }
                return step.run();
            } catch (ClusterFailure e) {
                strange = e.kind() == ClusterFailure.Kind.OTHER ? strange + 1 : 0;
                if (failures >= MOST_FAILURES || strange >= MOST_STRANGE || !mayHelp(e.kind())) {
                    throw e;
                }
                LOG.warnf("A step of the new index has failed; it is retried; cause=%s", e.getMessage());
            } catch (RuntimeException e) {
                if (failures >= MOST_FAILURES) {
                    throw e;
                }
                LOG.warnf("A step of the new index has failed; it is retried; cause=%s", e);
            }
            if (isStoppedWithin(BACKOFF.after(failures))) {
                return null;
            }
        }
    }

    /** True if the step may succeed when it is done again. */
    private static boolean mayHelp(ClusterFailure.Kind kind) {
        return switch (kind) {
            case AWAY, BLOCKED, OTHER -> true;
            case SLOW, REFUSED, MISSING, CONFLICT -> false;
        };
    }

    private boolean isStoppedWithin(Duration pause) {
        try {
            return stop.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
