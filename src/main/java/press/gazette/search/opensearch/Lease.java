package press.gazette.search.opensearch;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import press.gazette.search.opensearch.cluster.Cluster;
import press.gazette.time.DatabaseTime;

/**
 * The right of one node to move the shared index on: a row that it renews. A node that dies loses it after {@link #LIFE}. A node that
 * stands still may believe longer that it has it: versions of documents make its late writes void.
 */
final class Lease {

    private static final Logger LOG = Logger.getLogger(Lease.class);

    static final Duration LIFE = Duration.ofSeconds(6);

    /** The time between two renewals, and between two tries of the other nodes. */
    static final Duration RENEWAL = Duration.ofSeconds(2);

    private final UUID node = UUID.randomUUID();

    /** A step of the indexer that takes longer stands still: another node may go on. */
    private static final Duration LONGEST_STEP = Cluster.WRITING.plus(RENEWAL);

    /** By {@link System#nanoTime}, as the two below. */
    private long renewAt = System.nanoTime();

    private long stepAt;
    private long abstainsUntil = System.nanoTime();

    private volatile boolean held;

    /** Takes or renews it, if that is due, for the next step; false: another node has it. */
    synchronized boolean hold() {
        long now = System.nanoTime();
        stepAt = now;
        if (!held && now - abstainsUntil < 0) {
            return false;
        }
        if (!held || now - renewAt >= 0) {
            held = QuarkusTransaction.requiringNew().call(this::take);
            renewAt = now + RENEWAL.toNanos();
        }
        return held;
    }

    /** Renews it while a step takes long. Returns the time until the next renewal. */
    synchronized Duration renew() {
        long now = System.nanoTime();
        if (held && now - stepAt < LONGEST_STEP.toNanos()) {
            held = QuarkusTransaction.requiringNew().call(this::take);
            renewAt = now + RENEWAL.toNanos();
        }
        return RENEWAL;
    }

    /** Gives it back and does not take it for a while, so that a node that fares better does. */
    synchronized void abstain() {
        if (held) {
            release();
            abstainsUntil = System.nanoTime() + RENEWAL.multipliedBy(2).toNanos();
        }
    }

    private boolean take() {
        Instant now = DatabaseTime.now();
        return Panache.getSession()
                        .createNativeMutationQuery("""
                                update search_lease set holder = ?1, held_until = ?2
                                where id = 1 and (holder = ?1 or held_until is null or held_until < ?3)""")
                        .setParameter(1, node)
                        .setParameter(2, now.plus(LIFE))
                        .setParameter(3, now)
                        .executeUpdate()
                == 1;
    }

    /** Gives it back at once, so that another node goes on. */
    synchronized void release() {
        if (held) {
            held = false;
            try {
                QuarkusTransaction.requiringNew()
                        .run(() -> Panache.getSession()
                                .createNativeMutationQuery(
                                        "update search_lease set holder = null, held_until = null where id = 1 and holder = ?1")
                                .setParameter(1, node)
                                .executeUpdate());
            } catch (RuntimeException e) {
                LOG.debug("The lease ends by itself", e);
            }
        }
    }
}
