package press.gazette.webhook.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;

import io.quarkus.hibernate.orm.panache.Panache;

import press.gazette.webhook.WebhookDelivery;
import press.gazette.webhook.WebhookQueue;

/** Queues events for many webhooks, with a number of statements that grows with the deliveries by thousands only. */
final class Fanout {

    /** The rows of one statement. */
    private static final int ROWS = 5_000;

    private static final String DELIVERIES = """
            insert into webhook_delivery (id, webhook_id, event_id, state, created_at, due_at, attempts)
            select d.id, d.webhook_id, d.event_id, 'pending', :now, :now, 0
            from unnest(cast(:ids as uuid array), cast(:webhooks as uuid array), cast(:events as uuid array))
                as d (id, webhook_id, event_id)
            where not exists (select 1 from webhook_delivery o where o.id = d.id)""";

    private static final String QUEUES = """
            update webhook_queue set due_at = :now where webhook_id = any(:webhooks)
                and (leased_until is null or leased_until <= :now) and (due_at is null or due_at > :now)""";

    private Fanout() {}

    /** @param receivers the webhooks of each event, which nobody else stores */
    static void queue(Map<UUID, List<UUID>> receivers, Instant now) {
        queue(lock(receivers.values()), receivers, now);
    }

    /** Locks the queues of webhooks, before the events are stored that go into them. Returns the webhooks that are there. */
    static Set<UUID> lock(Collection<List<UUID>> receivers) {
        return WebhookQueue.lockAll(receivers.stream().flatMap(List::stream).collect(Collectors.toSet()));
    }

    /**
     * Queues events behind {@link #lock}.
     *
     * @param receivers the webhooks of each event
     */
    static void queue(Set<UUID> webhooks, Map<UUID, List<UUID>> receivers, Instant now) {
        List<UUID> ids = new ArrayList<>();
        List<UUID> of = new ArrayList<>();
        List<UUID> events = new ArrayList<>();
        receivers.forEach((event, all) -> all.stream()
                .filter(webhooks::contains)
                .forEach(webhook -> {
                    ids.add(WebhookDelivery.idOf(webhook, event));
                    of.add(webhook);
                    events.add(event);
                }));
        EntityManager entities = Panache.getEntityManager(WebhookQueue.class);
        for (int from = 0; from < ids.size(); from += ROWS) {
            int to = Math.min(from + ROWS, ids.size());
            entities.createNativeQuery(DELIVERIES)
                    .setParameter("now", now)
                    .setParameter("ids", array(ids.subList(from, to)))
                    .setParameter("webhooks", array(of.subList(from, to)))
                    .setParameter("events", array(events.subList(from, to)))
                    .executeUpdate();
        }
        if (!of.isEmpty()) {
            entities.createNativeQuery(QUEUES)
                    .setParameter("now", now)
                    .setParameter("webhooks", array(webhooks))
                    .executeUpdate();
        }
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
