package press.gazette.importer;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import press.gazette.change.Ledger;
import press.gazette.tag.Tag;

/**
 * The marker of a load: how many of its steps are done. It moves on in the transaction of each step, so a step is done once,
 * whenever the process ends and however many nodes load.
 */
@Entity
public class ContentLoad extends PanacheEntityBase {

    @Id
    private String name;

    /** The dates of its content are counted from then. */
    @Column(nullable = false)
    private Instant begunAt;

    @Column(nullable = false)
    private int steps;

    @Column(nullable = false)
    private int done;

    protected ContentLoad() {}

    /** Whether there is anything to do for a load of that name: it has begun and not ended, or the database is empty. */
    static boolean isToDo(String name) {
        ContentLoad load = findById(name);
        return load == null ? count() == 0 && Tag.count() == 0 : !load.isDone();
    }

    /**
     * The load of that name, begun now or on a former start; empty: it has ended, or the database held content before.
     *
     * @param steps of a load that begins now; one that goes on has those that it began with
     */
    static Optional<ContentLoad> begin(String name, int steps, Instant now) {
        // Of two nodes that start on one empty database, one makes the marker.
        Ledger.lock();
        if (!isToDo(name)) {
            return Optional.empty();
        }
        ContentLoad load = findById(name);
        if (load == null) {
            load = new ContentLoad();
            load.name = name;
            load.begunAt = now;
            load.steps = steps;
            load.persist();
        }
        return Optional.of(load);
    }

    /** The same, kept from other nodes until the transaction ends: each step has this lock first. */
    static ContentLoad locked(String name) {
        return findById(name, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Takes note of further steps, in the transaction that does them. */
    void advance(int further) {
        done += further;
    }

    boolean isDone() {
        return done >= steps;
    }

    Instant begunAt() {
        return begunAt;
    }

    int steps() {
        return steps;
    }

    int done() {
        return done;
    }
}
