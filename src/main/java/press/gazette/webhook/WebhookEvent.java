package press.gazette.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

import press.gazette.change.LedgerPosition;
import press.gazette.database.Row;
import press.gazette.database.Sql;

/** An event, stored once for all webhooks that get it. */
@Entity
public class WebhookEvent extends PanacheEntityBase {

    @Id
    private UUID id;

    /** The number of the change; null for an event that is no change. */
    private @Nullable Long seq;

    @Column(nullable = false)
    private String type;

    /** The body of the requests. */
    @Column(nullable = false)
    private String body;

    @Column(nullable = false)
    @SuppressWarnings("UnusedVariable") // read by queries only
    private Instant createdAt;

    protected WebhookEvent() {}

    /**
     * The id of the event of a change, the same wherever it is made. The time is in it: in a database that was restored, another
     * change has the number.
     */
    public static UUID idOf(LedgerPosition change) {
        return UUID.nameUUIDFromBytes((change.seq() + " " + change.at()).getBytes(StandardCharsets.UTF_8));
    }

    /** Stores the event of a change unless it is stored already; returns its id. */
    public static UUID store(LedgerPosition change, String type, String body, Instant now) {
        UUID id = idOf(change);
        Panache.getEntityManager(WebhookEvent.class)
                .createQuery("insert into WebhookEvent (id, seq, type, body, createdAt)"
                        + " values (:id, :seq, :type, :body, :now) on conflict (id) do update set type = excluded.type")
                .setParameter("id", id)
                .setParameter("seq", change.seq())
                .setParameter("type", type)
                .setParameter("body", body)
                .setParameter("now", now)
                .executeUpdate();
        return id;
    }

    /** Stores an event that is no change. */
    public static WebhookEvent other(String type, String body, Instant now) {
        WebhookEvent event = new WebhookEvent();
        event.id = UUID.randomUUID();
        event.type = type;
        event.body = body;
        event.createdAt = now;
        event.persist();
        return event;
    }

    /**
     * Removes old events that no delivery names. One that another transaction has locked stays: a replay may be about to name it, and
     * locks events in the order of the ledger. The second statement sees deliveries that were stored before the event was locked.
     *
     * @param most maximum number
     * @return the number removed
     */
    public static int removeOlder(Instant oldest, int most) {
        List<UUID> ids = Sql.of("""
                        select e.id from webhook_event e where e.created_at < ? and not exists (
                            select 1 from webhook_delivery d where d.event_id = e.id)
                        order by e.created_at, e.id limit ? for update skip locked""", oldest, most).rows(Row::uuid);
        return ids.isEmpty()
                ? 0
                : (int) delete(
                        "delete from WebhookEvent e where e.id in ?1"
                                + " and not exists (select 1 from WebhookDelivery d where d.event = e)",
                        ids);
    }

    public UUID id() {
        return id;
    }

    public @Nullable Long seq() {
        return seq;
    }

    public String type() {
        return type;
    }

    public String body() {
        return body;
    }
}
