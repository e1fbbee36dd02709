package press.gazette.article;

import static org.hibernate.Timeouts.SKIP_LOCKED_MILLI;
import static org.hibernate.jpa.SpecHints.HINT_SPEC_LOCK_TIMEOUT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import press.gazette.tag.Vocabulary;
import press.gazette.time.DatabaseTime;
import press.gazette.time.Rounds;

/**
 * Does what the clock asks for: publishes what is due, and tells the ledger of embargoes that have ended and of expiries.
 * It runs on every node. Each article is moved in a transaction of its own, on the database's clock, by the one node that
 * holds its row; the others pass it over. After a downtime it catches up.
 */
@Singleton
public class ScheduledPublisher {

    private static final Logger LOG = Logger.getLogger(ScheduledPublisher.class);

    /** As many as are looked for at once; after a long downtime there are more, and the next round finds them. */
    private static final int MOST = 1_000;

    private final ArticleConfig config;

    ScheduledPublisher(ArticleConfig config) {
        this.config = config;
    }

    void start(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(config.scheduleCheck(), "articles that are due", ScheduledPublisher::publishWhatIsDue);
    }

    private static void publishWhatIsDue() {
        QuarkusTransaction.requiringNew().call(ScheduledPublisher::due).forEach(ScheduledPublisher::moveOn);
    }

    /** One that cannot be moved is logged and left for the next round; it does not stop the others. */
    private static void moveOn(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                Vocabulary.share();
                Instant now = DatabaseTime.now();
                free(id, now).ifPresent(article -> article.timePasses(now));
            });
        } catch (RuntimeException e) {
            LOG.errorf(e, "An article that is due could not be moved on; article=%s", id);
        }
    }

    private static List<UUID> due() {
        return Panache.getSession(Article.class)
                .createSelectionQuery(
                        "select a.id from Article a where a.life.dueAt <= :now order by a.life.dueAt", UUID.class)
                .setParameter("now", DatabaseTime.now())
                .setMaxResults(MOST)
                .getResultList();
    }

    /** The article if it is still due and no other node holds it. */
    private static Optional<Article> free(UUID id, Instant now) {
        return Panache.getSession(Article.class)
                .createSelectionQuery("from Article a where a.id = :id and a.life.dueAt <= :now", Article.class)
                .setParameter("id", id)
                .setParameter("now", now)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED_MILLI)
                .getResultStream()
                .findFirst();
    }
}
