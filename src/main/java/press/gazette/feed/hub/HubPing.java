package press.gazette.feed.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import press.gazette.database.Planned;
import press.gazette.database.PlannedRowListener;
import press.gazette.time.Backoff;

/** A feed that has changed and of which the hub is to be told. However often it changes meanwhile, the hub is told once. */
@Entity
@EntityListeners(PlannedRowListener.class)
class HubPing extends PanacheEntityBase implements Planned {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofHours(1));

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

    /** Leaves it to one node until a time; if that node has died by then, it is due again. */
    void lease(Instant until) {
        dueAt = until;
    }

    /** The ping if it is still as its holder has leased it, with its row locked; absent: the feed has changed meanwhile. */
    static Optional<HubPing> leased(String feed, Instant until) {
        return HubPing.<HubPing>findByIdOptional(feed, LockModeType.PESSIMISTIC_WRITE)
                .filter(ping -> ping.dueAt.equals(until));
    }

    /** Makes those due now that their holder has leased and not sent. */
    static void release(Collection<String> feeds, Instant until, Instant now) {
        update("dueAt = ?1 where dueAt = ?2 and feed in ?3", now, until, feeds);
    }

    /** Records that the hub has not accepted it; returns whether it is sent again. */
    boolean failed(Instant now) {
        attempts++;
        if (attempts >= MOST_ATTEMPTS) {
            delete();
            return false;
        }
        dueAt = now.plus(BACKOFF.after(attempts)).truncatedTo(ChronoUnit.MICROS);
        return true;
    }

    @Override
    public Instant dueAt() {
        return dueAt;
    }

    String feed() {
        return feed;
    }

    int attempts() {
        return attempts;
    }
}
