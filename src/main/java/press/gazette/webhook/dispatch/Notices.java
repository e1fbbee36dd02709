package press.gazette.webhook.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import press.gazette.json.Json;
import press.gazette.webhook.Disabling;
import press.gazette.webhook.WebhookEvent;

/** Tells other receivers that a webhook was disabled. */
final class Notices {

    private static final String TYPE = "webhook.disabled";

    private record Notice(String type, Instant timestamp, Data data) {}

    private record Data(UUID webhook, Disabling reason) {}

    private Notices() {}

    /** Queues the event for other webhooks, in the running transaction. The URL is not in it: it may hold a secret. */
    static void tell(UUID disabled, Disabling reason, List<UUID> watchers, Instant now) {
        if (!watchers.isEmpty()) {
            String body = Json.column(new Notice(TYPE, now, new Data(disabled, reason)));
            Fanout.queue(Map.of(WebhookEvent.other(TYPE, body, now).id(), watchers), now);
        }
    }
}
