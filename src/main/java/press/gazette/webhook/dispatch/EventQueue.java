package press.gazette.webhook.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.change.follower.Follower;
import press.gazette.change.follower.LedgerCursor;
import press.gazette.time.DatabaseTime;
import press.gazette.webhook.Webhook;
import press.gazette.webhook.WebhookImport;

/** Follows the ledger and queues each change for the webhooks that get it, in the transaction of the shared cursor. */
@Singleton
class EventQueue {

    private static final String CURSOR = "webhooks";

    /** The time between two looks for ends of imports that were missed. */
    private static final Duration INTERVAL = Duration.ofHours(1);

    /** The imports of one look. */
    private static final int MOST_IMPORTS = 100;

    /**
     * An event that is stored once all queues of its batch are locked. A replay stores the same events and holds its queue: in the
     * other order, each could wait for the other.
     *
     * @param stored stores it and returns its id
     */
    private record Planned(Supplier<UUID> stored, List<UUID> webhooks) {}

    private final Events events;
    private final Follower follower = Follower.inBatches(CURSOR, this::queue);

    /** The time of the next look for missed ends, by {@link System#nanoTime}; used by the work's thread only. */
    private long nextLook = System.nanoTime();

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
            if (System.nanoTime() - nextLook >= 0) {
                nextLook = System.nanoTime() + INTERVAL.toNanos();
                queueMissed();
            }
        }
    }

    /**
     * Queues the events of imports whose ends the cursor has passed without them: no webhook was enabled then, or a node of an earlier
     * release moved it.
     */
    private void queueMissed() {
        if (!QuarkusTransaction.requiringNew()
                .call(() -> WebhookImport.waiting(1))
                .isEmpty()) {
            follower.atCursor(this::queueMissedUpTo);
        }
    }

    private void queueMissedUpTo(long cursor) {
        Instant now = DatabaseTime.now();
        Map<UUID, Long> waiting = WebhookImport.waiting(MOST_IMPORTS);
        Map<UUID, Change> ends = new LinkedHashMap<>();
        Ledger.changesOf(waiting.keySet().stream().map(Subject::imported).toList(), cursor)
                .forEach(end -> ends.put(end.subject().id(), end));
        // An import that is undone ends once more: the webhooks that wait for that wait on.
        ends.values()
                .removeIf(end -> end.seq() < waiting.getOrDefault(end.subject().id(), Long.MAX_VALUE));
        ImportsOfBatch imports = new ImportsOfBatch(Webhook.enabled());
        List<Planned> planned = new ArrayList<>();
        ends.values().forEach(end -> end(end, imports, planned, now));
        queue(planned, now);
    }

    private void queue(List<Change> changes) {
        Instant now = DatabaseTime.now();
        List<Webhook> enabled = Webhook.enabled();
        Matching matching = Matching.of(enabled);
        ImportsOfBatch imports = new ImportsOfBatch(enabled);
        Set<Subject> hidden = events.hidden(changes);
        List<Planned> planned = new ArrayList<>();
        for (Change change : changes) {
            if (change.subject().kind() == Subject.Kind.IMPORT) {
                end(change, imports, planned, now);
                continue;
            }
            List<UUID> webhooks = matching.receivers(change);
            if (ImportsOfBatch.waits(change)) {
                imports.add(change, webhooks);
            } else if (!webhooks.isEmpty()) {
                planned.add(new Planned(() -> events.store(change, hidden, now), webhooks));
            }
        }
        imports.keep();
        queue(planned, now);
    }

    private static void queue(List<Planned> planned, Instant now) {
        Set<UUID> locked = Fanout.lock(planned.stream().map(Planned::webhooks).toList());
        Map<UUID, List<UUID>> receivers = new LinkedHashMap<>();
        planned.forEach(event -> receivers.put(event.stored().get(), event.webhooks()));
        Fanout.queue(locked, receivers, now);
    }

    /** Queues the one event of an import that has ended. */
    private void end(Change change, ImportsOfBatch imports, List<Planned> planned, Instant now) {
        UUID id = change.subject().id();
        List<UUID> webhooks = imports.waiting(id);
        if (!webhooks.isEmpty()) {
            long first = WebhookImport.firstSeq(id);
            planned.add(new Planned(() -> events.storeImport(change, first, now), webhooks));
        }
        WebhookImport.end(id);
    }
}
