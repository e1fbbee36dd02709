package press.gazette.time;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The pause before a retry: it doubles with each failure in a row up to a maximum. Half of it is random, so that many
 * nodes or rows do not retry at the same moment.
 *
 * @param first the longest pause after the first failure
 * @param longest the maximum
 */
public record Backoff(Duration first, Duration longest) {

    /** Every pause in use has reached its maximum by then, and no multiplication overflows. */
    private static final int MOST_DOUBLINGS = 30;

    /**
     * Returns the pause after so many failures in a row: between half of the doubled pause and all of it.
     *
     * @param failures at least 1
     */
    public Duration after(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        long most = (doubled.compareTo(longest) < 0 ? doubled : longest).toNanos();
        return Duration.ofNanos(most - ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }
}
