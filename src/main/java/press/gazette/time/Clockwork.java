package press.gazette.time;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The background work of this node. Nothing here polls: each {@link Work} sleeps until the moment that its last round
 * has named, or until it is woken. So an idle node does nothing.
 */
@Singleton
public class Clockwork {

    private static final Logger LOG = Logger.getLogger(Clockwork.class);

    /** A round that runs at shutdown is a few transactions. */
    private static final Duration LAST_ROUND = Duration.ofSeconds(5);

    private final List<Work> works = new CopyOnWriteArrayList<>();
    private final MeterRegistry metrics;
    private final Event<RoundFailed> event;
    private volatile boolean paused;

    Clockwork(MeterRegistry metrics, Event<RoundFailed> event) {
        this.metrics = metrics;
        this.event = event;
    }

    /**
     * Gives a piece of work a thread of its own, so that no work waits for another. It sleeps until its first wake-up.
     *
     * @param name for logs, metrics and thread dumps
     * @param round does the work once and returns the longest time to the next round; {@link Work#UNTIL_WOKEN} for none
     *     before a wake-up
     */
    public Work start(String name, Supplier<Duration> round) {
        Work work = new Work(name, round, this);
        works.add(work);
        // Registered at the start, so that the first failure shows as an increase.
        failures(name);
        work.start();
        return work;
    }

    /** Begins no further rounds; a round that runs is finished. */
    public void pause() {
        paused = true;
    }

    /** True if the round of a wake-up has not begun. */
    public boolean isWoken() {
        return works.stream().anyMatch(Work::isWoken);
    }

    public boolean isInRound() {
        return works.stream().anyMatch(Work::isInRound);
    }

    /** Ends the pause with one round of all work, since wake-ups during the pause are lost. */
    public void resume() {
        paused = false;
        works.forEach(Work::resume);
    }

    public boolean isPaused() {
        return paused;
    }

    /** Counts a failed round; logs only the first failure in a row. */
    void failed(String name, RuntimeException failure, boolean first) {
        failures(name).increment();
        if (first) {
            log(name, failure);
        }
        event.fire(new RoundFailed(failure));
    }

    void recovered(String name) {
        LOG.infof("Rounds succeed again. work=\"%s\"", name);
    }

    /**
     * A database failure mostly means that the database is away and needs no stack trace; any other failure is a defect
     * and does.
     */
    private static void log(String name, RuntimeException failure) {
        SQLException ofDatabase = databaseFailure(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
        if (ofDatabase == null) {
            LOG.errorf(failure, "Round failed; it is retried. work=\"%s\"", name);
        } else {
            LOG.warnf("Round failed; it is retried. work=\"%s\" cause=%s", name, ofDatabase);
        }
    }

    /** A failed commit has the failure of the database among its suppressed exceptions. */
    private static @Nullable SQLException databaseFailure(@Nullable Throwable failure, Set<Throwable> seen) {
        if (failure instanceof SQLException found) {
            return found;
        }
        if (failure == null || !seen.add(failure)) {
            return null;
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            SQLException found = databaseFailure(suppressed, seen);
            if (found != null) {
                return found;
            }
        }
        return databaseFailure(failure.getCause(), seen);
    }

    private Counter failures(String name) {
        return metrics.counter("gazette.rounds.failed", "work", name);
    }

    /** Runs before the connection pool closes. Threads are not interrupted: H2 would close its file. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        works.forEach(Work::stop);
        for (Work work : works) {
            if (!work.hasEnded(LAST_ROUND)) {
                LOG.warn("The process stops during a round of work; its transaction is rolled back.");
            }
        }
    }
}
