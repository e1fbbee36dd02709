package press.gazette.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** A node with a wrong clock of its own, and the database's clock. */
class DatabaseClockTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final Duration ROUND_TRIP = Duration.ofMillis(10);

    /** The database's time. */
    private Instant database = NOON;

    /** The difference of the node's own clock; positive: ahead of the database's. */
    private Duration ahead = Duration.ofSeconds(30);

    /** System.nanoTime. */
    private long nanos = 77_000_000_000L;

    private final List<Duration> jumps = new ArrayList<>();

    private final Clock own = new SuppliedClock(() -> database.plus(ahead));

    private final DatabaseClock clock = new DatabaseClock(jump -> jumps.add(jump.by()), own, () -> nanos);

    @Test
    void readingCorrectsANodeWithAWrongClock() {
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(30));
        read();
        assertThat(clock.instant()).isEqualTo(database);
        assertThat(clock.skew()).isEqualTo(ahead);
        assertThat(clock.isSkewed()).isTrue();
        assertThat(jumps).isEmpty();
    }

    @Test
    void jumpOfTheNodesOwnClockIsIgnored() {
        read();
        ahead = Duration.ofHours(1);
        assertThat(clock.instant()).isEqualTo(database);
        passes(Duration.ofSeconds(10));
        assertThat(clock.instant()).isEqualTo(database);
        read();
        ahead = Duration.ZERO;
        passes(Duration.ofSeconds(1));
        read();
        assertThat(clock.instant()).isEqualTo(database);
        assertThat(clock.isSkewed()).isFalse();
        assertThat(jumps).isEmpty();
    }

    @Test
    void clockRunsOnWhileTheDatabaseIsLost() {
        read();
        passes(Duration.ofDays(1));
        assertThat(clock.instant()).isEqualTo(database);
    }

    /** A slow response says little about the time at which it was made, and is no reason to move the clock. */
    @Test
    void slowResponseDoesNotMoveTheClock() {
        read();
        long asked = nanos;
        Instant written = database;
        passes(Duration.ofSeconds(8));
        clock.learn(written, asked, nanos);
        assertThat(clock.instant()).isEqualTo(database);
        assertThat(jumps).isEmpty();
    }

    @Test
    void clockMovesOnlyAsFarAsAReadingDemands() {
        read();
        database = database.plusMillis(20);
        read();
        assertThat(clock.instant()).isEqualTo(database.minus(ROUND_TRIP.dividedBy(2)));
        assertThat(jumps).isEmpty();
    }

    @Test
    void jumpOfTheDatabasesClockIsFollowedAndReported() {
        read();
        database = database.plusSeconds(3_600);
        read();
        assertThat(clock.instant()).isEqualTo(database.minus(ROUND_TRIP.dividedBy(2)));
        database = database.minusSeconds(3_600);
        read();
        assertThat(clock.instant()).isEqualTo(database.plus(ROUND_TRIP.dividedBy(2)));
        assertThat(jumps)
                .containsExactly(
                        Duration.ofHours(1).minus(ROUND_TRIP.dividedBy(2)),
                        Duration.ofHours(-1).plus(ROUND_TRIP));
    }

    @Test
    void timeHasWholeMicroseconds() {
        read();
        nanos += 1_234_567;
        assertThat(clock.instant()).isEqualTo(database.plusNanos(1_234_000));
    }

    /** Reads the database's time half way between the query and the response. */
    private void read() {
        long asked = nanos;
        passes(ROUND_TRIP.dividedBy(2));
        Instant written = database;
        passes(ROUND_TRIP.dividedBy(2));
        clock.learn(written, asked, nanos);
    }

    private void passes(Duration time) {
        database = database.plus(time);
        nanos += time.toNanos();
    }
}
