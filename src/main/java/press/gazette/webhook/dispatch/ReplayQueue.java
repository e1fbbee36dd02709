package press.gazette.webhook.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.inject.Singleton;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.webhook.Webhook;
import press.gazette.webhook.WebhookDelivery;
import press.gazette.webhook.WebhookQueue;

/** Queues changes again that a webhook has had, or would have had. Runs in the transaction that holds the queue. */
@Singleton
class ReplayQueue {

    /** Small enough that the transaction holds the queue for a moment only. */
    private static final int BATCH = 200;

    private final Events events;

    ReplayQueue(Events events) {
        this.events = events;
    }

    /** Queues the next changes of a replay. */
    void next(WebhookQueue queue, Webhook webhook, Instant now) {
        long after = Objects.requireNonNull(queue.replayAfter());
        List<Change> changes = Ledger.after(after, BATCH);
        Matching matching = Matching.ofReplay(webhook);
        Set<Subject> hidden = events.hidden(changes);
        for (Change change : changes) {
            if (change.seq() <= queue.replayUntil()
                    && !matching.receivers(change).isEmpty()) {
                WebhookDelivery.replay(webhook.id(), events.store(change, hidden, now), now);
            }
        }
        boolean more = changes.size() == BATCH && changes.get(BATCH - 1).seq() < queue.replayUntil();
        queue.replayed(more ? changes.get(BATCH - 1).seq() : null);
    }
}
