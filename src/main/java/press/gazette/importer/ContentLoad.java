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
 * The state of a load: the number of its steps that are done. It is updated in the transaction of each step, so every
 * step is done once, even if the process ends in between or several nodes load.
 */
@Entity
public class ContentLoad extends PanacheEntityBase {

    @Id
    private String name;

    /** The dates of the content are relative to this time. */
    @Column(nullable = false)
    private Instant begunAt;

    @Column(nullable = false)
    private int steps;

    @Column(nullable = false)
    private int done;

    protected ContentLoad() {}

    /** True if the load must start or continue: it has begun and not ended, or the database is empty. */
    static boolean isPending(String name) {
        ContentLoad load = findById(name);
        return load == null ? count() == 0 && Tag.count() == 0 : !load.isDone();
    }

    /**
     * The load, started now or on an earlier start; empty if it has ended, or if the database held other content.
     *
     * @param steps of a new load; a continued one keeps its number
     */
    static Optional<ContentLoad> begin(String name, int steps, Instant now) {
        // If two nodes start on one empty database, one of them creates the row.
        Ledger.lock();
        if (!isPending(name)) {
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

    /** The load, locked until the transaction ends. Each step takes this lock first. */
    static ContentLoad locked(String name) {
        return findById(name, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Records further steps, in the transaction that does them. */
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
