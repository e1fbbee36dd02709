package press.gazette.media;

import static org.hibernate.Timeouts.SKIP_LOCKED_MILLI;
import static org.hibernate.jpa.SpecHints.HINT_SPEC_LOCK_TIMEOUT;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

import press.gazette.time.Rounds;

/**
 * Tells the ledger of pictures whose rights have ended. No answer shows them any more from that moment on; this is for those
 * who keep answers. It runs on every node; a picture that another node has in hand is passed over.
 */
@Singleton
final class RightsWatch {

    /** Little enough that editors do not wait for it. */
    private static final int BATCH = 100;

    private final Showcases showcases;
    private final MediaConfig config;
    private final Clock clock;

    RightsWatch(Showcases showcases, MediaConfig config, Clock clock) {
        this.config = config;
        this.showcases = showcases;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(config.rightsCheck(), "pictures whose rights have ended", this::tellOfEndedRights);
    }

    private void tellOfEndedRights() {
        while (QuarkusTransaction.requiringNew().call(this::batch) == BATCH) {
            // Another batch may be due.
        }
    }

    private int batch() {
        Instant now = clock.instant();
        List<Media> due = Panache.getSession(Media.class)
                .createSelectionQuery("from Media m where m.dueAt <= :now order by m.dueAt", Media.class)
                .setParameter("now", now)
                .setMaxResults(BATCH)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED_MILLI)
                .getResultList();
        due.forEach(picture -> {
            boolean shown = showcases.show(picture.id(), now);
            picture.rightsEnd(shown, now);
        });
        return due.size();
    }
}
