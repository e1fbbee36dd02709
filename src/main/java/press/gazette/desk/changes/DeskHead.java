package press.gazette.desk.changes;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The end of the changes at the desk, one row. Its lock orders the writers, which hold it until their commit. */
@Entity
@SuppressWarnings("UnusedVariable") // read and written by queries only
class DeskHead extends PanacheEntityBase {

    @Id
    private int id;

    /** The number of the last change; 0 while there is none. */
    @Column(nullable = false)
    private long seq;

    @Column(nullable = false)
    private Instant at;

    /** The number of the last change that was removed; 0: none. */
    @Column(nullable = false)
    private long pruned;

    @Column(nullable = false)
    private Instant prunedAt;

    protected DeskHead() {}
}
