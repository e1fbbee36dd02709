package press.gazette.search.opensearch;

import java.time.Duration;

import press.gazette.time.Backoff;

/** The failed rounds in a row, and the growing pause behind each. One thread uses it. */
final class FailedRounds {

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(10));

    private int failures;

    /** By {@link System#nanoTime}. */
    private long retryAt;

    int inARow() {
        return failures;
    }

    /** True if nothing has failed, or the pause is over. */
    boolean isDue() {
        return failures == 0 || pause().isZero();
    }

    /** The time until the next try; zero: it is due. */
    Duration pause() {
        return Duration.ofNanos(Math.max(0, retryAt - System.nanoTime()));
    }

    /** Counts a failure. Returns the time until the next try. */
    Duration next() {
        failures++;
        Duration pause = BACKOFF.after(failures);
        retryAt = System.nanoTime() + pause.toNanos();
        return pause;
    }

    /** Ends the row; true: there was a failure in it. */
    boolean end() {
        boolean had = failures > 0;
        failures = 0;
        return had;
    }
}
