package press.gazette.change;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/**
 * The end of the ledger, one row. Its lock orders the writers: the one that numbers changes holds it until the commit,
 * so a reader that sees number n sees all before it.
 */
@Entity
public class LedgerHead extends PanacheEntityBase {

    static final int ONLY = 1;

    @Id
    private int id;

    /** The number of the last change; 0 while there is none. */
    @Column(nullable = false)
    private long seq;

    /** The time of the last change. */
    @Column(nullable = false)
    private Instant at;

    protected LedgerHead() {}

    public long seq() {
        return seq;
    }

    public Instant at() {
        return at;
    }

    public LedgerPosition position() {
        return new LedgerPosition(seq, at);
    }
}
