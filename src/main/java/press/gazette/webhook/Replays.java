package press.gazette.webhook;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.json.Json;
import press.gazette.problem.Problem;

/** Events that an admin sends by hand: a test, one delivery again, all changes since a position again. */
public final class Replays {

    /** The type of the event of a test. */
    private static final String TEST = "webhook.test";

    private record Test(String type, Instant timestamp, TestData data) {}

    private record TestData(UUID webhook) {}

    private Replays() {}

    /** Queues the event of a test. */
    public static void test(Webhook webhook, UUID id, Instant now) {
        WebhookQueue queue = queue(webhook);
        String body = Json.column(new Test(TEST, now, new TestData(webhook.id())));
        WebhookDelivery.other(id, webhook.id(), WebhookEvent.other(TEST, body, now), now);
        queue.add(now);
    }

    /** Queues one delivery again; it may be pending. */
    public static void delivery(Webhook webhook, @Nullable UUID id, Instant now) {
        WebhookQueue queue = queue(webhook);
        WebhookDelivery.<WebhookDelivery>findByIdOptional(id)
                .filter(delivery -> delivery.webhookId().equals(webhook.id()))
                .orElseThrow(() -> Problem.invalidContent("/delivery", "The webhook has no such delivery."))
                .again(now);
        queue.add(now);
    }

    /** Has all changes behind a position queued again, in the background. */
    public static void after(Webhook webhook, long seq, Instant now) {
        queue(webhook).replay(seq, now);
    }

    private static WebhookQueue queue(Webhook webhook) {
        if (!webhook.content().enabled()) {
            throw Problem.conflict("The webhook is disabled: enable it first.");
        }
        return WebhookQueue.locked(webhook.id()).orElseThrow();
    }
}
