package press.gazette.article.publication;

import java.time.Instant;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import press.gazette.article.Article;
import press.gazette.article.Status;
import press.gazette.change.Edit;
import press.gazette.database.due.DueRows;
import press.gazette.database.due.PlannedWork;
import press.gazette.desk.audit.AuditRecord;
import press.gazette.desk.changes.DeskChanges;
import press.gazette.tag.VocabularyLock;

/**
 * Publishes scheduled articles when they are due, and records in the ledger when embargoes and expiries have changed the
 * visibility. It runs on every node. After a downtime it catches up.
 */
@Singleton
public class ScheduledPublisher {

    private final DueRows<Article> due;

    ScheduledPublisher(MeterRegistry metrics) {
        due = new DueRows<>(
                        "articles",
                        new DueRows.Source<>(Article.class, "article", "id", "life.dueAt"),
                        ScheduledPublisher::move,
                        metrics)
                .behind(VocabularyLock::share);
    }

    private static void move(Article article, Instant now) {
        DeskChanges.by(AuditRecord.SCHEDULE);
        boolean isScheduled = article.life().status() == Status.SCHEDULED;
        article.timePasses(isScheduled ? new Edit(AuditRecord.SCHEDULE, now) : Edit.unsigned(now));
        if (isScheduled) {
            AuditRecord.recordScheduled("/v1/desk/articles/" + article.id() + "/publication", article, now);
        }
    }

    void start(@Observes StartupEvent event, PlannedWork plans) {
        plans.start("articles that are due", due);
    }
}
