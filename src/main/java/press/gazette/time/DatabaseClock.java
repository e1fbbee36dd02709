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
 * The one clock: the database's, in UTC. All nodes on one database go by it, whatever their own clocks say. It has whole
 * microseconds, because that is what both databases keep of an instant: a finer one would come back as another one, and
 * ETags and cursors with it.
 *
 * <p>Each reading of the ledger brings the database's time along ({@link #learn}). Between two readings, and while the
 * database is away, the clock runs on {@link System#nanoTime}: nobody sets that, so a jump of the node's own clock changes
 * nothing. The clock keeps its course as long as a reading allows it and is moved by as little as the reading demands.
 */
@Singleton
public class DatabaseClock extends Clock {

    private static final Logger LOG = Logger.getLogger(DatabaseClock.class);

    /** A move beyond this is a jump: what was rendered before it was rendered for another time. */
    static final Duration JUMP = Duration.ofMillis(100);

    /** The most by which the node's own clock may differ before operators are told. */
    static final Duration SKEW = Duration.ofSeconds(1);

    /** How often the clock is read at the start; the fastest reading says most precisely what time it is. */
    private static final int FIRST_READINGS = 5;

    /** Further readings on a machine that stands still at times, until one is so fast that no later one can be a jump. */
    private static final int MOST_READINGS = 50;

    /** How often the clock of an embedded database is compared with this one: it is set, or stood still, without a word. */
    private static final Duration COMPARED = Duration.ofSeconds(1);

    private static final long NANOS_OF_MICRO = 1_000;
    private static final long MICROS_OF_SECOND = 1_000_000;

    private final Consumer<ClockJumped> jumps;
    private final Clock own;
    private final LongSupplier nanoTime;

    /** What is added to {@code nanoTime} to get the nanoseconds since 1970. */
    private volatile long offset;

    private volatile boolean learned;
    private volatile boolean skewed;

    @Inject
    DatabaseClock(Event<ClockJumped> jumps) {
        this(jumps::fire, Clock.systemUTC(), System::nanoTime);
    }

    /**
     * A clock of a node.
     *
     * @param own the node's clock: what is given out before the first reading, and what the skew is counted from
     */
    DatabaseClock(Consumer<ClockJumped> jumps, Clock own, LongSupplier nanoTime) {
        this.jumps = jumps;
        this.own = own;
        this.nanoTime = nanoTime;
        this.offset = nanos(own.instant()) - nanoTime.getAsLong();
    }

    /** Before all other work of the start, and so before the port is open. */
    void start(
            @Observes @Priority(1) StartupEvent event,
            AgroalDataSource database,
            MeterRegistry metrics,
            Clockwork clockwork,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String kind)
            throws SQLException {
        Gauge.builder("gazette.clock.offset", this, clock -> clock.skew().toNanos() / 1e9)
                .description("How far the clock of this node is ahead of the database's.")
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

    /** The embedded database takes its time from the clock of this node, so nobody has to ask it. */
    private Duration compare() {
        long asked = System.nanoTime();
        learn(own.instant(), asked, System.nanoTime());
        return COMPARED;
    }

    /**
     * Takes note of the database's time, which was read some time between the question and the answer.
     *
     * @param asked {@link System#nanoTime} before the database was asked
     * @param answered the same after it has answered
     */
    public void learn(Instant databaseTime, long asked, long answered) {
        Duration moved = move(nanos(databaseTime) - answered, nanos(databaseTime) - asked);
        watchSkew();
        if (moved.abs().compareTo(JUMP) > 0) {
            LOG.warnf(
                    "The clock has jumped with the database's; rendered answers are dropped; jumpMillis=%d",
                    moved.toMillis());
            jumps.accept(new ClockJumped(moved));
        }
    }

    /** Returns by how much the clock was moved; the first reading moves nothing that anybody has seen. */
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
                    "The clock of this node differs from the database's, which is what counts; set it right: "
                            + "log lines and tokens of an identity provider go by it; aheadMillis=%d",
                    skew.toMillis());
        } else if (!now && skewed) {
            LOG.infof("The clock of this node agrees with the database's again; aheadMillis=%d", skew.toMillis());
        }
        skewed = now;
    }

    /** How far the node's own clock is ahead of the database's. */
    Duration skew() {
        return Duration.between(instant(), own.instant());
    }

    /** Whether the node's own clock differs so much that operators should know. */
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
