package press.gazette.desk.changes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

import press.gazette.change.LedgerPosition;
import press.gazette.database.Sql;
import press.gazette.time.Clockwork;

/** Removes old changes at the desk. */
@Singleton
class DeskChangesSweeper {

    /** Small enough that no writer waits for the transaction that removes them. */
    private static final int BATCH = 1_000;

    private static final Duration INTERVAL = Duration.ofHours(1);

    private final DeskChangesConfig config;
    private final Clock clock;

    DeskChangesSweeper(DeskChangesConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Clockwork clockwork) {
        clockwork.start("old changes at the desk", this::round).wakeIn(INTERVAL);
    }

    private Duration round() {
        return sweep(clock.instant().minus(config.deskChangesRetention())) ? Duration.ZERO : INTERVAL;
    }

    /** Removes the first of those that were made before this time; true: there may be more. */
    boolean sweep(Instant before) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<LedgerPosition> old = Sql.of(
                            "select c.seq, c.at from (select * from desk_change order by seq limit " + BATCH
                                    + ") c where c.at < ? order by c.seq",
                            before)
                    .rows(row -> new LedgerPosition(row.number(), row.instant()));
            if (!old.isEmpty()) {
                LedgerPosition last = old.get(old.size() - 1);
                Panache.getEntityManager(DeskChange.class)
                        .createQuery("update DeskHead set pruned = :seq, prunedAt = :at where pruned < :seq")
                        .setParameter("seq", last.seq())
                        .setParameter("at", last.at())
                        .executeUpdate();
                DeskChange.delete("seq <= ?1", last.seq());
            }
            return old.size() == BATCH;
        });
    }
}
