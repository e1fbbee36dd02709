package press.gazette.delivery.limit;

import java.util.ArrayDeque;
import java.util.Deque;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * Lets so many in at once and has others stand in line; a line that is long enough grows no longer. What stands in line holds
 * no thread.
 */
@Singleton
public class Turnstile {

    private final int most;
    private final int longest;
    private final Deque<Runnable> line = new ArrayDeque<>();
    private int inside;

    Turnstile(LimitConfig config, MeterRegistry metrics) {
        this.most = config.readersAtOnce();
        this.longest = config.readersInLine();
        metrics.gauge("gazette.readers.inside", this, turnstile -> turnstile.inside);
        metrics.gauge("gazette.readers.inline", line, Deque::size);
    }

    /** Where one stands who has come. */
    public enum Place {
        INSIDE,
        IN_LINE,
        TURNED_AWAY
    }

    /** Comes; whoever stands in line is called when its turn comes, on the thread of whoever has left. */
    public synchronized Place enter(Runnable turn) {
        if (inside < most) {
            inside++;
            return Place.INSIDE;
        }
        if (line.size() < longest) {
            line.add(turn);
            return Place.IN_LINE;
        }
        return Place.TURNED_AWAY;
    }

    /** Leaves from inside; the next in line comes in. */
    public void leave() {
        Runnable next;
        synchronized (this) {
            next = line.poll();
            if (next == null) {
                inside--;
            }
        }
        if (next != null) {
            next.run();
        }
    }

    /** Leaves the line, or, when its turn has come in this very moment, from inside. */
    public void giveUp(Runnable turn) {
        boolean waited;
        synchronized (this) {
            waited = line.remove(turn);
        }
        if (!waited) {
            leave();
        }
    }
}
