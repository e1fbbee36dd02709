package press.gazette.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Ledger;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.database.due.Planned;
import press.gazette.database.due.PlannedRowListener;

/**
 * The deliveries of one webhook as a queue, which one node at a time works on. Its lock is taken before that of the
 * webhook, and by everybody who adds deliveries: so the next due moment is always known.
 */
@Entity
@EntityListeners(PlannedRowListener.class)
public class WebhookQueue extends PanacheEntityBase implements Planned {

    @Id
    private UUID webhookId;

    /** The next due moment of a delivery, or the end of the lease; null if there is nothing to do. */
    private @Nullable Instant dueAt;

    /** The end of the lease; null if no node works on it. */
    private @Nullable Instant leasedUntil;

    /** The first failed attempt since the last accepted one; null if the last one was accepted. */
    private @Nullable Instant failingSince;

    /** The last change before those that are still to be queued again; null if there is no replay. */
    private @Nullable Long replayAfter;

    /** The last change of the replay. */
    private long replayUntil;

    protected WebhookQueue() {}

    /** The empty queue of a new webhook. */
    static void create(UUID webhook) {
        WebhookQueue queue = new WebhookQueue();
        queue.webhookId = webhook;
        queue.persist();
    }

    /** The queue, locked until the transaction ends; empty if the webhook is gone. */
    public static Optional<WebhookQueue> locked(UUID webhook) {
        return Optional.ofNullable(findById(webhook, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Locks the queues of several webhooks in the order of their ids, as everybody must. Returns the webhooks that are there. */
    public static Set<UUID> lockAll(Collection<UUID> webhooks) {
        Object ids = webhooks.toArray(UUID[]::new);
        return webhooks.isEmpty()
                ? Set.of()
                : new HashSet<>(Sql.of(
                                "select q.webhook_id from webhook_queue q where q.webhook_id = any(?) order by q.webhook_id for update",
                                ids)
                        .rows(Row::uuid));
    }

    /** Notes that a delivery has been added that is due at this time. */
    public void add(Instant due) {
        boolean leased = leasedUntil != null && leasedUntil.isAfter(due);
        if (!leased && (dueAt == null || due.isBefore(dueAt))) {
            dueAt = due;
        }
    }

    /** Has all changes behind a position queued again. A replay that runs already becomes longer. */
    void replay(long after, Instant now) {
        replayAfter = replayAfter == null ? after : Math.min(replayAfter, after);
        replayUntil = Ledger.head().seq();
        add(now);
    }

    /** Records the progress of a replay; null: it has ended. */
    public void replayed(@Nullable Long last) {
        replayAfter = last;
    }

    public @Nullable Long replayAfter() {
        return replayAfter;
    }

    public long replayUntil() {
        return replayUntil;
    }

    /** Gives the queue to one node. If that node has died by then, it is due again. */
    public void lease(Instant until) {
        leasedUntil = until;
        dueAt = until;
    }

    /** True if this lease still holds. */
    public boolean isLeased(Instant until) {
        return until.equals(leasedUntil);
    }

    /**
     * Ends the lease.
     *
     * @param next the next due moment of a delivery; null if none is pending
     */
    public void release(@Nullable Instant next, Instant now) {
        leasedUntil = null;
        // Not its time, which may be long past: queues take turns.
        Instant turn = next == null || next.isAfter(now) ? next : now;
        dueAt = replayAfter == null ? turn : now;
    }

    /** Records that the receiver has accepted a request. */
    public void accepted() {
        failingSince = null;
    }

    /** Records a failed attempt, and returns for how long all have failed. */
    public Duration failed(Instant now) {
        failingSince = failingSince == null ? now : failingSince;
        return Duration.between(failingSince, now);
    }

    /** True if the receiver has accepted nothing since a failed attempt. */
    public boolean isFailing() {
        return failingSince != null;
    }

    /** The times at which these webhooks began to fail; without those that do not. */
    static Map<UUID, Instant> failing(Collection<UUID> webhooks) {
        return webhooks.isEmpty()
                ? Map.of()
                : WebhookQueue.<WebhookQueue>stream("webhookId in ?1 and failingSince is not null", webhooks)
                        .collect(Collectors.toMap(
                                queue -> queue.webhookId, queue -> Objects.requireNonNull(queue.failingSince)));
    }

    public UUID webhookId() {
        return webhookId;
    }

    @Override
    public @Nullable Instant dueAt() {
        return dueAt;
    }
}
