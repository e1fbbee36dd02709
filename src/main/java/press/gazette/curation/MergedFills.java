package press.gazette.curation;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import io.quarkus.hibernate.orm.panache.Panache;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.tag.TagMerged;

/** Lets lists that are filled from a tag be filled from the one into which it was merged, in the same transaction. */
@Singleton
final class MergedFills {

    private final Clock clock;

    MergedFills(Clock clock) {
        this.clock = clock;
    }

    /** A revision stays what its editor meant: only the name of the tag in it is another one. */
    void follow(@Observes TagMerged merged) {
        EntityManager entities = Panache.getEntityManager(ListRevision.class);
        String fills = "%" + merged.from() + "%";
        List<?> keys = entities.createNativeQuery(
                        "select l.key from curated_list l join list_revision r on r.id = l.live_id"
                                + " where r.fill like :fills order by l.key")
                .setParameter("fills", fills)
                .getResultList();
        entities.createNativeQuery("update list_revision set fill = replace(fill, :from, :into) where fill like :fills")
                .setParameter("from", merged.from().toString())
                .setParameter("into", merged.into().toString())
                .setParameter("fills", fills)
                .executeUpdate();
        for (Object key : keys) {
            Ledger.record(Change.of(
                    Change.Kind.UPDATED, Subject.list(key.toString()), List.of(Subject.LISTS), clock.instant()));
        }
    }
}
