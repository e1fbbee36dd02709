package press.gazette.time;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The one clock: the database's, in UTC. All nodes on one database use it, whatever their own clocks say. It has whole
 * microseconds, the precision that both databases store: a finer instant would come back changed, and with it ETags and
 * cursors.
 *
 * <p>Each reading of the ledger brings the database's time along ({@link #learn}). Between two readings, and while the
 * database is away, the clock runs on {@link System#nanoTime}, which nobody sets: a jump of the node's own clock
 * changes nothing. Each reading bounds the time from both sides; the clock moves only as far as it must to stay within
 * these bounds.
 */
@Singleton
public class DatabaseClock extends Clock {

    private static final Logger LOG = Logger.getLogger(DatabaseClock.class);

    /** A larger move is a jump: responses rendered before it belong to another time. */
    static final Duration JUMP = Duration.ofMillis(100);

    /** The largest difference between the node's own clock and the database's that is not reported. */
    static final Duration SKEW = Duration.ofSeconds(1);

    /** The number of readings at the start; the fastest one is the most precise. */
    private static final int FIRST_READINGS = 5;

    /**
     * The maximum number of readings on a machine that pauses at times. Readings stop when one is so fast that no later
     * reading can be a jump.
     */
    private static final int MOST_READINGS = 50;

    /**
     * The interval at which the clock of an embedded database is compared with this one: the system clock can be set,
     * and the machine can pause, without notice.
     */
    private static final Duration COMPARED = Duration.ofSeconds(1);

    private static final long NANOS_OF_MICRO = 1_000;
    private static final long MICROS_OF_SECOND = 1_000_000;

    private final Consumer<ClockJumped> jumps;
    private final Clock own;
    private final LongSupplier nanoTime;

    /** Added to {@code nanoTime} to get the nanoseconds since 1970. */
    private volatile long offset;

    private volatile boolean learned;
    private volatile boolean skewed;

    @Inject
    DatabaseClock(Event<ClockJumped> jumps) {
        this(jumps::fire, Clock.systemUTC(), System::nanoTime);
    }

    /**
     * Creates a clock.
     *
     * @param own the node's clock: used before the first reading, and for the skew
     */
    DatabaseClock(Consumer<ClockJumped> jumps, Clock own, LongSupplier nanoTime) {
        this.jumps = jumps;
        this.own = own;
        this.nanoTime = nanoTime;
        this.offset = nanos(own.instant()) - nanoTime.getAsLong();
    }

    /** Runs before all other start-up work, and so before the port opens. */
    void start(
            @Observes @Priority(1) StartupEvent event,
            AgroalDataSource database,
            MeterRegistry metrics,
            Clockwork clockwork,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String kind)
            throws SQLException {
        Gauge.builder("gazette.clock.offset", this, clock -> clock.skew().toNanos() / 1e9)
                .description("Difference between this node's clock and the database's; positive: this node is ahead.")
                .baseUnit("seconds")
                .register(metrics);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            Reading fastest = Reading.of(statement);
            for (int i = 1; i < FIRST_READINGS || (i < MOST_READINGS && !fastest.isPrecise()); i++) {
                Reading next = Reading.of(statement);
                fastest = next.nanos() < fastest.nanos() ? next : fastest;
            }
            learn(fastest.time(), fastest.asked(), fastest.answered());
        }
        if (kind.equals("h2")) {
            clockwork.start("clock of the embedded database", this::compare).wake();
        }
    }

    /** One reading of the database's time between two readings of {@link System#nanoTime}. */
    private record Reading(Instant time, long asked, long answered) {

        static Reading of(Statement statement) throws SQLException {
            long asked = System.nanoTime();
            try (ResultSet now = statement.executeQuery("select current_timestamp")) {
                now.next();
                return new Reading(now.getObject(1, OffsetDateTime.class).toInstant(), asked, System.nanoTime());
            }
        }

        long nanos() {
            return answered - asked;
        }

        boolean isPrecise() {
            return nanos() < JUMP.toNanos();
        }
    }

    /** The embedded database uses the clock of this node, so no query is needed. */
    private Duration compare() {
        long asked = System.nanoTime();
        learn(own.instant(), asked, System.nanoTime());
        return COMPARED;
    }

    /**
     * Adjusts the clock to a reading of the database's time.
     *
     * @param asked {@link System#nanoTime} before the query
     * @param answered {@link System#nanoTime} after the response
     */
    public void learn(Instant databaseTime, long asked, long answered) {
        Duration moved = move(nanos(databaseTime) - answered, nanos(databaseTime) - asked);
        watchSkew();
        if (moved.abs().compareTo(JUMP) > 0) {
            LOG.warnf("The database's clock has jumped; cached responses are dropped; jumpMillis=%d", moved.toMillis());
            jumps.accept(new ClockJumped(moved));
        }
    }

    /** Returns the change of the clock. The first reading returns zero: nothing has used the clock before it. */
    private synchronized Duration move(long least, long most) {
        long before = offset;
        if (!learned) {
            learned = true;
            offset = least + (most - least) / 2;
            return Duration.ZERO;
        }
        offset = Math.max(least, Math.min(most, before));
        return Duration.ofNanos(offset - before);
    }

    private synchronized void watchSkew() {
        Duration skew = skew();
        boolean now = skew.abs().compareTo(SKEW) > 0;
        if (now && !skewed) {
            LOG.warnf(
                    "The clock of this node differs from the database's. Gazette uses the "
                            + "database's, but log lines and tokens of an identity provider depend on this "
                            + "one: set it right; aheadMillis=%d",
                    skew.toMillis());
        } else if (!now && skewed) {
            LOG.infof("The clock of this node agrees with the database's again; aheadMillis=%d", skew.toMillis());
        }
        skewed = now;
    }

    /** The difference between the node's own clock and the database's; positive: the node's is ahead. */
    Duration skew() {
        return Duration.between(instant(), own.instant());
    }

    /** True if the skew is larger than {@link #SKEW}. */
    boolean isSkewed() {
        return skewed;
    }

    @Override
    public Instant instant() {
        long micros = Math.floorDiv(nanoTime.getAsLong() + offset, NANOS_OF_MICRO);
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_OF_SECOND), Math.floorMod(micros, MICROS_OF_SECOND) * NANOS_OF_MICRO);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("All times of Gazette are in UTC");
    }

    private static long nanos(Instant time) {
        return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
    }
}
