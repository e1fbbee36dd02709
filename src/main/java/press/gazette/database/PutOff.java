package press.gazette.database;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import press.gazette.time.Backoff;

/** The rows that have failed, and until when each of them is left alone. For one thread. */
final class PutOff {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

    /** Beyond so many the oldest is tried again too early, which costs a transaction and stops nobody. */
    private static final int MOST = 10_000;

    /** A row that has not failed for so long is no longer due: it was mended or removed. */
    private static final Duration OVER = Duration.ofHours(1);

    /** @param until by {@link System#nanoTime} */
    private record Delay(int failures, long until) {}

    private final Cache<DueRows.Key, Delay> delays = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(OVER)
            .executor(Runnable::run)
            .build();

    boolean mayTry(DueRows.Key row) {
        Delay delay = delays.getIfPresent(row);
        return delay == null || System.nanoTime() - delay.until() >= 0;
    }

    /** Puts the row off for longer than last time; returns how often it has failed in a row. */
    int failed(DueRows.Key row) {
        Delay before = delays.getIfPresent(row);
        int failures = before == null ? 1 : before.failures() + 1;
        delays.put(
                row,
                new Delay(failures, System.nanoTime() + BACKOFF.after(failures).toNanos()));
        return failures;
    }

    void forget(DueRows.Key row) {
        delays.invalidate(row);
    }
}
