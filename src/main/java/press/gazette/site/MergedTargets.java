package press.gazette.site;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import io.quarkus.hibernate.orm.panache.Panache;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.tag.Tag;
import press.gazette.tag.TagMerged;

/** Replaces a merged tag in all revisions of the site document by its successor, in the transaction of the merger. */
@Singleton
final class MergedTargets {

    private final Clock clock;

    MergedTargets(Clock clock) {
        this.clock = clock;
    }

    /** The one change of stored revisions: the id of the tag, not the editor's choice. */
    void follow(@Observes TagMerged merged) {
        EntityManager entities = Panache.getEntityManager(SiteRevision.class);
        String contents = "%" + merged.from() + "%";
        boolean isLive = !entities.createNativeQuery(
                        "select d.id from site_document d join site_revision r on r.id = d.live_id where r.content like :contents")
                .setParameter("contents", contents)
                .getResultList()
                .isEmpty();
        entities.createNativeQuery(
                        "update site_revision set content = replace(content, :from, :into) where content like :contents")
                .setParameter("from", merged.from().toString())
                .setParameter("into", merged.into().toString())
                .setParameter("contents", contents)
                .executeUpdate();
        Tag into = Tag.findById(merged.into());
        if (isLive && into.state().isVisible()) {
            Ledger.record(Change.of(Change.Kind.UPDATED, Subject.SITE, List.of(), clock.instant()));
        }
    }
}
