package press.gazette.webhook.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.time.DatabaseTime;
import press.gazette.webhook.Disabling;
import press.gazette.webhook.Webhook;
import press.gazette.webhook.WebhookConfig;
import press.gazette.webhook.WebhookDelivery;
import press.gazette.webhook.WebhookQueue;

/** Records the outcomes of a batch and ends its lease. Runs in a transaction. */
@Singleton
class Recorder {

    private static final Logger LOG = Logger.getLogger(Recorder.class);

    private final WebhookConfig config;
    private final Counter accepted;
    private final Counter failed;

    Recorder(WebhookConfig config, MeterRegistry metrics) {
        this.config = config;
        accepted = metrics.counter("gazette.webhook.requests", "outcome", "accepted");
        failed = metrics.counter("gazette.webhook.requests", "outcome", "failed");
    }

    /** Attempts that another node has recorded after this one had lost the lease are left alone. */
    void record(Batch.Sent sent) {
        Batch batch = sent.batch();
        WebhookQueue.locked(batch.webhook()).ifPresent(queue -> {
            Instant now = DatabaseTime.now();
            Disabling disabling = record(queue, sent.outcomes(), now);
            if (disabling != null) {
                disable(batch.webhook(), disabling, now);
            }
            if (queue.isLeased(batch.lease())) {
                queue.release(WebhookDelivery.nextDue(batch.webhook()).orElse(null), now);
            }
        });
    }

    /** Returns the reason to disable the webhook; null: none. */
    private @Nullable Disabling record(WebhookQueue queue, List<Batch.Outcome> outcomes, Instant now) {
        boolean anyAccepted = false;
        Disabling disabling = null;
        for (Batch.Outcome outcome : outcomes) {
            WebhookDelivery delivery =
                    WebhookDelivery.findById(outcome.sending().delivery());
            if (delivery == null || !delivery.awaits(outcome.sending().attempt())) {
                continue;
            }
            if (outcome.isAccepted()) {
                anyAccepted = true;
                accepted.increment();
                delivery.delivered(Objects.requireNonNull(outcome.status()), outcome.text(), now);
            } else {
                failed.increment();
                delivery.failed(outcome.status(), outcome.text(), next(outcome, now), now);
                disabling = outcome.isGone() ? Disabling.GONE : disabling;
            }
        }
        if (anyAccepted) {
            queue.accepted();
            return disabling;
        }
        Duration failing = outcomes.isEmpty() ? Duration.ZERO : queue.failed(now);
        return disabling == null && failing.compareTo(config.webhookDisableAfter()) >= 0
                ? Disabling.FAILING
                : disabling;
    }

    private static @Nullable Instant next(Batch.Outcome outcome, Instant now) {
        return RetrySchedule.next(
                outcome.sending().attempt(),
                outcome.retryAfter(),
                now,
                ThreadLocalRandom.current().nextDouble());
    }

    private static void disable(UUID id, Disabling reason, Instant now) {
        WebhookDelivery.cancel(id);
        Webhook.locked(id).filter(webhook -> webhook.content().enabled()).ifPresent(webhook -> {
            webhook.disable(reason, now);
            LOG.warnf("A webhook was disabled; webhook=%s reason=%s", id, reason.word);
        });
    }
}
