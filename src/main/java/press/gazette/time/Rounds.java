package press.gazette.time;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import org.jboss.logging.Logger;

/**
 * Work that is done again and again, at intervals that may be shorter than a second: the framework's scheduler looks at its
 * jobs once a second only. Each has a thread of its own, so none waits for another; rounds of the same work never overlap.
 */
@Singleton
public class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);

    /** A round that is under way at the end is a few transactions. */
    private static final int LAST_ROUND_SECONDS = 5;

    private final List<ScheduledExecutorService> threads = new CopyOnWriteArrayList<>();
    private final MeterRegistry metrics;
    private volatile boolean paused;

    Rounds(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /**
     * Begins with the work.
     *
     * @param interval from the end of a round to the beginning of the next
     * @param name for logs and thread dumps
     * @return begins one more round at once, or behind the one that is under way
     */
    @SuppressWarnings("FutureReturnValueIgnored") // no round fails
    public Runnable every(Duration interval, String name, Runnable work) {
        ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, round -> {
            Thread made = new Thread(round, name);
            made.setDaemon(true);
            return made;
        });
        // After the end nobody can be woken any more.
        thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        threads.add(thread);
        Counter failed = metrics.counter("gazette.rounds.failed", "work", name);
        AtomicBoolean failing = new AtomicBoolean();
        thread.scheduleWithFixedDelay(
                () -> round(name, work, failing, failed), interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
        AtomicBoolean woken = new AtomicBoolean();
        return () -> {
            if (woken.compareAndSet(false, true)) {
                thread.execute(() -> {
                    woken.set(false);
                    round(name, work, failing, failed);
                });
            }
        };
    }

    /** Begins no round any more; what has begun goes on. */
    public void pause() {
        paused = true;
    }

    public void resume() {
        paused = false;
    }

    /** What is thrown ends a round, and not the work. Of failures in a row the first is told. */
    private void round(String name, Runnable work, AtomicBoolean failing, Counter failed) {
        if (paused) {
            return;
        }
        try {
            work.run();
            if (failing.getAndSet(false)) {
                LOG.infof("Rounds succeed again. work=\"%s\"", name);
            }
        } catch (RuntimeException e) {
            failed.increment();
            if (!failing.getAndSet(true)) {
                tell(name, e);
            }
        }
    }

    /** What the database has against it, which is mostly that it is away, needs no trace; a fault of ours does. */
    private static void tell(String name, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                LOG.warnf("A round has failed; the next ones try again. work=\"%s\" cause=%s", name, cause);
                return;
            }
        }
        LOG.errorf(failure, "A round has failed; the next ones try again. work=\"%s\"", name);
    }

    /** Before the connections to the database go. Nothing is interrupted: H2 would close its file. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        threads.forEach(ScheduledExecutorService::shutdown);
        for (ScheduledExecutorService thread : threads) {
            if (!thread.awaitTermination(LAST_ROUND_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The process stops during a round of work; its transaction is rolled back.");
            }
        }
    }
}
