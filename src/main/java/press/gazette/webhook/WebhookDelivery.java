package press.gazette.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

import press.gazette.database.Row;
import press.gazette.database.Sql;

/** One event for one webhook, and its attempts. Its id is the {@code webhook-id} of every attempt, on every node. */
@Entity
public class WebhookDelivery extends PanacheEntityBase {

    /** The parts of a failure or a response that are kept. */
    private static final int MOST_CHARACTERS = 1_000;

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID webhookId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private WebhookEvent event;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    @Column(nullable = false)
    private Instant createdAt;

    /** The next attempt; null if there is none. */
    private @Nullable Instant dueAt;

    @Column(nullable = false)
    private int attempts;

    private @Nullable Instant attemptedAt;

    /** Of the last response; null if there was none. */
    private @Nullable Integer status;

    /** The beginning of the last response, or the reason why there was none; null before the first attempt. */
    private @Nullable String response;

    protected WebhookDelivery() {}

    /** The id of the delivery of an event to a webhook, the same wherever it is made. */
    public static UUID idOf(UUID webhook, UUID event) {
        return UUID.nameUUIDFromBytes((webhook + " " + event).getBytes(StandardCharsets.UTF_8));
    }

    /** Stores the delivery of the event of a change, or has it sent again. */
    public static void replay(UUID webhook, UUID event, Instant now) {
        Panache.getEntityManager(WebhookDelivery.class)
                .createQuery("insert into WebhookDelivery (id, webhookId, event.id, state, createdAt, dueAt, attempts)"
                        + " values (:id, :webhook, :event, :state, :now, :now, 0)"
                        + " on conflict (id) do update"
                        + " set state = excluded.state, dueAt = excluded.dueAt, attempts = excluded.attempts")
                .setParameter("id", idOf(webhook, event))
                .setParameter("webhook", webhook)
                .setParameter("event", event)
                .setParameter("state", DeliveryState.PENDING)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Stores the delivery of an event that is no change. */
    static void other(UUID id, UUID webhook, WebhookEvent event, Instant now) {
        WebhookDelivery delivery = new WebhookDelivery();
        delivery.id = id;
        delivery.webhookId = webhook;
        delivery.event = event;
        delivery.createdAt = now;
        delivery.again(now);
        delivery.persist();
    }

    /** Has it sent again, with all attempts. */
    void again(Instant now) {
        state = DeliveryState.PENDING;
        dueAt = now;
        attempts = 0;
    }

    /** The first due deliveries of a webhook, with their events. */
    public static List<WebhookDelivery> due(UUID webhook, Instant now, int most) {
        return WebhookDelivery.<WebhookDelivery>find(
                        "from WebhookDelivery d join fetch d.event where d.webhookId = ?1 and d.dueAt <= ?2"
                                + " order by d.webhookId, d.dueAt, d.id",
                        webhook,
                        now)
                .range(0, most - 1)
                .list();
    }

    /** Those of the deliveries that are there, by their ids. */
    public static Map<UUID, WebhookDelivery> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : WebhookDelivery.<WebhookDelivery>stream("id in ?1", ids)
                        .collect(Collectors.toMap(delivery -> delivery.id, Function.identity()));
    }

    /** The next due moment of a webhook's deliveries; empty if none is pending. */
    public static Optional<Instant> nextDue(UUID webhook) {
        return WebhookDelivery.<WebhookDelivery>find(
                        "select d from WebhookDelivery d join d.event where d.webhookId = ?1 and d.dueAt is not null"
                                + " order by d.webhookId, d.dueAt, d.id",
                        webhook)
                .range(0, 0)
                .<WebhookDelivery>firstResultOptional()
                .map(delivery -> delivery.dueAt);
    }

    /** Cancels all pending deliveries of a webhook. */
    public static void cancel(UUID webhook) {
        update(
                "state = ?1, dueAt = null where webhookId = ?2 and state = ?3",
                DeliveryState.CANCELLED,
                webhook,
                DeliveryState.PENDING);
    }

    /**
     * Removes old deliveries that are not pending. One that another transaction has locked stays: a replay may be queueing it again,
     * and locks deliveries in an order of its own.
     *
     * @param most maximum number
     * @return the number removed
     */
    public static int removeOlder(Instant oldest, int most) {
        List<UUID> ids = Sql.of("""
                        select d.id from webhook_delivery d where d.created_at < ? and d.due_at is null
                        order by d.created_at, d.id limit ? for update skip locked""", oldest, most).rows(Row::uuid);
        return ids.isEmpty() ? 0 : (int) delete("id in ?1", ids);
    }

    /** True if it waits for its attempt with this number: no other node has recorded it. */
    public boolean awaits(int attempt) {
        return state == DeliveryState.PENDING && attempts == attempt - 1;
    }

    /** True if the last recorded attempt has this number and this status. */
    public boolean hasRecorded(int attempt, @Nullable Integer response) {
        return attempts == attempt && Objects.equals(status, response);
    }

    /** Records an attempt that the receiver accepted. */
    public void delivered(int status, String response, Instant now) {
        attempted(status, response, now);
        state = DeliveryState.DELIVERED;
        dueAt = null;
    }

    /**
     * Records an attempt that failed.
     *
     * @param status of the response; null if there was none
     * @param next the next attempt; null: this was the last
     */
    public void failed(@Nullable Integer status, String response, @Nullable Instant next, Instant now) {
        attempted(status, response, now);
        state = next == null ? DeliveryState.FAILED : DeliveryState.PENDING;
        dueAt = next;
    }

    private void attempted(@Nullable Integer status, String text, Instant now) {
        this.attempts++;
        this.attemptedAt = now;
        this.status = status;
        this.response = printable(text);
    }

    /** Databases do not store NUL; other controls disturb logs and screens. */
    private static String printable(String text) {
        String clean = text.codePoints()
                .map(character -> Character.isISOControl(character) || character == 0xFFFD ? ' ' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.length() <= MOST_CHARACTERS ? clean : clean.substring(0, MOST_CHARACTERS);
    }

    public UUID id() {
        return id;
    }

    public UUID webhookId() {
        return webhookId;
    }

    public WebhookEvent event() {
        return event;
    }

    public DeliveryState state() {
        return state;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant attemptedAt() {
        return attemptedAt;
    }

    public @Nullable Integer status() {
        return status;
    }

    public @Nullable String response() {
        return response;
    }

    public @Nullable Instant dueAt() {
        return dueAt;
    }

    public int attempts() {
        return attempts;
    }
}
