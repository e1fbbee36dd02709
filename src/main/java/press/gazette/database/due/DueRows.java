package press.gazette.database.due;

import static org.hibernate.Timeouts.SKIP_LOCKED_MILLI;
import static org.hibernate.jpa.SpecHints.HINT_SPEC_LOCK_TIMEOUT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

import jakarta.persistence.LockModeType;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.database.DatabaseFailure;
import press.gazette.time.DatabaseTime;
import press.gazette.time.Work;

/**
 * Processes rows that are due. Every node runs it: it goes through all due rows, a batch per transaction, and skips
 * rows that another node has locked. When a batch fails, each of its rows is retried in a transaction of its own, after
 * all other batches. A row that fails alone is postponed: it blocks neither its batch nor later rows.
 *
 * <p>Postponements are in memory only. Storing them would be one more write that can fail, and one that readers might
 * notice; another node, or this one after a restart, retries such a row once more than necessary.
 *
 * @param <T> the entity
 */
public final class DueRows<T extends Planned> {

    private static final Logger LOG = Logger.getLogger(DueRows.class);

    /** Large enough that commits cost little, small enough that editors do not wait for its locks. */
    private static final int BATCH = 50;

    /** A batch ends early after this time; the rest stays due. */
    private static final Duration LONGEST_BATCH = Duration.ofSeconds(1);

    /** The maximum number of rows retried alone in one round, so that newly due rows do not wait for them. */
    private static final int ALONE = 100;

    /** The pause before a further round for rows that are postponed or locked elsewhere. */
    static final Duration LEFTOVERS = Duration.ofMillis(500);

    private static final double NANOS = 1e9;

    /**
     * The source of the rows.
     *
     * @param entity their type, which is {@link Planned}
     * @param table their table; its column {@code due_at} has an index of its own
     * @param id the attribute that identifies a row
     * @param dueAt the attribute with the due time; null in rows that are never due
     */
    public record Source<T extends Planned>(Class<T> entity, String table, String id, String dueAt) {}

    /** A due row. A new due time makes a new key, so a row that an editor has corrected is not postponed. */
    record Key(Object id, Instant dueAt) {}

    private final String name;
    private final Source<T> source;
    private final BiConsumer<T, Instant> work;
    private final Postponements postponements = new Postponements();
    private final Counter done;
    private final Counter failed;
    private Runnable begin = () -> {};
    private BooleanSupplier mayGoOn = () -> true;

    /** The due time of the oldest due row, by {@link System#nanoTime}; null if none is due. */
    private volatile @Nullable Long dueSince;

    /** The last round has tried all rows that were due by then. */
    private volatile Instant triedUntil = Instant.MIN;

    /**
     * Registers the metrics of the work.
     *
     * @param name of the work, for logs and metrics
     * @param work gets a locked row and the database's time; it must set a later due time or none
     */
    public DueRows(String name, Source<T> source, BiConsumer<T, Instant> work, MeterRegistry metrics) {
        this.name = name;
        this.source = source;
        this.work = work;
        Tags tags = Tags.of("work", name);
        done = metrics.counter("gazette.due.rows", tags.and("outcome", "done"));
        failed = metrics.counter("gazette.due.rows", tags.and("outcome", "failed"));
        metrics.gauge("gazette.due.age.seconds", tags, this, DueRows::age);
    }

    /** Begins each transaction, before rows are locked: for work that needs locks in a fixed order, or counts what it does in one. */
    public DueRows<T> behind(Runnable beginning) {
        begin = beginning;
        return this;
    }

    /** Asks before each batch; false ends the round, and the other rows stay due. */
    public DueRows<T> goingOnIf(BooleanSupplier condition) {
        mayGoOn = condition;
        return this;
    }

    /** The statement that selects the earliest due time. */
    String earliest() {
        return "select min(due_at) from " + source.table();
    }

    boolean areOf(Class<?> entity) {
        return source.entity().isAssignableFrom(entity);
    }

    /** True if the last round has tried rows due at this time: they are postponed, or another node has locked them. */
    boolean wereTriedAt(Instant dueAt) {
        return !dueAt.isAfter(triedUntil);
    }

    private double age() {
        Long since = dueSince;
        return since == null ? 0 : (System.nanoTime() - since) / NANOS;
    }

    /** Processes all rows that are due now, and returns the time until the next round. */
    public Duration round() {
        boolean clear = tryAll();
        dueSince = clear ? null : dueSince;
        Duration next = QuarkusTransaction.requiringNew().call(this::untilNext);
        return clear || next.compareTo(LEFTOVERS) < 0 ? next : LEFTOVERS;
    }

