package press.gazette.webhook.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.time.DatabaseTime;
import press.gazette.webhook.Disabling;
import press.gazette.webhook.Webhook;
import press.gazette.webhook.WebhookConfig;
import press.gazette.webhook.WebhookDelivery;
import press.gazette.webhook.WebhookQueue;

/** Records the outcomes of a batch, ends its lease, and disables a webhook whose receiver is gone or fails for too long. */
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

    /**
     * Disables in a transaction of its own: the first one has the lock of the webhook's queue, and those of the queues that get the
     * notice must not be taken behind it. A node that dies between the two leaves it to the next failed attempt.
     */
    void record(Batch.Sent sent) {
        QuarkusTransaction.requiringNew()
                .call(() -> recorded(sent))
                .ifPresent(reason -> QuarkusTransaction.requiringNew()
                        .run(() -> disable(sent.batch().webhook(), reason)));
    }

    /** Attempts that another node has recorded after this one had lost the lease are left alone. */
    private Optional<Disabling> recorded(Batch.Sent sent) {
        Batch batch = sent.batch();
        return WebhookQueue.locked(batch.webhook()).flatMap(queue -> {
            Instant now = DatabaseTime.now();
            Disabling disabling = record(queue, sent.outcomes(), now);
            if (queue.isLeased(batch.lease())) {
                queue.release(WebhookDelivery.nextDue(batch.webhook()).orElse(null), now);
            }
            return Optional.ofNullable(disabling);
        });
    }

    /** Returns the reason to disable the webhook; null: none. */
    private @Nullable Disabling record(WebhookQueue queue, List<Batch.Outcome> outcomes, Instant now) {
        boolean anyNew = false;
        boolean anyAccepted = false;
        Disabling disabling = null;
        Map<UUID, WebhookDelivery> deliveries = WebhookDelivery.byIds(
                outcomes.stream().map(outcome -> outcome.sending().delivery()).toList());
        for (Batch.Outcome outcome : outcomes) {
            WebhookDelivery delivery = deliveries.get(outcome.sending().delivery());
            int attempt = outcome.sending().attempt();
            // Without its delivery, which is no longer kept, an outcome still tells of the receiver.
            boolean isNew = delivery == null || delivery.awaits(attempt);
            anyNew |= isNew;
            if (delivery != null && isNew) {
                anyAccepted |= outcome.isAccepted();
                record(delivery, outcome, now);
            }
            // A call before this one may have recorded it and failed to disable.
            if (delivery != null && outcome.isGone() && delivery.hasRecorded(attempt, outcome.status())) {
                disabling = Disabling.GONE;
            }
        }
        if (anyAccepted) {
            queue.accepted();
            return disabling;
        }
        Duration failing = anyNew ? queue.failed(now) : Duration.ZERO;
        return disabling == null && failing.compareTo(config.webhookDisableAfter()) >= 0
                ? Disabling.FAILING
                : disabling;
    }

    private void record(WebhookDelivery delivery, Batch.Outcome outcome, Instant now) {
        if (outcome.isAccepted()) {
            accepted.increment();
            delivery.delivered(Objects.requireNonNull(outcome.status()), outcome.text(), now);
        } else {
            failed.increment();
            delivery.failed(outcome.status(), outcome.text(), next(outcome, now), now);
        }
    }

    private static @Nullable Instant next(Batch.Outcome outcome, Instant now) {
        return RetrySchedule.next(
                outcome.sending().attempt(),
                outcome.retryAfter(),
                now,
                ThreadLocalRandom.current().nextDouble());
    }

    /** Locks the queues of all that are involved in one order: another webhook, which this one watches, may be disabled meanwhile. */
    private static void disable(UUID id, Disabling reason) {
        Set<UUID> involved = new HashSet<>(Webhook.watchers(id));
        involved.add(id);
        Set<UUID> locked = WebhookQueue.lockAll(involved);
        if (reason == Disabling.FAILING
                && WebhookQueue.locked(id).filter(WebhookQueue::isFailing).isEmpty()) {
            return;
        }
        Webhook.locked(id).filter(webhook -> webhook.content().enabled()).ifPresent(webhook -> {
            Instant now = DatabaseTime.now();
            WebhookDelivery.cancel(id);
            webhook.disable(reason, now);
            Notices.tell(
                    id,
                    reason,
                    Webhook.watchers(id).stream().filter(locked::contains).toList(),
                    now);
            LOG.warnf("A webhook was disabled; webhook=%s reason=%s", id, reason.word);
        });
    }
}
