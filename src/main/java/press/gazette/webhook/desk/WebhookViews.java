package press.gazette.webhook.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import press.gazette.webhook.Webhook;
import press.gazette.webhook.Webhooks;

/** Makes the views of webhooks, with a constant number of statements. */
@Singleton
class WebhookViews {

    private final Webhooks webhooks;
    private final Clock clock;

    WebhookViews(Webhooks webhooks, Clock clock) {
        this.webhooks = webhooks;
        this.clock = clock;
    }

    WebhookView of(Webhook webhook) {
        return of(List.of(webhook)).get(0);
    }

    List<WebhookView> of(List<Webhook> all) {
        Map<UUID, String> tags = webhooks.shownTags(all);
        Map<UUID, Instant> failing = webhooks.failing(all);
        return all.stream()
                .map(webhook ->
                        WebhookView.of(webhook, tags.get(webhook.id()), failing.get(webhook.id()), clock.instant()))
                .toList();
    }
}
