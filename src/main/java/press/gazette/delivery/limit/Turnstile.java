package press.gazette.delivery.limit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * Lets so many in at once and has others stand in line; a line that is long enough grows no longer. What stands in line holds
 * no thread. A new process lets in one, and one more at once for each that has left: what the first one has to make ready for
 * all, such as the plan of a query, those beside it would make ready as well, and all would wait for that.
 */
@Singleton
public class Turnstile {

    private final int most;
    private final int longest;
    private final Deque<Runnable> line = new ArrayDeque<>();

    /** How many may be inside by now. */
    private int open = 1;

    private int inside;

    @Inject
    Turnstile(LimitConfig config, MeterRegistry metrics) {
        this(config.readersAtOnce(), config.readersInLine(), metrics);
    }

    /**
     * Of a size.
     *
     * @param most how many at once
     * @param longest how many in line
     */
    Turnstile(int most, int longest, MeterRegistry metrics) {
        this.most = most;
        this.longest = longest;
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
        if (inside < open) {
            inside++;
            return Place.INSIDE;
        }
        if (line.size() < longest) {
            line.add(turn);
            return Place.IN_LINE;
        }
        return Place.TURNED_AWAY;
    }

    /** Leaves from inside; those in line come in for whom there is room. */
    public void leave() {
        List<Runnable> next = new ArrayList<>();
        synchronized (this) {
            inside--;
            open = Math.min(most, open + 1);
            while (inside < open && !line.isEmpty()) {
                inside++;
                next.add(line.remove());
            }
        }
        next.forEach(Runnable::run);
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
