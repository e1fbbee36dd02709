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

/** Replaces a merged tag in all revisions of lists by its successor, in the transaction of the merger. */
@Singleton
final class MergedFills {

    private final Clock clock;

    MergedFills(Clock clock) {
        this.clock = clock;
    }

    /** The one change of stored revisions: the id of the tag, not the editor's choice. */
    void follow(@Observes TagMerged merged) {
        EntityManager entities = Panache.getEntityManager(ListRevision.class);
        String contents = "%" + merged.from() + "%";
        List<?> keys = entities.createNativeQuery(
                        "select l.key from curated_list l join list_revision r on r.id = l.live_id"
                                + " where r.content like :contents order by l.key")
                .setParameter("contents", contents)
                .getResultList();
        entities.createNativeQuery(
                        "update list_revision set content = replace(content, :from, :into) where content like :contents")
                .setParameter("from", merged.from().toString())
                .setParameter("into", merged.into().toString())
                .setParameter("contents", contents)
                .executeUpdate();
        for (Object key : keys) {
            Ledger.record(Change.of(
                    Change.Kind.UPDATED, Subject.list(key.toString()), List.of(Subject.LISTS), clock.instant()));
        }
    }
}
