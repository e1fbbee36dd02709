package press.gazette.time;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import org.jboss.logging.Logger;

/**
 * The background work of this node. Nothing here is done at intervals: each {@link Work} sleeps until the moment that its last
 * round has named, or until it is woken. So a node that has nothing to do does nothing.
 */
@Singleton
public class Clockwork {

    private static final Logger LOG = Logger.getLogger(Clockwork.class);

    /** A round that is under way at the end is a few transactions. */
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
     * Gives a piece of work a thread of its own, so that none waits for another. It sleeps until it is woken for the first time.
     *
     * @param name for logs, metrics and thread dumps
     * @param round does the work once and returns how long it may rest, if nobody wakes it before; {@link Work#UNTIL_WOKEN}:
     *     for as long as that
     */
    public Work start(String name, Supplier<Duration> round) {
        Work work = new Work(name, round, this);
        works.add(work);
        // From the start, so that the first failure is an increase.
        failures(name);
        work.start();
        return work;
    }

    /** Begins no round any more; what has begun goes on. */
    public void pause() {
        paused = true;
    }

    /** Goes on, with a round of everything: something may have changed meanwhile. */
    public void resume() {
        paused = false;
        works.forEach(Work::resume);
    }

    boolean isPaused() {
        return paused;
    }

    /** Counts a failed round, and logs it if it is the first one in a row. */
    void failed(String name, RuntimeException failure, boolean first) {
        failures(name).increment();
        if (first) {
            log(name, failure);
        }
        event.fire(new RoundFailed(failure));
    }

    void succeedsAgain(String name) {
        LOG.infof("Rounds succeed again. work=\"%s\"", name);
    }

    /** A failure of the database, which mostly is that it is away, needs no trace; a fault of ours does. */
    private static void log(String name, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                LOG.warnf("A round has failed; the next ones try again. work=\"%s\" cause=%s", name, cause);
                return;
            }
        }
        LOG.errorf(failure, "A round has failed; the next ones try again. work=\"%s\"", name);
    }

    private Counter failures(String name) {
        return metrics.counter("gazette.rounds.failed", "work", name);
    }

    /** Before the connections to the database go. Nothing is interrupted: H2 would close its file. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        works.forEach(Work::stop);
        for (Work work : works) {
            if (!work.hasEnded(LAST_ROUND)) {
                LOG.warn("The process stops during a round of work; its transaction is rolled back.");
            }
        }
    }
}
