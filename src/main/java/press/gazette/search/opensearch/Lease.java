package press.gazette.search.opensearch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.LongSupplier;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import press.gazette.search.opensearch.cluster.Cluster;
import press.gazette.search.opensearch.cluster.ClusterFailure;
import press.gazette.time.DatabaseTime;

/**
 * The right of one node to move the shared index on: a row that it renews. A node that dies loses it after {@link #LIFE}. A node that
 * stands still writes no more when it goes on, by {@link #check}. Versions of documents make void what it had sent just before.
 */
final class Lease {

    private static final Logger LOG = Logger.getLogger(Lease.class);

    static final Duration LIFE = Duration.ofSeconds(6);

    /** The time between two renewals, and between two tries of the other nodes. */
    static final Duration RENEWAL = Duration.ofSeconds(2);

    private final UUID node = UUID.randomUUID();

    /** A step of the indexer that takes longer stands still: another node may go on. */
    private static final Duration LONGEST_STEP = Cluster.WRITING.plus(RENEWAL);

    private final LongSupplier nanos;
    private final Clock wall;

    /** By the clock in nanoseconds, as the three below. */
    private long renewAt;

    private long abstainsUntil;
    private volatile long stepAt;

    /** Another node may have it from then on. */
    private volatile long endsAt;

    /** The same by the clock on the wall: the other one stands still while the machine sleeps. */
    private volatile Instant endsOnTheWall = Instant.EPOCH;

    private volatile boolean held;

    /** @param nanos a clock such as {@link System#nanoTime} */
    Lease(LongSupplier nanos, Clock wall) {
        this.nanos = nanos;
        this.wall = wall;
        renewAt = nanos.getAsLong();
        abstainsUntil = renewAt;
    }

    /** Takes or renews it, if that is due, for the next step; false: another node has it. */
    synchronized boolean hold() {
        long now = nanos.getAsLong();
        stepAt = now;
        if (!held && now - abstainsUntil < 0) {
            return false;
        }
        if (!held || now - renewAt >= 0) {
            takeAt(now);
        }
        return held;
    }

    /** The row holds for its whole life from a moment after this one on. */
    private void takeAt(long now) {
        held = QuarkusTransaction.requiringNew().call(this::take);
        renewAt = now + RENEWAL.toNanos();
        endsAt = now + LIFE.toNanos();
        endsOnTheWall = wall.instant().plus(LIFE);
    }

    /**
     * Confirms right before a write that it is still held. A step that writes does not stand still, so it is renewed.
     *
     * @throws ClusterFailure if another node may have it; the step can be made again once it is held
     */
    void check() throws ClusterFailure {
        long now = nanos.getAsLong();
        if (!held || now - endsAt >= 0 || wall.instant().isAfter(endsOnTheWall)) {
            throw new ClusterFailure(
                    ClusterFailure.Kind.AWAY, "The right to move the index on has ended before a write");
        }
        stepAt = now;
    }

    /** Renews it while a step takes long. Returns the time until the next renewal. */
    synchronized Duration renew() {
        long now = nanos.getAsLong();
        if (held && now - stepAt < LONGEST_STEP.toNanos()) {
            takeAt(now);
        }
        return RENEWAL;
    }

    /** Gives it back and does not take it for a while, so that a node that fares better does. */
    synchronized void abstain() {
        if (held) {
            release();
            abstainsUntil = nanos.getAsLong() + RENEWAL.multipliedBy(2).toNanos();
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
