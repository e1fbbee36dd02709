package press.gazette.admission.limit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * Bounds the number of readers at work and queues the others, up to a bound. A queued request holds no thread. A new process
 * starts with one reader and admits one more for each that has left: the first reader prepares work for all, such as the plan
 * of a query, and further ones at the same time would only repeat it.
 */
@Singleton
public class Turnstile {

    private final int most;
    private final int longest;
    private final Deque<Runnable> queue = new ArrayDeque<>();

    /** The bound so far, which rises to {@link #most}. */
    private int bound = 1;

    private int atWork;

    @Inject
    Turnstile(LimitConfig config, MeterRegistry metrics) {
        this(config.readersAtOnce(), config.readersInLine());
        metrics.gauge("gazette.readers.inside", this, turnstile -> turnstile.atWork);
        metrics.gauge("gazette.readers.inline", queue, Deque::size);
    }

    /**
     * Makes a turnstile.
     *
     * @param most readers at work
     * @param longest queued readers
     */
    Turnstile(int most, int longest) {
        this.most = most;
        this.longest = longest;
    }

    /** The result of {@link #enter}. */
    public enum Entrance {
        ADMITTED,
        QUEUED,
        REJECTED
    }

    /**
     * Enters, or joins the queue.
     *
     * @param turn called when a queued reader may enter, on the thread of the reader that has left
     */
    public synchronized Entrance enter(Runnable turn) {
        if (atWork < bound) {
            atWork++;
            return Entrance.ADMITTED;
        }
        if (queue.size() < longest) {
            queue.add(turn);
            return Entrance.QUEUED;
        }
        return Entrance.REJECTED;
    }

    /** Leaves, and lets queued readers enter. */
    public void leave() {
        List<Runnable> next = new ArrayList<>();
        synchronized (this) {
            atWork--;
            bound = Math.min(most, bound + 1);
            while (atWork < bound && !queue.isEmpty()) {
                atWork++;
                next.add(queue.remove());
            }
        }
        next.forEach(Runnable::run);
    }

    /** Leaves the queue; or leaves as from work, if its turn has come at this very moment. */
    public void giveUp(Runnable turn) {
        boolean waited;
        synchronized (this) {
            waited = queue.remove(turn);
        }
        if (!waited) {
            leave();
        }
    }
}