    /** Returns true if every due row was processed in its batch. */
    private boolean tryAll() {
        List<Key> suspects = new ArrayList<>();
        boolean clear = true;
        List<Key> keys = QuarkusTransaction.requiringNew().call(() -> due(null));
        while (!keys.isEmpty() && mayGoOn.getAsBoolean()) {
            List<Key> tried = keys.stream().filter(postponements::mayTry).toList();
            clear &= tryBatch(tried, suspects) && tried.size() == keys.size();
            Key last = keys.get(keys.size() - 1);
            keys = keys.size() < BATCH
                    ? List.of()
                    : QuarkusTransaction.requiringNew().call(() -> due(last));
        }
        tryAlone(suspects);
        return clear && keys.isEmpty();
    }

    private void tryAlone(List<Key> suspects) {
        // The latest first, so that a newly due row does not wait for rows that have long been failing.
        Collections.reverse(suspects);
        boolean traced = false;
        for (Key suspect : suspects.subList(0, Math.min(ALONE, suspects.size()))) {
            traced |= !tryRow(suspect, traced);
        }
    }

    /**
     * Processes a batch; if it fails, adds its rows to the suspects. Logs nothing: each row is retried alone, and
     * logged then.
     */
    private boolean tryBatch(List<Key> keys, List<Key> suspects) {
        if (keys.isEmpty()) {
            return true;
        }
        try {
            int worked = QuarkusTransaction.requiringNew().call(() -> work(keys));
            done.increment(worked);
            return worked == keys.size();
        } catch (RuntimeException e) {
            LOG.debugf(
                    e, "A batch has failed; its rows are retried one by one. work=\"%s\" rows=%d", name, keys.size());
            suspects.addAll(keys);
            return false;
        }
    }

    /**
     * Processes one row; postpones it if it fails. If the database is lost, the round ends.
     *
     * @param traced true if the log has a stack trace already: a thousand rows mostly fail for one reason
     */
    private boolean tryRow(Key key, boolean traced) {
        try {
            done.increment(QuarkusTransaction.requiringNew().call(() -> work(List.of(key))));
            postponements.forget(key);
            return true;
        } catch (RuntimeException e) {
            failed.increment();
            if (postponements.failed(key) == 1) {
                LOG.errorf(
                        traced ? null : e,
                        "A due row has failed and is postponed. work=\"%s\" row=%s cause=%s",
                        name,
                        key.id(),
                        e);
            }
            if (DatabaseFailure.isCauseOf(e)) {
                throw e;
            }
            return false;
        }
    }

    /** Processes the rows that are still due and not locked by another node; returns their number. */
    private int work(List<Key> keys) {
        begin.run();
        Instant now = DatabaseTime.now();
        long end = System.nanoTime() + LONGEST_BATCH.toNanos();
        int worked = 0;
        for (T row : lockRows(keys, now)) {
            work.accept(row, now);
            worked++;
            if (System.nanoTime() - end > 0) {
                break;
            }
        }
        return worked;
    }

    /**
     * The next batch in the order of due times.
     *
     * @param last the last row of the batch before; null for the first batch
     */
    private List<Key> due(@Nullable Key last) {
        Instant now = DatabaseTime.now();
        String behind = last == null ? "" : " and (e.%2$s > :dueAt or e.%2$s = :dueAt and e.%1$s > :id)";
        SelectionQuery<Object[]> query = session()
                .createSelectionQuery(
                        hql("select e.%1$s, e.%2$s from %3$s e where e.%2$s <= :now" + behind), Object[].class)
                .setParameter("now", now)
                .setMaxResults(BATCH);
        if (last != null) {
            query.setParameter("dueAt", last.dueAt()).setParameter("id", last.id());
        }
        List<Key> keys = query.getResultStream()
                .map(row -> new Key(row[0], (Instant) row[1]))
                .toList();
        if (last == null) {
            triedUntil = now;
            dueSince = keys.isEmpty()
                    ? null
                    : (Long) (System.nanoTime()
                            - Duration.between(keys.get(0).dueAt(), now).toNanos());
        }
        return keys;
    }

    /** The time until the next known row is due. */
    private Duration untilNext() {
        Instant next = session()
                .createSelectionQuery(
                        String.format(
                                "select min(e.%1$s) from %2$s e where e.%1$s > :tried",
                                source.dueAt(), source.entity().getSimpleName()),
                        Instant.class)
                .setParameter("tried", triedUntil)
                .getSingleResultOrNull();
        return next == null ? Work.UNTIL_WOKEN : Duration.between(DatabaseTime.now(), next);
    }

    private List<T> lockRows(List<Key> keys, Instant now) {
        return session()
                .createSelectionQuery(hql("from %3$s e where e.%1$s in :ids and e.%2$s <= :now"), source.entity())
                .setParameter("ids", keys.stream().map(Key::id).toList())
                .setParameter("now", now)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED_MILLI)
                .getResultList();
    }

    private Session session() {
        return Panache.getSession(source.entity());
    }

    private String hql(String words) {
        return String.format(
                words + " order by e.%2$s, e.%1$s",
                source.id(),
                source.dueAt(),
                source.entity().getSimpleName());
    }
}
