package press.gazette.webhook;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A webhook that gets one event at the end of an import instead of one for each of its changes. */
@Entity
@IdClass(WebhookImport.Key.class)
public class WebhookImport extends PanacheEntityBase {

    /** The webhook and the import. */
    public record Key(UUID webhookId, UUID importId) implements Serializable {}

    @Id
    private UUID webhookId;

    @Id
    private UUID importId;

    /** The number of the first change of the import that the webhook would get. */
    @Column(nullable = false)
    private long firstSeq;

    protected WebhookImport() {}

    /**
     * Keeps webhooks that would get changes of an import, unless they are kept already. The caller has the lock on the cursor.
     *
     * @param first the number of the first of the changes for each webhook
     */
    public static void keep(UUID importId, Map<UUID, Long> first) {
        Set<UUID> missing = new HashSet<>(first.keySet());
        missing.removeAll(webhooks(importId));
        for (UUID webhook : missing) {
            WebhookImport waiting = new WebhookImport();
            waiting.webhookId = webhook;
            waiting.importId = importId;
            waiting.firstSeq = Objects.requireNonNull(first.get(webhook));
            waiting.persist();
        }
    }

    /**
     * The imports that webhooks wait for, each with the number of the latest of their first changes; the oldest ones, up to
     * {@code most}.
     */
    public static Map<UUID, Long> waiting(int most) {
        Map<UUID, Long> all = new HashMap<>();
        getEntityManager()
                .createQuery(
                        "select w.importId, max(w.firstSeq) from WebhookImport w group by w.importId order by max(w.firstSeq)",
                        Object[].class)
                .setMaxResults(most)
                .getResultList()
                .forEach(row -> all.put((UUID) row[0], (Long) row[1]));
        return all;
    }

    /** The webhooks that get one event for the import. */
    public static List<UUID> webhooks(UUID importId) {
        return WebhookImport.<WebhookImport>stream("importId", importId)
                .map(waiting -> waiting.webhookId)
                .toList();
    }

    /** The number of the first change of the import that any of its webhooks would get; 0 if there are none. */
    public static long firstSeq(UUID importId) {
        return WebhookImport.<WebhookImport>stream("importId", importId)
                .mapToLong(waiting -> waiting.firstSeq)
                .min()
                .orElse(0);
    }

    /** Ends the import for its webhooks. */
    public static void end(UUID importId) {
        delete("importId", importId);
    }
}
