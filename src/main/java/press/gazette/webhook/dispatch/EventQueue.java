package press.gazette.webhook.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;

import press.gazette.change.Change;
import press.gazette.change.Follower;
import press.gazette.change.LedgerCursor;
import press.gazette.time.DatabaseTime;
import press.gazette.webhook.Webhook;
import press.gazette.webhook.WebhookDelivery;
import press.gazette.webhook.WebhookQueue;

/** Follows the ledger and queues each change for the webhooks that get it, in the transaction of the shared cursor. */
@Singleton
class EventQueue {

    private static final String CURSOR = "webhooks";

    private final Events events;
    private final Follower follower = Follower.inBatches(CURSOR, this::queue);

    EventQueue(Events events) {
        this.events = events;
    }

    /** Reads to the end of the ledger. Without enabled webhooks it asks for these only. */
    void catchUp() {
        Optional<Long> first = QuarkusTransaction.requiringNew().call(Webhook::firstSeq);
        if (first.isPresent()) {
            QuarkusTransaction.requiringNew().run(() -> {
                LedgerCursor.open(CURSOR, LedgerCursor.Start.FIRST_CHANGE);
                LedgerCursor.advance(CURSOR, first.get());
            });
            follower.catchUp();
        }
    }

    /** The content of one change, the same for all webhooks. */
    private record Message(long seq, String type, String body) {}

    private void queue(List<Change> changes) {
        Instant now = DatabaseTime.now();
        Matching matching = Matching.of(Webhook.enabled());
        Map<UUID, List<Message>> matches = new TreeMap<>();
        for (Change change : changes) {
            List<UUID> receivers = matching.receivers(change);
            if (!receivers.isEmpty()) {
                Event event = events.of(change);
                Message message = new Message(change.seq(), event.type(), event.json());
                receivers.forEach(webhook -> matches.computeIfAbsent(webhook, key -> new ArrayList<>())
                        .add(message));
            }
        }
        matches.forEach((webhook, messages) -> WebhookQueue.locked(webhook).ifPresent(queue -> {
            messages.forEach(
                    message -> WebhookDelivery.insert(webhook, message.seq(), message.type(), message.body(), now));
            queue.add(now);
        }));
    }
}
