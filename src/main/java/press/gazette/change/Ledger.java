package press.gazette.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.panache.Panache;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

import press.gazette.database.Row;
import press.gazette.database.Sql;

/** Writes the ledger, and reads parts of it. */
public final class Ledger {

    private static final Object PENDING = new Object();

    private Ledger() {}

    /**
     * Enters a change into the ledger together with the running transaction: both are committed or neither is.
     *
     * <p>It gets its number as the last act before the commit. The lock on the head is therefore always the last lock a
     * transaction takes (so it cannot be part of a deadlock) and is held for no longer than the commit itself.
     *
     * @throws IllegalStateException if there is no transaction
     */
    public static void record(Change change) {
        TransactionSynchronizationRegistry transaction = Arc.container()
                .instance(TransactionSynchronizationRegistry.class)
                .get();
        boolean active = transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
        // The check makes the session join the transaction: this is not possible any more while it completes.
        if (!active || !Panache.getSession(Change.class).isJoinedToTransaction()) {
            throw new IllegalStateException(
                    "A change must be recorded in the transaction that makes it; there is none");
        }
        Pending pending = (Pending) transaction.getResource(PENDING);
        if (pending == null) {
            pending = new Pending();
            transaction.putResource(PENDING, pending);
            transaction.registerInterposedSynchronization(pending);
        }
        pending.changes.add(change);
    }

    /** True if the running transaction has recorded a change. */
    public static boolean hasChanges() {
        TransactionSynchronizationRegistry transaction = Arc.container()
                .instance(TransactionSynchronizationRegistry.class)
                .get();
        return transaction.getTransactionStatus() == Status.STATUS_ACTIVE && transaction.getResource(PENDING) != null;
    }

