package press.gazette.media;

import java.time.Instant;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import press.gazette.database.DueRows;
import press.gazette.database.PlannedWork;

/**
 * Tells the ledger of pictures whose rights have ended. No answer shows them any more from that moment on; this is for those
 * who keep answers. It runs on every node.
 */
@Singleton
final class RightsWatch {

    private final Showcases showcases;
    private final DueRows<Media> due;

    RightsWatch(Showcases showcases, MeterRegistry metrics) {
        this.showcases = showcases;
        due = new DueRows<>(
                "rights", new DueRows.Source<>(Media.class, "media", "id", "dueAt"), this::endRights, metrics);
    }

    void start(@Observes StartupEvent event, PlannedWork plans) {
        plans.start("pictures whose rights have ended", due);
    }

    private void endRights(Media picture, Instant now) {
        picture.rightsEnd(showcases.show(picture.id(), now), now);
    }
}
