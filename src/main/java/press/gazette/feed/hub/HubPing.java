package press.gazette.feed.hub;

import static org.hibernate.Timeouts.SKIP_LOCKED_MILLI;
import static org.hibernate.jpa.SpecHints.HINT_SPEC_LOCK_TIMEOUT;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The word that a feed has changed, waiting to be told. However often it changes meanwhile, it is told once. */
@Entity
class HubPing extends PanacheEntityBase {

    /** The first repetition comes after so long, each further one after twice as long. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** Together with the pauses about six hours: a hub that is away for longer is asked again at the next change. */
    private static final int MOST_ATTEMPTS = 16;

    /** The address of the feed from the root, without the extension. */
    @Id
    private String feed;

    @Column(nullable = false)
    private Instant dueAt;

    @Column(nullable = false)
    private int attempts;

    protected HubPing() {}

    /** Has the hub told of a feed now, even if it did not understand that earlier. */
    static void note(String feed, Instant now) {
        Panache.getEntityManager(HubPing.class)
                .createQuery("insert into HubPing (feed, dueAt, attempts) values (:feed, :now, 0)"
                        + " on conflict (feed) do update set dueAt = excluded.dueAt, attempts = excluded.attempts")
                .setParameter("feed", feed)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** One that is due and that no other node has in hand. */
    static Optional<HubPing> due(Instant now) {
        return Panache.getSession(HubPing.class)
                .createSelectionQuery("from HubPing p where p.dueAt <= :now order by p.dueAt, p.feed", HubPing.class)
                .setParameter("now", now)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED_MILLI)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Takes note that the hub has not understood; returns whether it is told again. */
    boolean failed(Instant now) {
        attempts++;
        if (attempts >= MOST_ATTEMPTS) {
            delete();
            return false;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << (attempts - 1));
        dueAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        return true;
    }

    String feed() {
        return feed;
    }

    int attempts() {
        return attempts;
    }
}
