package press.gazette.feed.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.database.due.Planned;
import press.gazette.database.due.PlannedRowListener;
import press.gazette.time.Backoff;

/** A changed feed of which the hub must be notified. Several changes before the notification need only one. */
@Entity
@EntityListeners(PlannedRowListener.class)
class HubPing extends PanacheEntityBase implements Planned {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofHours(1));

    /** With the pauses about six hours. A hub that is away for longer is notified at the next change. */
    private static final int MOST_ATTEMPTS = 16;

    /** The smallest difference of due times in the database. */
    private static final Duration STEP = Duration.of(1, ChronoUnit.MICROS);

    /** More steps than a sending may see, and less than a further lease. */
    private static final Duration MOST_STEPS = Duration.ofSeconds(1);

    /** The path of the feed, without the extension. */
    @Id
    private String feed;

    @Column(nullable = false)
    private Instant dueAt;

    @Column(nullable = false)
    private int attempts;

    protected HubPing() {}

    /** Schedules a notification for now, even if earlier ones were rejected. */
    static void schedule(String feed, Instant now) {
        Panache.getEntityManager(HubPing.class)
                .createQuery("insert into HubPing (feed, dueAt, attempts) values (:feed, :now, 0)"
                        + " on conflict (feed) do update set dueAt = excluded.dueAt, attempts = excluded.attempts")
                .setParameter("feed", feed)
                .setParameter("now", now)
                .executeUpdate();
    }

    /**
     * Schedules a notification for later, unless one waits already: it stays due when it is, and says of the change too. One that is
     * being sent learns of the change by a due time that has moved a little.
     */
    static void scheduleLater(String feed, Instant later) {
        HubPing waiting = findById(feed, LockModeType.PESSIMISTIC_WRITE);
        if (waiting != null) {
            waiting.dueAt = waiting.dueAt.plus(STEP);
            return;
        }
        Panache.getEntityManager(HubPing.class)
                .createQuery("insert into HubPing (feed, dueAt, attempts) values (:feed, :later, 0)"
                        + " on conflict do nothing")
                .setParameter("feed", feed)
                .setParameter("later", later)
                .executeUpdate();
    }

    /** Leases the ping to one node. If that node has died by then, the ping is due again. */
    void lease(Instant until) {
        dueAt = until;
    }

    /** The ping, locked, if it still has this lease; empty if an editor has changed the feed meanwhile. */
    static Optional<HubPing> leased(String feed, Instant until) {
        return HubPing.<HubPing>findByIdOptional(feed, LockModeType.PESSIMISTIC_WRITE)
                .filter(ping -> !ping.dueAt.isBefore(until) && ping.dueAt.isBefore(until.plus(MOST_STEPS)));
    }

    /** Ends the ping, which was accepted; if an import has changed the feed during its lease, there is a next one later. */
    void accepted(Instant until, Instant later) {
        if (dueAt.equals(until)) {
            delete();
            return;
        }
        dueAt = later;
        attempts = 0;
    }

    /**
     * Ends the leases of pings that their holder did not send. One that another transaction has locked is just being scheduled again,
     * with others and in another order: it is left alone.
     */
    static void release(Collection<String> feeds, Instant until, Instant now) {
        List<String> unsent = Sql.of("select h.feed from hub_ping h where h.due_at = ? and h.feed in ", until)
                .plus(Sql.list(feeds))
                .plus(" for update skip locked")
                .rows(Row::text);
        update("dueAt = ?1 where feed in ?2", now, unsent);
    }

    /** Records a rejection. Returns false after the last attempt. */
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
