package press.gazette.database.due;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import press.gazette.time.Backoff;

/** Postpones rows that have failed. Not thread-safe. */
final class Postponements {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

    /** Beyond this number the oldest entry is dropped: its row is retried too early, which costs one transaction. */
    private static final int MOST = 10_000;

    /** A row that has not failed for this long is not due any more: it was corrected or removed. */
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

    /** Postpones the row, each time for longer. Returns the number of its failures in a row. */
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
