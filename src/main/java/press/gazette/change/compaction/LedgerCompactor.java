package press.gazette.change.compaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

import press.gazette.change.Change;
import press.gazette.change.PrivateInvalidation;
import press.gazette.change.Removal;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.time.Clockwork;

/**
 * Compacts the ledger: of each subject only the last change stays, at its place in the order. It gets the groups and the
 * former slugs of those before it, so a follower that comes later invalidates all that it would have invalidated.
 * Withdrawals and deletions stay for {@code gazette.changes-retention}, since feeds and copies name them. The times of
 * removed changes stay as long, since they tell positions in this ledger from those of a lost one.
 *
 * <p>It runs on every node; the row {@code ledger_compaction} is locked for each batch.
 */
@Singleton
public class LedgerCompactor {

    /** Changes of one transaction. */
    private static final int BATCH = 500;

    /** Younger changes stay: a response or a follower may just be reading them. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private static final Duration PAUSE = Duration.ofHours(1);

    /** A position is known by the number and the time of its change. */
    private static final String REMEMBERED =
            "insert into compacted_change (seq, at) select c.seq, c.at from change c where c.seq = ?";

    private final CompactionConfig config;
    private final Clock clock;

    LedgerCompactor(CompactionConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Clockwork clockwork) {
        clockwork.start("compaction of the ledger", this::round).wakeIn(PAUSE);
    }

    private Duration round() {
        Instant now = clock.instant();
        boolean replaced = compact(now.minus(SETTLED));
        Instant oldest = now.minus(config.changesRetention());
        boolean pruned = prune(oldest);
        boolean forgot = forgetTimes(oldest);
        removePrivate(now.minus(SETTLED));
        return replaced || pruned || forgot ? Duration.ZERO : PAUSE;
    }

    /** Removes replaced changes among the next ones that were recorded before this time; true: there may be more. */
    public boolean compact(Instant before) {
        return QuarkusTransaction.requiringNew().call(() -> {
            long compacted = locked();
            List<LedgerRow> next = Sql.of(
                            "select " + LedgerRow.COLUMNS
                                    + " from (select * from change where seq > ? order by seq limit " + BATCH
                                    + ") c where c.at < ? order by c.seq",
                            compacted,
                            before)
                    .rows(LedgerRow::of);
            if (next.isEmpty()) {
                return false;
            }
            long last = next.get(next.size() - 1).seq();
            Map<String, List<LedgerRow>> bySubject =
                    upTo(last, next).stream().collect(Collectors.groupingBy(LedgerRow::subject));
            Panache.getSession(Change.class)
                    .doWork(connection -> write(bySubject.values(), compacted, last, connection));
            return next.size() == BATCH;
        });
    }

    private static long locked() {
        return Sql.of("select c.compacted from ledger_compaction c where c.id = 1 for update")
                .first(Row::number)
                .orElseThrow();
    }

    /** All changes of the subjects of these, up to the last of them. */
    private static List<LedgerRow> upTo(long last, List<LedgerRow> some) {
        return Sql.of("select " + LedgerRow.COLUMNS + " from change c where c.subject in ")
                .plus(Sql.list(some.stream().map(LedgerRow::subject).distinct().toList()))
                .plus(" and c.seq <= ? order by c.subject, c.seq", last)
                .rows(LedgerRow::of);
    }

