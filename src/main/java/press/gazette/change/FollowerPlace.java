package press.gazette.change;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** How far one follower has read. */
@Entity
@Table(name = "follower")
class FollowerPlace extends PanacheEntityBase {

    @Id
    private String name;

    @Column(nullable = false)
    private long seq;

    protected FollowerPlace() {}

    /** Makes the place of a new follower, at the beginning of the ledger; two nodes may do so at once. */
    static void ensure(String name) {
        if (findById(name) != null) {
            return;
        }
        Panache.getEntityManager(FollowerPlace.class)
                .createQuery("insert into FollowerPlace (name, seq) values (:name, 0) on conflict do nothing")
                .setParameter("name", name)
                .executeUpdate();
    }

    long seq() {
        return seq;
    }

    void moveTo(long seq) {
        this.seq = seq;
    }
}
