package press.gazette.database;

import static org.hibernate.Timeouts.SKIP_LOCKED_MILLI;
import static org.hibernate.jpa.SpecHints.HINT_SPEC_LOCK_TIMEOUT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;

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

import press.gazette.time.DatabaseTime;
import press.gazette.time.Work;

/**
 * Rows whose time has come, and the work on them. It goes through all that are due on every node, a batch in one transaction,
 * and passes over rows that another node has locked. When a batch fails, each of its rows gets a transaction of its own, after
 * all other batches. A row that fails alone is put off for a while: it stops neither the rows of its batch nor those behind it.
 *
 * <p>The put-off is kept in memory. Written to the rows it would be one more write that can fail, and one that readers might
 * notice; another node, or this one after a restart, tries such a row once more than it had to.
 *
 * @param <T> the entity
 */
public final class DueRows<T extends Planned> {

    private static final Logger LOG = Logger.getLogger(DueRows.class);

    /** Large enough that a commit weighs little, small enough that editors do not wait for its locks. */
    private static final int BATCH = 50;

    /** A batch ends early when its work has taken so long; the rest stays due. */
    private static final Duration LONGEST_BATCH = Duration.ofSeconds(1);

    /** So many rows at most are tried alone in one round, or those that become due meanwhile would wait for them. */
    private static final int ALONE = 100;

    /** After so long there is a further round for rows that are put off, or that somebody else has locked. */
    static final Duration LEFTOVERS = Duration.ofMillis(500);

    private static final double NANOS = 1e9;

    /**
     * Where the rows are.
     *
     * @param entity their type, which is {@link Planned}
     * @param table their table, whose column {@code due_at} has an index of its own
     * @param id the attribute that tells them apart
     * @param dueAt the attribute that says when each is due; absent in a row: never
     */
    public record Source<T extends Planned>(Class<T> entity, String table, String id, String dueAt) {}

    /** A row that is due. With another due time it is another one, so that what editors mend is not put off. */
    record Key(Object id, Instant dueAt) {}

    private final String name;
    private final Source<T> source;
    private final BiConsumer<T, Instant> work;
    private final PutOff putOff = new PutOff();
    private final Counter done;
    private final Counter failed;
    private Runnable firstLock = () -> {};

    /** Since when the row that has been due the longest is due, by {@link System#nanoTime}; absent: none is due. */
    private volatile @Nullable Long dueSince;

    /** The last round has tried all that was due by then. */
    private volatile Instant triedUntil = Instant.MIN;

    /**
     * Registers the metrics of the work.
     *
     * @param name of the work, for logs and metrics
     * @param work on a locked row, at the database's time; afterwards the row is due later or no more
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

    /** Takes a lock in each transaction before it locks rows, for work that needs locks in a certain order. */
    public DueRows<T> behind(Runnable lock) {
        firstLock = lock;
        return this;
    }

    /** The statement for the earliest moment at which a row is due. */
    String earliest() {
        return "select min(due_at) from " + source.table();
    }

    boolean areOf(Class<?> entity) {
        return source.entity().isAssignableFrom(entity);
    }

    /** Whether the last round has tried what was due then: it was put off, or another node has it. */
    boolean wereTriedAt(Instant dueAt) {
        return !dueAt.isAfter(triedUntil);
    }

    private double age() {
        Long since = dueSince;
        return since == null ? 0 : (System.nanoTime() - since) / NANOS;
    }

    /** Does the work on all rows that are due now, and returns how long it may rest. */
    public Duration round() {
        boolean clear = tryAll();
        dueSince = clear ? null : dueSince;
        Duration next = QuarkusTransaction.requiringNew().call(this::untilNext);
        return clear || next.compareTo(LEFTOVERS) < 0 ? next : LEFTOVERS;
    }

    /** Returns whether every row that was due has had its work done, in the batch it was tried in. */
    private boolean tryAll() {
        List<Key> suspects = new ArrayList<>();
        boolean clear = true;
        List<Key> keys = QuarkusTransaction.requiringNew().call(() -> due(null));
        while (!keys.isEmpty()) {
            List<Key> tried = keys.stream().filter(putOff::mayTry).toList();
            clear &= isDone(tried, suspects) && tried.size() == keys.size();
            Key last = keys.get(keys.size() - 1);
            keys = keys.size() < BATCH
                    ? List.of()
                    : QuarkusTransaction.requiringNew().call(() -> due(last));
        }
        tryAlone(suspects);
        return clear;
    }

    private void tryAlone(List<Key> suspects) {
        // The latest first, so that a row that has just become due does not wait for those that have failed for long.
        Collections.reverse(suspects);
        boolean traced = false;
        for (Key suspect : suspects.subList(0, Math.min(ALONE, suspects.size()))) {
            traced |= !isDoneAlone(suspect, traced);
        }
    }

    /** Adds the rows of a batch that fails to the suspects. It logs nothing: each is tried again alone, and is logged then. */
    private boolean isDone(List<Key> keys, List<Key> suspects) {
        if (keys.isEmpty()) {
            return true;
        }
        try {
            int worked = QuarkusTransaction.requiringNew().call(() -> work(keys));
            done.increment(worked);
            return worked == keys.size();
        } catch (RuntimeException e) {
            LOG.debugf(e, "A batch has failed; its rows are tried one by one. work=\"%s\" rows=%d", name, keys.size());
            suspects.addAll(keys);
            return false;
        }
    }

    /**
     * Puts off a row that fails. Where the database is lost the round ends too.
     *
     * @param traced whether the log has the trace of such a failure already; a thousand rows mostly fail for one reason
     */
    private boolean isDoneAlone(Key key, boolean traced) {
        try {
            done.increment(QuarkusTransaction.requiringNew().call(() -> work(List.of(key))));
            putOff.forget(key);
            return true;
        } catch (RuntimeException e) {
            failed.increment();
            if (putOff.failed(key) == 1) {
                LOG.errorf(
                        traced ? null : e,
                        "A row that is due has failed and is put off. work=\"%s\" row=%s cause=%s",
                        name,
                        key.id(),
                        e);
            }
            if (Loss.isCauseOf(e)) {
                throw e;
            }
            return false;
        }
    }

    /** Works on those rows that are still due and that no other node holds; returns how many that were. */
    private int work(List<Key> keys) {
        firstLock.run();
        Instant now = DatabaseTime.now();
        long end = System.nanoTime() + LONGEST_BATCH.toNanos();
        int worked = 0;
        for (T row : free(keys, now)) {
            work.accept(row, now);
            worked++;
            if (System.nanoTime() - end > 0) {
                break;
            }
        }
        return worked;
    }

    /** The next batch behind a row in the order of due times; absent: the first one. */
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

    /** The time until the next row is due, as far as is planned. */
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

    private List<T> free(List<Key> keys, Instant now) {
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
