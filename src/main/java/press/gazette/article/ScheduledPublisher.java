package press.gazette.article;

import static org.hibernate.Timeouts.SKIP_LOCKED_MILLI;
import static org.hibernate.jpa.SpecHints.HINT_SPEC_LOCK_TIMEOUT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;
import org.jboss.logging.Logger;

/**
 * Does what the clock asks for: publishes what is due, and tells the ledger of embargoes that have ended and of expiries.
 * It runs on every node. Each article is moved in a transaction of its own, on the database's clock, by the one node that
 * holds its row; the others pass it over. After a downtime it catches up.
 */
@Singleton
public class ScheduledPublisher {

    private static final Logger LOG = Logger.getLogger(ScheduledPublisher.class);

    /** What no article has; a list in a query cannot be empty. */
    private static final UUID NONE = new UUID(0, 0);

    private final ArticleConfig config;

    ScheduledPublisher(ArticleConfig config) {
        this.config = config;
    }

    void start(@Observes StartupEvent event, Scheduler scheduler) {
        scheduler
                .newJob("articles that are due")
                .setInterval(config.scheduleCheck().toString())
                .setConcurrentExecution(Scheduled.ConcurrentExecution.SKIP)
                .setTask(execution -> publishWhatIsDue())
                .schedule();
    }

    private static void publishWhatIsDue() {
        Set<UUID> failed = new HashSet<>(Set.of(NONE));
        Optional<UUID> moved;
        do {
            moved = next(failed);
        } while (moved.isPresent());
    }

    /** Moves one article on; empty when none is due. One that cannot be moved is logged and left for the next round. */
    private static Optional<UUID> next(Set<UUID> failed) {
        UUID[] at = {NONE};
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Instant now = databaseTime();
                Optional<Article> due = due(now, failed);
                due.ifPresent(article -> {
                    at[0] = article.id();
                    article.timePasses(now);
                });
                return due.map(Article::id);
            });
        } catch (RuntimeException e) {
            if (at[0].equals(NONE)) {
                LOG.warnf("Nothing can be published by itself at the moment; cause=%s", e);
                return Optional.empty();
            }
            LOG.errorf(e, "An article that is due could not be moved on; article=%s", at[0]);
            failed.add(at[0]);
            return Optional.of(at[0]);
        }
    }

    private static Optional<Article> due(Instant now, Set<UUID> failed) {
        List<Article> due = Panache.getSession(Article.class)
                .createSelectionQuery(
                        "from Article a where a.life.dueAt <= :now and a.id not in :failed order by a.life.dueAt",
                        Article.class)
                .setParameter("now", now)
                .setParameter("failed", failed)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED_MILLI)
                .getResultList();
        return due.stream().findFirst();
    }

    private static Instant databaseTime() {
        return Panache.getSession(Article.class)
                .createNativeQuery("select current_timestamp", OffsetDateTime.class)
                .getSingleResult()
                .toInstant();
    }
}
