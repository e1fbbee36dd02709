package press.gazette.webhook.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

import press.gazette.time.Clockwork;
import press.gazette.webhook.WebhookConfig;
import press.gazette.webhook.WebhookDelivery;
import press.gazette.webhook.WebhookEvent;

/** Removes old deliveries, then events that none is left of. */
@Singleton
class DeliverySweeper {

    /** Small enough that nothing waits for the transaction that removes them. */
    private static final int BATCH = 500;

    /** The deliveries of this time are few compared with those that are kept. */
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final WebhookConfig config;
    private final Clock clock;

    DeliverySweeper(WebhookConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Clockwork clockwork) {
        clockwork
                .start("old deliveries of webhooks", () -> {
                    sweep();
                    return INTERVAL;
                })
                .wakeIn(INTERVAL);
    }

    void sweep() {
        Instant oldest = clock.instant().minus(config.webhookDeliveriesKept());
        int removed;
        do {
            removed = QuarkusTransaction.requiringNew().call(() -> WebhookDelivery.removeOlder(oldest, BATCH));
        } while (removed == BATCH);
        do {
            removed = QuarkusTransaction.requiringNew().call(() -> WebhookEvent.removeOlder(oldest, BATCH));
        } while (removed == BATCH);
    }
}
