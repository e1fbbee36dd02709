package press.gazette.database.due;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import press.gazette.database.DatabasePoll;
import press.gazette.time.ClockJumped;
import press.gazette.time.Clockwork;
import press.gazette.time.Work;

/**
 * Wakes the work on planned rows when they are due. Due times come from commits of this node, from the last round of
 * the work, and from {@link DatabasePoll}, which finds those planned by other nodes.
 */
@Singleton
public class PlannedWork {

    /** Runs after all observers that add to the poll. */
    private static final int LATE = Integer.MAX_VALUE - 1;

    private record Plan(DueRows<?> rows, Work work) {}

    private final List<Plan> plans = new CopyOnWriteArrayList<>();
    private final Clockwork clockwork;
    private final DatabasePoll poll;
    private final Clock clock;

    /** Polls the embedded database; null on PostgreSQL, where {@link press.gazette.database.Pulse} polls. */
    private final @Nullable Work embeddedPoll;

    PlannedWork(
            Clockwork clockwork,
            DatabasePoll poll,
            Clock clock,
            AgroalDataSource database,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
        this.clockwork = clockwork;
        this.poll = poll;
        this.clock = clock;
        embeddedPoll =
                kind.equals("h2") ? clockwork.start("look at the embedded database", () -> poll(database)) : null;
    }

    /**
     * Starts the work on planned rows.
     *
     * @param name for logs, metrics and thread dumps
     */
    public void start(String name, DueRows<?> rows) {
        start(name, rows, rows::round);
    }

    /**
     * Starts the work with a round that encloses that of the rows. Returns the work, which can be woken for other
     * reasons.
     */
    public Work start(String name, DueRows<?> rows, Supplier<Duration> round) {
        Plan plan = new Plan(rows, clockwork.start(name, round));
        plans.add(plan);
        poll.moment(rows.earliest(), at -> planned(plan, at));
        return plan.work();
    }

    void start(@Observes @Priority(LATE) StartupEvent event) {
        pollEmbedded();
    }

    /**
     * All due times have moved nearer or farther. On PostgreSQL the poll that noticed the jump goes on to find them.
     */
    void jumped(@Observes ClockJumped event) {
        pollEmbedded();
    }

    /** Rows with due times were written past the entities. On PostgreSQL the poll finds them, as those of other nodes. */
    public void lookAgain() {
        pollEmbedded();
    }

    private void pollEmbedded() {
        if (embeddedPoll != null) {
            embeddedPoll.wake();
        }
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) PlannedRowListener.Written row) {
        plans.stream()
                .filter(plan -> plan.rows().areOf(row.entity()))
                .forEach(plan -> plan.work().wakeIn(until(row.dueAt())));
    }

    private void planned(Plan plan, Instant at) {
        plan.work().wakeIn(plan.rows().wereTriedAt(at) ? DueRows.LEFTOVERS : until(at));
    }

    private Duration until(Instant at) {
        return Duration.between(clock.instant(), at);
    }

    private Duration poll(AgroalDataSource database) {
        try (Connection connection = database.getConnection()) {
            poll.at(connection);
            return Work.UNTIL_WOKEN;
        } catch (SQLException e) {
            throw new IllegalStateException("The planned work cannot be read", e);
        }
    }
}
