package press.gazette.webhook.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import press.gazette.change.LedgerBell;
import press.gazette.database.DatabaseFailure;
import press.gazette.database.due.DueRows;
import press.gazette.database.due.PlannedWork;
import press.gazette.security.SealedSecrets;
import press.gazette.time.Work;
import press.gazette.webhook.Webhook;
import press.gazette.webhook.WebhookConfig;
import press.gazette.webhook.WebhookDelivery;
import press.gazette.webhook.WebhookQueue;

/**
 * Sends the deliveries of all webhooks, in three steps: it leases the queue of a webhook and reads its due deliveries,
 * sends them outside of any transaction, and records the outcomes. Nodes share the queues; each is worked on by one node
 * at a time. One thread does all work on the database; requests hold none, so a slow receiver delays no other.
 */
@Singleton
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    /** Requests to one receiver at once; to one that fails, one. */
    private static final int BATCH = 8;

    /** Added to the deadline of a request: another node may take over a queue after this time. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** Changes are collected for this long, so that many at once need few transactions. */
    private static final Duration COLLECTING = Duration.ofMillis(25);

    /** The pause while no receiver has a place; the end of a batch wakes the work. */
    private static final Duration FULL = Duration.ofSeconds(1);

    private final WebhookConfig config;
    private final EventQueue events;
    private final ReplayQueue replays;
    private final Sender sender;
    private final Recorder recorder;
    private final SealedSecrets seals;
    private final DueRows<WebhookQueue> due;

    /** By their webhooks: a queue that is leased again after a failed transaction replaces the former batch. */
    private final Map<UUID, Batch> leased = new LinkedHashMap<>();

    private final Queue<Batch.Sent> finished = new ConcurrentLinkedQueue<>();

    /** True if the transaction that leases queues has gone on with a replay. */
    private boolean hasReplayed;

    /** The number of batches that are being sent or not recorded yet; used by the work's thread only. */
    private int underWay;

    Dispatcher(
            WebhookConfig config,
            EventQueue events,
            ReplayQueue replays,
            Sender sender,
            Recorder recorder,
            SealedSecrets seals,
            MeterRegistry metrics) {
        this.config = config;
        this.events = events;
        this.replays = replays;
        this.sender = sender;
        this.recorder = recorder;
        this.seals = seals;
        due = new DueRows<>(
                        "webhooks",
                        new DueRows.Source<>(WebhookQueue.class, "webhook_queue", "webhookId", "dueAt"),
                        this::lease,
                        metrics)
                .behind(() -> hasReplayed = false)
                // The first batches are sent before further queues are leased.
                .goingOnIf(this::mayLease);
    }

    void start(@Observes StartupEvent event, PlannedWork plans, LedgerBell bell) {
        Work[] self = new Work[1];
        Work work = plans.start("webhooks", due, () -> round(self[0]));
        self[0] = work;
        bell.atEveryRing(() -> work.wakeIn(COLLECTING));
        work.wake();
    }

    private Duration round(Work work) {
        recordFinished();
        events.catchUp();
        leased.clear();
        Duration rest = isFull() ? FULL : due.round();
        List<Batch> batches = List.copyOf(leased.values());
        underWay += batches.size();
        batches.forEach(batch -> sender.send(batch, sent -> {
            finished.add(sent);
            work.wake();
        }));
        if (isFull()) {
            return FULL;
        }
        return batches.isEmpty() ? rest : Duration.ZERO;
    }

    private boolean mayLease() {
        return leased.isEmpty();
    }

    /** Queues stay due while too many others are under way. The end of one of these wakes the work. */
    private boolean isFull() {
        return underWay >= config.webhookReceiversAtOnce();
    }

    /** A batch that cannot be recorded because the database is away is recorded later. */
    private void recordFinished() {
        for (Batch.Sent sent = finished.peek(); sent != null; sent = finished.peek()) {
            try {
                recorder.record(sent);
            } catch (RuntimeException e) {
                if (DatabaseFailure.isCauseOf(e)) {
                    throw e;
                }
                LOG.errorf(
                        e,
                        "Outcomes of a webhook could not be recorded; its deliveries are sent again. webhook=%s",
                        sent.batch().webhook());
            }
            finished.remove();
            underWay--;
        }
    }

    /** Leases the queue and reads its due deliveries. A queue stays due while too many others are under way. */
    private void lease(WebhookQueue queue, Instant now) {
        if (underWay + leased.size() >= config.webhookReceiversAtOnce() && !leased.containsKey(queue.webhookId())) {
            return;
        }
        UUID id = queue.webhookId();
        Webhook webhook = Webhook.findById(id);
        if (!webhook.content().enabled()) {
            WebhookDelivery.cancel(id);
            queue.replayed(null);
            queue.release(null, now);
            return;
        }
        // One in a transaction: it locks events in the order of the ledger, and a second one would begin before its
        // end.
        if (queue.replayAfter() != null && !hasReplayed) {
            hasReplayed = true;
            replays.next(queue, webhook, now);
        }
        List<Batch.Sending> sendings = WebhookDelivery.due(id, now, queue.isFailing() ? 1 : BATCH).stream()
                .map(Batch.Sending::of)
                .toList();
        if (sendings.isEmpty()) {
            queue.release(WebhookDelivery.nextDue(id).orElse(null), now);
            return;
        }
        Instant until = now.plus(config.webhookDeadline()).plus(LEASE).truncatedTo(ChronoUnit.MICROS);
        queue.lease(until);
        leased.put(id, new Batch(id, until, webhook.content().url(), webhook.secrets(seals, now), sendings));
    }
}
