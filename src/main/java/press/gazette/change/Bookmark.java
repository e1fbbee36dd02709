package press.gazette.change;

import io.quarkus.hibernate.orm.panache.Panache;

/**
 * How far others have been told of the ledger: where to go on after a restart. All nodes share it, and it never goes back.
 *
 * @param name the same on all nodes, for ever; at most 60 characters
 */
public record Bookmark(String name) {

    /** Where it lies. A new one is laid at the end: who has never been told anything keeps nothing that is older. */
    public long place() {
        FollowerPlace known = FollowerPlace.findById(name);
        if (known != null) {
            return known.seq();
        }
        long end = Ledger.head().seq();
        Panache.getEntityManager(FollowerPlace.class)
                .createQuery("insert into FollowerPlace (name, seq) values (:name, :seq) on conflict do nothing")
                .setParameter("name", name)
                .setParameter("seq", end)
                .executeUpdate();
        return end;
    }

    /** Lays it further on, unless another node has done so. */
    public void moveTo(long seq) {
        FollowerPlace.update("seq = ?1 where name = ?2 and seq < ?1", seq, name);
    }
}
