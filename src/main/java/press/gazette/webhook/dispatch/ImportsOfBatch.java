package press.gazette.webhook.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import press.gazette.change.Change;
import press.gazette.webhook.Webhook;
import press.gazette.webhook.WebhookImport;

/**
 * The imports among some changes. A webhook gets one event for all changes of an import, at its end; a removal is an event of its
 * own, since receivers may have to act at once.
 */
final class ImportsOfBatch {

    private final Set<UUID> enabled;
    private final Map<UUID, Map<UUID, Long>> first = new HashMap<>();

    ImportsOfBatch(List<Webhook> enabled) {
        this.enabled = enabled.stream().map(Webhook::id).collect(Collectors.toSet());
    }

    /** True if the change is one of those that wait for the end of their import. */
    static boolean waits(Change change) {
        return change.importId().isPresent() && !change.kind().isRemoval();
    }

    /** Adds a change that waits, and the webhooks that would get it. */
    void add(Change change, List<UUID> webhooks) {
        Map<UUID, Long> known = first.computeIfAbsent(change.importId().orElseThrow(), id -> new HashMap<>());
        webhooks.forEach(webhook -> known.putIfAbsent(webhook, change.seq()));
    }

    /** Stores the webhooks that wait. */
    void keep() {
        first.forEach(WebhookImport::keep);
        first.clear();
    }

    /** The enabled webhooks that have waited for the end of an import. */
    List<UUID> waiting(UUID importId) {
        keep();
        return WebhookImport.webhooks(importId).stream()
                .filter(enabled::contains)
                .toList();
    }
}