    /** Blocks all other writers until the running transaction ends. */
    public static void lock() {
        LedgerHead.findById(LedgerHead.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The current end of the ledger. */
    public static LedgerHead head() {
        return LedgerHead.<LedgerHead>find("id", LedgerHead.ONLY).singleResult();
    }

    /** The position right behind a change; empty if the ledger has no such change. */
    public static Optional<LedgerPosition> behind(long seq) {
        return Sql.of("select c.seq, c.at from change c where c.seq = ?", seq)
                .first(row -> new LedgerPosition(row.number(), row.instant()));
    }

    /**
     * True if the ledger has this change, or may have had it: the compaction has removed its number, and its time lies
     * between those of the changes before and after it. False if removals behind it are pruned: who stands there never hears
     * of them. Position 0 is in every ledger whose first changes were removed by the compaction only: who stands there has
     * nothing to remove.
     */
    public static boolean has(LedgerPosition position) {
        Compacted compacted = Compacted.read();
        if (position.seq() == 0) {
            return compacted.seq() > 0 || oldest().orElse(1L) == 1L;
        }
        if (position.seq() < compacted.pruned()) {
            return false;
        }
        Optional<LedgerPosition> exact = behind(position.seq());
        if (exact.isPresent()) {
            return exact.get().equals(position);
        }
        return position.seq() <= compacted.seq()
                && next("c.seq > ? order by c.seq", position).stream()
                        .noneMatch(later -> later.at().isBefore(position.at()))
                && next("c.seq < ? order by c.seq desc", position).stream()
                        .noneMatch(earlier -> earlier.at().isAfter(position.at()));
    }

    private static Optional<LedgerPosition> next(String condition, LedgerPosition from) {
        return Sql.of("select c.seq, c.at from change c where " + condition + " limit 1", from.seq())
                .first(row -> new LedgerPosition(row.number(), row.instant()));
    }

    private static Optional<Long> oldest() {
        return Sql.of("select c.seq from change c order by c.seq limit 1").first(Row::number);
    }

    /**
     * The work of the compaction.
     *
     * @param seq the number up to which replaced changes are removed
     * @param pruned the number up to which removals may be missing
     */
    private record Compacted(long seq, long pruned) {

        static Compacted read() {
            return Sql.of("select c.compacted, c.pruned from ledger_compaction c where c.id = 1")
                    .first(row -> new Compacted(row.number(), row.number()))
                    .orElseThrow();
        }
    }

    /** The latest change to any of these subjects. Articles are not covered. */
    public static LedgerPosition lastChange(Collection<Subject> subjects) {
        return LastChange.of(subjects);
    }

    /**
     * Articles of listings that were withdrawn or deleted since then and whose removal touched the subject, the latest
     * first. They may have been published again meanwhile.
     *
     * @param most maximum number; at least 1
     */
    public static List<Removal> removals(Subject touched, Instant since, int most) {
        Map<UUID, Removal> latest = new LinkedHashMap<>();
        Change.<Change>find(
                        "kind in (WITHDRAWN, DELETED) and at > ?1 and subject like ?2"
                                + " and ' ' || touched || ' ' like ?3 and ' ' || touched || ' ' not like ?4"
                                + " order by seq desc",
                        since,
                        Subject.Kind.ARTICLE.prefix() + "%",
                        "% " + touched.name() + " %",
                        "% " + Subject.UNLISTED.name() + " %")
                .range(0, 2 * most - 1)
                .list()
                .forEach(change -> {
                    UUID article = change.subject().id();
                    latest.putIfAbsent(article, new Removal(article, change.at()));
                });
        return latest.values().stream().limit(most).toList();
    }

    /** At most {@code most} changes behind a position, in order. */
    public static List<Change> after(long seq, int most) {
        return Change.<Change>find("seq > ?1 order by seq", seq)
                .range(0, most - 1)
                .list();
    }

    /**
     * At most {@code most} changes behind a position, in order, for caches: kinds of change that this release does not
     * know are included.
     */
    public static List<Invalidation> invalidationsAfter(long seq, int most) {
        return Panache.getSession(Change.class)
                .createNativeQuery(
                        "select seq, kind, touched from change where seq > :seq order by seq", Object[].class)
                .setParameter("seq", seq)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> invalidation(((Number) row[0]).longValue(), row[1].toString(), row[2].toString()))
                .toList();
    }

    /**
     * At most {@code most} changes of tags and of pictures, which tags show, behind a position, in order; unknown kinds of
     * change are included.
     */
    public static List<Invalidation> invalidationsOfTags(long seq, int most) {
        return Sql.of("""
                        select c.seq, c.kind, c.touched from (
                            (select seq, kind, touched from change where type = 'tag' and seq > ? order by type, seq limit ?)
                            union all
                            (select seq, kind, touched from change where type = 'media' and seq > ? order by type, seq limit ?)
                        ) c order by c.seq limit ?""", seq, most, seq, most, most).rows(row -> invalidation(row.number(), row.text(), row.text()));
    }

    private static Invalidation invalidation(long seq, String kind, String touched) {
        return new Invalidation(seq, Change.subjects(touched), Change.Kind.isKnown(kind));
    }

    /** At most {@code most} changes behind a position and the database's time, in one statement. */
    public static LedgerBatch read(long seq, int most) {
        List<Object[]> rows = Panache.getSession(Change.class)
                .createNativeQuery("""
                        select current_timestamp as read_at, c.seq as seq, c.kind as kind, c.touched as touched
                        from (select 1 as one) o left join (
                            select seq, kind, touched from change where seq > :seq order by seq limit :most) c on 1 = 1
                        order by c.seq""", Object[].class)
                .addScalar("read_at", Instant.class)
                .addScalar("seq", Long.class)
                .addScalar("kind", String.class)
                .addScalar("touched", String.class)
                .setParameter("seq", seq)
                .setParameter("most", most)
                .getResultList();
        List<Invalidation> invalidations = rows.stream()
                .filter(row -> row[1] != null)
                .map(row -> invalidation((Long) row[1], (String) row[2], (String) row[3]))
                .toList();
        return new LedgerBatch((Instant) rows.get(0)[0], invalidations);
    }

    /** The changes of one transaction, held until its commit. After a rollback none of them has a number. */
    private static final class Pending implements Synchronization {

        private final List<Change> changes = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            EntityManager entities = Panache.getEntityManager(Change.class);
            entities.flush();
            Instant newest =
                    changes.stream().map(Change::at).max(Instant::compareTo).orElseThrow();
            entities.createQuery(
                            "update LedgerHead set seq = seq + :count, at = case when at < :newest then :newest else at end")
                    .setParameter("count", changes.size())
                    .setParameter("newest", newest)
                    .executeUpdate();
            Object[] head = entities.createQuery("select seq, at from LedgerHead", Object[].class)
                    .getSingleResult();
            number((long) head[0] - changes.size(), (Instant) head[1]);
            changes.forEach(entities::persist);
            entities.flush();
            // Otherwise each later statement would compare all of them with what was written.
            changes.forEach(entities::detach);
            LastChange.update(changes, entities);
            releaseConnection(entities);
        }

        /**
         * Returns the connection to the pool. Hibernate has done so before this synchronization ran, whose statements
         * borrowed it again; the pool warns of each connection that is still borrowed at the commit.
         */
        private static void releaseConnection(EntityManager entities) {
            entities.unwrap(SharedSessionContractImplementor.class)
                    .getJdbcCoordinator()
                    .getLogicalConnection()
                    .beforeTransactionCompletion();
        }

        /** All changes of one commit share its instant. */
        private void number(long seq, Instant at) {
            for (Change change : changes) {
                seq++;
                change.number(seq, at);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                List<Invalidation> invalidations = changes.stream()
                        .map(change -> new Invalidation(change.seq(), change.touched(), true))
                        .toList();
                Arc.container().beanManager().getEvent().fire(new ChangesCommitted(invalidations));
            }
        }
    }
}
