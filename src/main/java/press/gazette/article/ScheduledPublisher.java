package press.gazette.article;

import java.time.Instant;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import press.gazette.database.DueRows;
import press.gazette.database.PlannedWork;
import press.gazette.desk.AuditRecord;
import press.gazette.tag.VocabularyLock;

/**
 * Does what the clock asks for: publishes what is due, and tells the ledger of embargoes that have ended and of expiries.
 * It runs on every node. After a downtime it catches up.
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
        boolean isScheduled = article.life().status() == Status.SCHEDULED;
        if (isScheduled) {
            article.handTo(AuditRecord.SCHEDULE);
        }
        article.timePasses(now);
        if (isScheduled) {
            AuditRecord.keepScheduled("/v1/desk/articles/" + article.id() + "/publication", article, now);
        }
    }

    void start(@Observes StartupEvent event, PlannedWork plans) {
        plans.start("articles that are due", due);
    }
}
