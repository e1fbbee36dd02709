package press.gazette.time;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import org.jboss.logging.Logger;

/**
 * What each node does again and again. The framework's own scheduler looks at the time once a second, which is too seldom
 * for what may be late by one.
 */
@Singleton
public class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final ScheduledExecutorService executor;
    private final List<Future<?>> all = new CopyOnWriteArrayList<>();
    private volatile boolean resting;

    Rounds(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    /** Does the work, rests for that long, and does it again, until the node stops. What fails is logged and tried again. */
    public void every(Duration rest, Runnable work) {
        all.add(executor.scheduleWithFixedDelay(
                () -> round(work), rest.toMillis(), rest.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Begins no round any more; what has begun goes on. */
    public void pause() {
        resting = true;
    }

    public void resume() {
        resting = false;
    }

    private void round(Runnable work) {
        if (resting) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warnf("What is done again and again has failed this time; cause=%s", e);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        all.forEach(rounds -> rounds.cancel(false));
    }
}