    private static void write(Iterable<List<LedgerRow>> subjects, long compacted, long last, Connection connection)
            throws SQLException {
        try (PreparedStatement remembered = connection.prepareStatement(REMEMBERED);
                PreparedStatement removed = connection.prepareStatement("delete from change where seq = ?");
                PreparedStatement kept = connection.prepareStatement(
                        "update change set kind = ?, touched = ?, former_slugs = ? where seq = ?");
                PreparedStatement progress = connection.prepareStatement(
                        "update ledger_compaction set compacted = greatest(compacted, ?) where id = 1")) {
            List<LedgerRow> removals = new ArrayList<>();
            for (List<LedgerRow> changes : subjects) {
                List<LedgerRow> earlier = new ArrayList<>(changes);
                LedgerRow newest = earlier.remove(earlier.size() - 1);
                LedgerRow joined = newest.inPlaceOf(earlier, compacted);
                for (LedgerRow each : earlier) {
                    if (each.isReplaceable()) {
                        remembered.setLong(1, each.seq());
                        remembered.addBatch();
                        removed.setLong(1, each.seq());
                        removed.addBatch();
                    }
                }
                if (!joined.equals(newest)) {
                    kept.setString(1, joined.kind());
                    kept.setString(2, joined.touched());
                    kept.setString(3, joined.formerSlugs());
                    kept.setLong(4, joined.seq());
                    kept.addBatch();
                    if (joined.isRemoval()) {
                        removals.add(joined);
                    }
                }
            }
            remembered.executeBatch();
            removed.executeBatch();
            kept.executeBatch();
            for (LedgerRow each : removals) {
                Removal.store(each.seq(), each.subject(), each.touched(), connection);
            }
            progress.setLong(1, last);
            progress.executeUpdate();
        }
    }

    /** Removes withdrawals and deletions that were recorded before this time; true: there may be more. */
    public boolean prune(Instant before) {
        return QuarkusTransaction.requiringNew().call(() -> {
            long compacted = locked();
            List<Long> old =
                    Sql.of("""
                            select r.seq from (
                                (select seq from change where kind = 'withdrawn' and at < ? order by kind, at limit %1$d)
                                union all
                                (select seq from change where kind = 'deleted' and at < ? order by kind, at limit %1$d)
                            ) r where r.seq <= ? order by r.seq limit %1$d""".formatted(BATCH), before, before, compacted).rows(Row::number);
            if (old.isEmpty()) {
                return false;
            }
            Panache.getSession(Change.class).doWork(connection -> remove(old, connection));
            return old.size() == BATCH;
        });
    }

    private static void remove(List<Long> old, Connection connection) throws SQLException {
        try (PreparedStatement remembered = connection.prepareStatement(REMEMBERED);
                PreparedStatement removed = connection.prepareStatement("delete from change where seq = ?");
                PreparedStatement marked = connection.prepareStatement(
                        "update ledger_compaction set pruned = greatest(pruned, ?) where id = 1")) {
            for (long seq : old) {
                remembered.setLong(1, seq);
                remembered.addBatch();
                removed.setLong(1, seq);
                removed.addBatch();
            }
            remembered.executeBatch();
            removed.executeBatch();
            marked.setLong(1, old.get(old.size() - 1));
            marked.executeUpdate();
        }
    }

    /** Removes private invalidations before this time, which all nodes have followed. A node that has not starts its cache again. */
    public void removePrivate(Instant before) {
        QuarkusTransaction.requiringNew().run(() -> {
            locked();
            Panache.getSession(Change.class).doWork(connection -> PrivateInvalidation.removeBefore(before, connection));
        });
    }

    /**
     * Removes the times of removed changes that were recorded before this time; true: there may be more. The last of them stays: it
     * may have been the end of the ledger until then, where followers stood.
     */
    public boolean forgetTimes(Instant before) {
        return QuarkusTransaction.requiringNew().call(() -> {
            locked();
            List<Long> old = Sql.of(
                            "select r.seq from (select * from compacted_change order by seq limit " + BATCH
                                    + ") r where r.at < ? order by r.seq",
                            before)
                    .rows(Row::number);
            if (old.size() < 2) {
                return false;
            }
            Panache.getSession(Change.class).doWork(connection -> {
                try (PreparedStatement removed =
                        connection.prepareStatement("delete from compacted_change where seq < ?")) {
                    removed.setLong(1, old.get(old.size() - 1));
                    removed.executeUpdate();
                }
            });
            return old.size() == BATCH;
        });
    }
}
