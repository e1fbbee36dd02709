package press.gazette.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Two clocks: the node's, which is wrong in every way that a clock can be, and the database's, which is given out. */
class DatabaseClockTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final Duration ROUND_TRIP = Duration.ofMillis(10);

    /** The database's. */
    private Instant database = NOON;

    /** How far the node's own is ahead of it. */
    private Duration ahead = Duration.ofSeconds(30);

    /** System.nanoTime. */
    private long nanos = 77_000_000_000L;

    private final List<Duration> jumps = new ArrayList<>();

    private final Clock own = new Clock() {
        @Override
        public Instant instant() {
            return database.plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    private final DatabaseClock clock = new DatabaseClock(jump -> jumps.add(jump.by()), own, () -> nanos);

    @Test
    void aReadingPutsANodeRightWhoseClockIsWrong() {
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(30));
        read();
        assertThat(clock.instant()).isEqualTo(database);
        assertThat(clock.skew()).isEqualTo(ahead);
        assertThat(clock.isSkewed()).isTrue();
        assertThat(jumps).isEmpty();
    }

    @Test
    void aJumpOfTheNodesOwnClockMovesNothing() {
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
    void theClockGoesOnWhileTheDatabaseIsAway() {
        read();
        passes(Duration.ofDays(1));
        assertThat(clock.instant()).isEqualTo(database);
    }

    /** An answer that came late says little of when it was written, and is no reason to move. */
    @Test
    void aSlowAnswerMovesNothing() {
        read();
        long asked = nanos;
        Instant written = database;
        passes(Duration.ofSeconds(8));
        clock.learn(written, asked, nanos);
        assertThat(clock.instant()).isEqualTo(database);
        assertThat(jumps).isEmpty();
    }

    @Test
    void theClockMovesByAsLittleAsAReadingDemands() {
        read();
        database = database.plusMillis(20);
        read();
        assertThat(clock.instant()).isEqualTo(database.minus(ROUND_TRIP.dividedBy(2)));
        assertThat(jumps).isEmpty();
    }

    @Test
    void aJumpOfTheDatabasesClockIsFollowedAndTold() {
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
    void theTimeHasWholeMicroseconds() {
        read();
        nanos += 1_234_567;
        assertThat(clock.instant()).isEqualTo(database.plusNanos(1_234_000));
    }

    /** The database writes its time half way between the question and the answer. */
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
