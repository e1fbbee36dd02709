package press.gazette.media;

import java.time.Instant;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import press.gazette.database.due.DueRows;
import press.gazette.database.due.PlannedWork;
import press.gazette.desk.audit.AuditRecord;
import press.gazette.desk.changes.DeskChanges;

/**
 * Records in the ledger that the rights of pictures have ended. No response shows them from that moment on; the record
 * invalidates cached ones. Runs on every node.
 */
@Singleton
final class RightsWatch {

    private final PictureUses pictureUses;
    private final DueRows<Media> due;

    RightsWatch(PictureUses pictureUses, MeterRegistry metrics) {
        this.pictureUses = pictureUses;
        due = new DueRows<>(
                "rights", new DueRows.Source<>(Media.class, "media", "id", "dueAt"), this::endRights, metrics);
    }

    void start(@Observes StartupEvent event, PlannedWork plans) {
        plans.start("pictures whose rights have ended", due);
    }

    private void endRights(Media picture, Instant now) {
        DeskChanges.by(AuditRecord.SCHEDULE);
        picture.rightsEnd(pictureUses.isShown(picture.id(), now), now);
    }
}
