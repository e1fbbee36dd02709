package press.gazette.change.follower;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import press.gazette.change.Ledger;

/**
 * The position of one reader in the ledger, shared by all nodes. It only moves forward, except in {@link #rebuild}.
 *
 * <p>There are two ways to move it. A {@link Follower} locks the row and moves it in the transaction of the reader's
 * work, so that what the reader writes to the database counts once. A sender takes no lock, and moves the cursor when
 * the receiver has accepted ({@link #advance}): a crash in between sends again.
 */
@Entity
@Table(name = "follower")
public class LedgerCursor extends PanacheEntityBase {

    /** The position of a new cursor. */
    public enum Start {
        /** Before the first change: the reader makes a copy of everything. */
        FIRST_CHANGE,

        /** Behind the last change: a new receiver holds no older content. */
        NEXT_CHANGE
    }

    /** The same on all nodes, for ever; at most 60 characters. */
    @Id
    private String name;

    /** The number of the last change that was read; 0 at the beginning. */
    @Column(nullable = false)
    private long seq;

    protected LedgerCursor() {}

    /** Returns the number of the last change that was read. Creates a missing cursor; two nodes may do so at once. */
    public static long open(String name, Start start) {
        LedgerCursor known = findById(name);
        if (known != null) {
            return known.seq;
        }
        long seq = start == Start.FIRST_CHANGE ? 0 : Ledger.head().seq();
        Panache.getEntityManager(LedgerCursor.class)
                .createQuery("insert into LedgerCursor (name, seq) values (:name, :seq) on conflict do nothing")
                .setParameter("name", name)
                .setParameter("seq", seq)
                .executeUpdate();
        return seq;
    }

    /** Moves the cursor forward without a lock, unless another node has moved it at least as far. */
    public static void advance(String name, long seq) {
        update("seq = ?1 where name = ?2 and seq < ?1", seq, name);
    }

    /** The cursor, locked until the transaction ends. It must exist. */
    static LedgerCursor locked(String name) {
        return findById(name, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Resets the cursor to before the first change. Waits for its lock. */
    static void rebuild(String name) {
        update("seq = 0 where name = ?1", name);
    }

    long seq() {
        return seq;
    }

    /** Moves the cursor; only the holder of its lock may. */
    void moveTo(long seq) {
        this.seq = seq;
    }
}
