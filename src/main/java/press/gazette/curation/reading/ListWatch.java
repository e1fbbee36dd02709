package press.gazette.curation.reading;

import static org.hibernate.Timeouts.SKIP_LOCKED_MILLI;
import static org.hibernate.jpa.SpecHints.HINT_SPEC_LOCK_TIMEOUT;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import press.gazette.curation.CuratedList;
import press.gazette.curation.resolution.Slot;
import press.gazette.time.DatabaseTime;
import press.gazette.time.Rounds;

/**
 * Does with lists what the clock asks for: publishes the revisions that are due, and tells the ledger where an entry's
 * window or an article's age has changed what readers see. It runs on every node; each list is looked at by the one that
 * holds its row, on the database's clock. After a downtime it catches up.
 */
@Singleton
final class ListWatch {

    private static final Logger LOG = Logger.getLogger(ListWatch.class);

    /** As many as are looked for at once; when there are more, the next round finds them. */
    private static final int MOST = 1_000;

    private final CurationConfig config;

    ListWatch(CurationConfig config) {
        this.config = config;
    }

    void start(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(config.listCheck(), "lists that are due", ListWatch::watch);
    }

    private static void watch() {
        QuarkusTransaction.requiringNew().call(ListWatch::due).forEach(ListWatch::moveOn);
    }

    /** One that cannot be moved is logged and left for the next round; it does not stop the others. */
    private static void moveOn(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                Instant now = DatabaseTime.now();
                free(id, now).ifPresent(list -> move(list, now));
            });
        } catch (RuntimeException e) {
            LOG.errorf(e, "A list that is due could not be moved on; list=%s", id);
        }
    }

    /** Nothing is told of what readers cannot see, such as the window of an entry whose article is hidden. */
    private static void move(CuratedList list, Instant now) {
        Instant before = Objects.requireNonNull(list.dueAt()).minus(1, ChronoUnit.MICROS);
        boolean published = list.timePasses(now);
        if (!published && !shown(list, before).equals(shown(list, now))) {
            list.tellOfTime(now);
        }
    }

    private static List<Slot> shown(CuratedList list, Instant at) {
        return ListReading.live(List.of(list.id()), at, false).stream()
                .flatMap(read -> read.resolved().slots().stream())
                .toList();
    }

    private static List<UUID> due() {
        return Panache.getSession(CuratedList.class)
                .createSelectionQuery(
                        "select l.id from CuratedList l where l.dueAt <= :now order by l.dueAt, l.id", UUID.class)
                .setParameter("now", DatabaseTime.now())
                .setMaxResults(MOST)
                .getResultList();
    }

    /** The list if it is still due and no other node holds it. */
    private static Optional<CuratedList> free(UUID id, Instant now) {
        return Panache.getSession(CuratedList.class)
                .createSelectionQuery("from CuratedList l where l.id = :id and l.dueAt <= :now", CuratedList.class)
                .setParameter("id", id)
                .setParameter("now", now)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED_MILLI)
                .getResultList()
                .stream()
                .findFirst();
    }
}
