package press.gazette.time;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one clock of the process: UTC, in whole microseconds, because that is what both databases keep of an instant. */
final class SystemClock {

    /** A finer instant would come back from the database as another one, and ETags and cursors with it. */
    private static final Duration PRECISION = Duration.ofNanos(1_000);

    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), PRECISION);
    }
}
