package press.gazette.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.panache.Panache;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

import press.gazette.database.Sql;

/** The one way to write the ledger, and the plain way to read it. */
public final class Ledger {

    private static final Object PENDING = new Object();

    private Ledger() {}

    /**
     * Enters a change into the ledger together with the running transaction: both are committed or neither is.
     *
     * <p>It gets its number as the last act before the commit. The lock on the head is therefore always the last lock a
     * transaction takes (so it cannot be part of a deadlock) and is held for no longer than the commit itself.
     */
    public static void record(Change change) {
        TransactionSynchronizationRegistry transaction = Arc.container()
                .instance(TransactionSynchronizationRegistry.class)
                .get();
        boolean active = transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
        // Asking makes the session join: while a transaction completes, nobody can join it any more.
        if (!active || !Panache.getSession(Change.class).isJoinedToTransaction()) {
            throw new IllegalStateException("A change is recorded in the transaction that makes it; there is none");
        }
        Pending pending = (Pending) transaction.getResource(PENDING);
        if (pending == null) {
            pending = new Pending();
            transaction.putResource(PENDING, pending);
            transaction.registerInterposedSynchronization(pending);
        }
        pending.changes.add(change);
    }

    /** Whether the running transaction changes anything that readers notice. */
    public static boolean isTold() {
        TransactionSynchronizationRegistry transaction = Arc.container()
                .instance(TransactionSynchronizationRegistry.class)
                .get();
        return transaction.getTransactionStatus() == Status.STATUS_ACTIVE && transaction.getResource(PENDING) != null;
    }

    /** Keeps all other writers waiting until the running transaction ends. */
    public static void lock() {
        LedgerHead.findById(LedgerHead.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Where the ledger ends now. */
    public static LedgerHead head() {
        return LedgerHead.<LedgerHead>find("id", LedgerHead.ONLY).singleResult();
    }

    /** When any of these was last touched; of single articles nothing is known here. */
    public static Position lastChange(Collection<Subject> subjects) {
        return LastChange.of(subjects);
    }

    /**
     * The articles that readers see no more since then, as far as their going touched the subject, the latest first; those
     * that have come back since are among them.
     *
     * @param most how many at most; at least 1
     */
    public static List<Removal> removals(Subject touched, Instant since, int most) {
        Map<UUID, Removal> latest = new LinkedHashMap<>();
        Change.<Change>find(
                        "kind in (WITHDRAWN, DELETED) and at > ?1 and subject like ?2"
                                + " and ' ' || touched || ' ' like ?3 order by seq desc",
                        since,
                        Subject.ARTICLE + "%",
                        "% " + touched.name() + " %")
                .range(0, 2 * most - 1)
                .list()
                .forEach(change -> {
                    UUID article = UUID.fromString(change.subject().name().substring(Subject.ARTICLE.length()));
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

    /** The same for those who keep answers, who must not stumble over a kind of change that they do not know. */
    public static List<Touch> touchesAfter(long seq, int most) {
        return Panache.getSession(Change.class)
                .createNativeQuery(
                        "select seq, kind, touched from change where seq > :seq order by seq", Object[].class)
                .setParameter("seq", seq)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> touch(((Number) row[0]).longValue(), row[1].toString(), row[2].toString()))
                .toList();
    }

    /** At most {@code most} changes of tags behind a position, in order; also those of a kind that is not known here. */
    public static List<Touch> touchesOfTags(long seq, int most) {
        return Sql.of(
                        "select c.seq, c.kind, c.touched from change c where c.seq > ? and c.subject like ? order by c.seq limit ?",
                        seq,
                        Subject.TAG + "%",
                        most)
                .rows(row -> touch(row.number(), row.text(), row.text()));
    }

    private static Touch touch(long seq, String kind, String touched) {
        return new Touch(seq, Change.subjects(touched), Change.Kind.isKnown(kind));
    }

    /** All changes behind a position with the database's time, which costs no statement of its own. */
    public static LedgerReading read(long seq, int most) {
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
        List<Touch> touches = rows.stream()
                .filter(row -> row[1] != null)
                .map(row -> touch((Long) row[1], (String) row[2], (String) row[3]))
                .toList();
        return new LedgerReading((Instant) rows.get(0)[0], touches);
    }

    /** The changes of one transaction, waiting for its commit. A rollback forgets them: nothing was numbered. */
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
            // Else each statement that follows would compare all of them with what was written.
            changes.forEach(entities::detach);
            LastChange.note(changes, entities);
            giveBack(entities);
        }

        /**
         * Lets go of the connection. Hibernate has done so before this synchronization ran, whose statements then borrowed it
         * again; the pool warns of each connection that is still borrowed when the commit comes.
         */
        private static void giveBack(EntityManager entities) {
            entities.unwrap(SharedSessionContractImplementor.class)
                    .getJdbcCoordinator()
                    .getLogicalConnection()
                    .beforeTransactionCompletion();
        }

        /** All changes of one commit happened at once: they share its instant. */
        private void number(long seq, Instant at) {
            for (Change change : changes) {
                seq++;
                change.number(seq, at);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                List<Touch> touches = changes.stream()
                        .map(change -> new Touch(change.seq(), change.touched(), true))
                        .toList();
                Arc.container().beanManager().getEvent().fire(new Committed(touches));
            }
        }
    }
}
