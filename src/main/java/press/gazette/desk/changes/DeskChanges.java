package press.gazette.desk.changes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.panache.Panache;

import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.change.Versioned;

/**
 * The changes of one transaction to resources of the desk. They are numbered as its last act, behind those of the ledger: all
 * transactions take the two locks in this order.
 */
public final class DeskChanges {

    /** The author of changes that no editor has asked for, such as those of a rebuild. */
    private static final String SYSTEM = "system";

    private static final Object RUNNING = new Object();

    /**
     * A changed resource.
     *
     * @param before its version before the first change; an update that leaves it is none that an editor sees
     */
    private record Changed(Versioned resource, DeskType type, DeskChange.Kind kind, int before) {

        /** Replaces the entity: after a clear of the session the row is read as a new instance. */
        Changed readAgain(Versioned other) {
            return new Changed(other, type, kind, before);
        }

        boolean isNoticed() {
            return kind != DeskChange.Kind.UPDATED || resource.version() != before;
        }

        DeskChange by(String actor) {
            boolean isDeleted = kind == DeskChange.Kind.DELETED;
            return new DeskChange(kind, type, resource.subject(), isDeleted ? null : resource.version(), actor);
        }
    }

    private final Map<Subject, Changed> changed = new LinkedHashMap<>();
    private final List<Runnable> checks = new ArrayList<>();
    private String actor = SYSTEM;

    /** Only a transaction with changes is numbered: one that has not used the database cannot begin to at its commit. */
    private boolean isToBeNumbered;

    private DeskChanges() {}

    /** Names the author of the changes of the running transaction. By default, it is the system. */
    public static void by(String author) {
        running().actor = author;
    }

    /**
     * Does a check as the last act of the running transaction, behind the lock on the numbers of changes, which it holds until its
     * end: the check sees all that such transactions have committed before. Nothing is checked if nothing has changed.
     */
    public static void lastly(Runnable check) {
        running().checks.add(check);
    }

    static DeskChanges running() {
        TransactionSynchronizationRegistry transaction = Arc.container()
                .instance(TransactionSynchronizationRegistry.class)
                .get();
        DeskChanges known = (DeskChanges) transaction.getResource(RUNNING);
        if (known != null) {
            return known;
        }
        DeskChanges changes = new DeskChanges();
        transaction.putResource(RUNNING, changes);
        return changes;
    }

    void created(Versioned resource) {
        add(resource, DeskChange.Kind.CREATED);
    }

    void updated(Versioned resource) {
        Subject subject = resource.subject();
        if (changed.computeIfPresent(subject, (same, known) -> known.readAgain(resource)) == null) {
            add(resource, DeskChange.Kind.UPDATED);
        }
    }

    void removed(Versioned resource) {
        Changed earlier = changed.remove(resource.subject());
        if (earlier == null || earlier.kind() != DeskChange.Kind.CREATED) {
            add(resource, DeskChange.Kind.DELETED);
        }
    }

    private void add(Versioned resource, DeskChange.Kind kind) {
        Subject subject = resource.subject();
        DeskType.of(subject)
                .ifPresent(type -> changed.put(subject, new Changed(resource, type, kind, resource.version())));
        if (!isToBeNumbered) {
            isToBeNumbered = true;
            Ledger.beforeCommit(this::number);
        }
    }

    private void number() {
        List<DeskChange> rows = changed.values().stream()
                .filter(Changed::isNoticed)
                .map(each -> each.by(actor))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        EntityManager entities = Panache.getEntityManager(DeskChange.class);
        Instant now = Arc.container().instance(Clock.class).get().instant();
        entities.createQuery("update DeskHead set seq = seq + :count, at = case when at < :now then :now else at end")
                .setParameter("count", rows.size())
                .setParameter("now", now)
                .executeUpdate();
        Object[] head = entities.createQuery("select seq, at from DeskHead", Object[].class)
                .getSingleResult();
        long seq = (long) head[0] - rows.size();
        for (DeskChange row : rows) {
            seq++;
            row.number(seq, (Instant) head[1]);
            entities.persist(row);
        }
        entities.flush();
        rows.forEach(entities::detach);
        checks.forEach(Runnable::run);
    }
}
