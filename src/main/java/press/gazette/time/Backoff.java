package press.gazette.time;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The pause before something that has failed is tried again: it doubles with each failure in a row up to a longest one. Half
 * of it is left to chance, so that many nodes or rows do not come back in the same moment.
 *
 * @param first the longest pause after the first failure
 * @param longest no pause is longer, however many failures there were
 */
public record Backoff(Duration first, Duration longest) {

    /** By then every pause in use has reached its longest, and no multiplication overflows. */
    private static final int MOST_DOUBLINGS = 30;

    /**
     * A pause after so many failures in a row.
     *
     * @param failures at least 1
     * @return between half of the doubled pause and all of it
     */
    public Duration after(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        long most = (doubled.compareTo(longest) < 0 ? doubled : longest).toNanos();
        return Duration.ofNanos(most - ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }
}
