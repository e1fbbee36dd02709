package press.gazette.search.opensearch.cluster;

import java.time.Duration;

/**
 * Rejects searches at once for a while after several failed proposals in a row, so that a slow cluster does not hold the threads of all
 * else. Then one proposal tries; its success closes the circuit.
 */
final class Circuit {

    private static final int MOST_FAILURES = 5;

    static final Duration PAUSE = Duration.ofSeconds(2);

    private int failures;
    private long tryAt;

    /** True if a proposal may begin. */
    synchronized boolean permits(long now) {
        if (failures < MOST_FAILURES) {
            return true;
        }
        if (now - tryAt < 0) {
            return false;
        }
        tryAt = now + PAUSE.toNanos();
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized void failed(long now) {
        failures++;
        if (failures >= MOST_FAILURES) {
            tryAt = now + PAUSE.toNanos();
        }
    }

    synchronized boolean isOpen() {
        return failures >= MOST_FAILURES;
    }
}
