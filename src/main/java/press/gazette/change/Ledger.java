package press.gazette.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.panache.Panache;
import org.hibernate.Session;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

import press.gazette.database.Sql;
import press.gazette.time.DatabaseTime;

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
        joined().changes.add(change);
    }

    /**
     * Invalidates the cached responses of these subjects on all nodes when the running transaction commits, without a change that
     * readers may notice: see {@link PrivateInvalidation}.
     *
     * @throws IllegalStateException if there is no transaction
     */
    public static void invalidatePrivately(Collection<Subject> subjects) {
        joined().privately.addAll(subjects);
    }

    private static Pending joined() {
        TransactionSynchronizationRegistry transaction = Arc.container()
                .instance(TransactionSynchronizationRegistry.class)
                .get();
        boolean active = transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
        // The check makes the session join the transaction: this is not possible any more while it completes.
        if (!active || !Panache.getSession(Change.class).isJoinedToTransaction()) {
            throw new IllegalStateException(
                    "A change must be recorded in the transaction that makes it; there is none");
        }
        return pending(transaction);
    }

    /**
     * Does work as the last act before the commit of the running transaction, behind the numbering of its changes. Locks that it
     * takes come after that on the head.
     */
    public static void beforeCommit(Runnable work) {
        pending(Arc.container()
                        .instance(TransactionSynchronizationRegistry.class)
                        .get())
                .lastActs
                .add(work);
    }

    /**
     * Marks the changes of the running transaction as those of an import. Of each subject they are one change, unless readers do not
     * see it any more.
     */
    public static void importedBy(UUID id) {
        pending(Arc.container()
                        .instance(TransactionSynchronizationRegistry.class)
                        .get())
                .importId = id;
    }

    private static Pending pending(TransactionSynchronizationRegistry transaction) {
        Pending known = (Pending) transaction.getResource(PENDING);
        if (known != null) {
            return known;
        }
        Pending pending = new Pending();
        transaction.putResource(PENDING, pending);
        transaction.registerInterposedSynchronization(pending);
        return pending;
    }

    /** True if the running transaction has recorded a change. */
    public static boolean hasChanges() {
        TransactionSynchronizationRegistry transaction = Arc.container()
                .instance(TransactionSynchronizationRegistry.class)
                .get();
        return transaction.getTransactionStatus() == Status.STATUS_ACTIVE
                && transaction.getResource(PENDING) instanceof Pending pending
                && !pending.changes.isEmpty();
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

    /** The latest change to any of these subjects. Articles are not covered. */
    public static LedgerPosition lastChange(Collection<Subject> subjects) {
        return LastChange.of(subjects);
    }

    /** The changes of these subjects up to a number, in order: few of each, since the ledger is compacted. */
    public static List<Change> changesOf(Collection<Subject> subjects, long upTo) {
        return Change.list(
                "subject in ?1 and seq <= ?2 order by seq",
                subjects.stream().map(Subject::name).toList(),
                upTo);
    }

    /**
     * Articles that were withdrawn or deleted since then and that a listing has lost by it, the latest first. They may have
     * been published again meanwhile.
     *
     * @param touched all articles, or a tag
     * @param most maximum number; at least 1
     */
    public static List<Removal> removals(Subject touched, Instant since, int most) {
        return Removal.of(touched, since, most);
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

    static Invalidation invalidation(long seq, String kind, String touched) {
        return new Invalidation(seq, Change.subjects(touched), Change.Kind.isKnown(kind));
    }

    /** The changes of one transaction, held until its commit. After a rollback none of them has a number. */
    private static final class Pending implements Synchronization {

        private final List<Change> changes = new ArrayList<>();
        private final Set<Subject> privately = new LinkedHashSet<>();
        private final List<Runnable> lastActs = new ArrayList<>();
        private @Nullable UUID importId;

        @Override
        public void beforeCompletion() {
            EntityManager entities = Panache.getEntityManager(Change.class);
            entities.flush();
            if (!changes.isEmpty()) {
                number(entities);
            }
            if (!privately.isEmpty()) {
                PrivateInvalidation.store(privately, DatabaseTime.now(), entities.unwrap(Session.class));
            }
            lastActs.forEach(Runnable::run);
            releaseConnection(entities);
        }

        private void number(EntityManager entities) {
            if (importId != null) {
                Change.markImported(changes, importId);
            }
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
            Removal.store(changes, entities.unwrap(Session.class));
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
            if (status == Status.STATUS_COMMITTED && !privately.isEmpty()) {
                Arc.container().beanManager().getEvent().fire(new PrivatelyInvalidated(privately, false));
            }
            if (status == Status.STATUS_COMMITTED && !changes.isEmpty()) {
                List<Invalidation> invalidations = changes.stream()
                        .map(change -> new Invalidation(change.seq(), change.touched(), true))
                        .toList();
                Arc.container().beanManager().getEvent().fire(new ChangesCommitted(invalidations));
            }
        }
    }
}
