package press.gazette.site;

import java.time.Instant;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import press.gazette.database.due.DueRows;
import press.gazette.database.due.PlannedWork;
import press.gazette.desk.audit.AuditRecord;

/** Publishes the scheduled revision of the site document when it is due. It runs on every node. */
@Singleton
final class SiteWatch {

    private final DueRows<SiteDocument> due;

    SiteWatch(MeterRegistry metrics) {
        due = new DueRows<>(
                "site",
                new DueRows.Source<>(SiteDocument.class, "site_document", "id", "dueAt"),
                SiteWatch::publish,
                metrics);
    }

    void start(@Observes StartupEvent event, PlannedWork plans) {
        plans.start("the site document that is due", due);
    }

    private static void publish(SiteDocument site, Instant now) {
        if (site.publishScheduled(now)) {
            AuditRecord.recordScheduled("/v1/desk/site/publication", site, now);
        }
    }
}
