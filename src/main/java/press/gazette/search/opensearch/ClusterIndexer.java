package press.gazette.search.opensearch;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.search.engine.SearchMetrics;
import press.gazette.search.opensearch.cluster.Cluster;
import press.gazette.search.opensearch.cluster.ClusterFailure;
import press.gazette.search.opensearch.cluster.OpenSearchConfig;
import press.gazette.search.source.ChangesRead;
import press.gazette.search.source.IndexBookmark;
import press.gazette.time.Work;

/**
 * Keeps the shared index: the node with the {@link Lease} builds it and moves it on, the others read its place. One thread runs the
 * rounds.
 */
final class ClusterIndexer {

    private static final Logger LOG = Logger.getLogger(ClusterIndexer.class);

    private static final int MOST_FAILURES = 3;

    /** The time between two looks while this node knows of changes that the index does not show. */
    private static final Duration BEHIND = Duration.ofMillis(100);

    private final Cluster cluster;
    private final OpenSearchConfig config;
    private final OpenSearchIndex index;
    private final SearchMetrics metrics;
    private final Clock clock;
    private final Lease lease;
    private final AtomicInteger builds = new AtomicInteger();

    private @Nullable ClusterGenerations generations;
    private @Nullable FollowedGeneration used;

    /** By {@link System#nanoTime}: when the index was last seen in its place. */
    private long seenAt;

    /** True while indexes from before may be there, which searches of other nodes may still be in. */
    private boolean hasOthers;

    private final FailedRounds failures = new FailedRounds();

    /** The steps, during a build, in which the index in use could not be kept. */
    private final FailedRounds failedUpdates = new FailedRounds();

    private boolean leads;
    private volatile boolean rebuild;
    private final CountDownLatch stop = new CountDownLatch(1);

    ClusterIndexer(
            Cluster cluster, OpenSearchConfig config, OpenSearchIndex index, SearchMetrics metrics, Clock clock) {
        this.cluster = cluster;
        this.config = config;
        this.index = index;
        this.metrics = metrics;
        this.clock = clock;
        this.lease = new Lease(System::nanoTime, clock);
    }

    /** Builds the index anew; searches use the present one meanwhile. */
    void rebuild() {
        rebuild = true;
    }

    /** The number of indexes that this process has built. */
    int builds() {
        return builds.get();
    }

    /** Ends the running round soon. */
    void stop() {
        stop.countDown();
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }

    /** Keeps the lease while a step of a round takes long. Returns the time until it is called again. */
    Duration renew() {
        return isStopping() ? Work.UNTIL_WOKEN : lease.renew();
    }

    /** Lets another node go on at once. */
    void close() {
        lease.release();
    }

    /** One round: whatever there is to do. Returns the time until the next one. */
    Duration round() {
        if (isStopping()) {
            return Work.UNTIL_WOKEN;
        }
        if (!failures.isDue()) {
            return failures.pause();
        }
        try {
            Duration rest = work(generations());
            if (failures.end()) {
                LOG.info("OpenSearch can be used again");
            }
            index.failed(null);
            return rest;
        } catch (ClusterFailure e) {
            return failed(e);
        }
    }

    private ClusterGenerations generations() throws ClusterFailure {
        ClusterGenerations known = generations;
        if (known == null) {
            cluster.checkVersion();
            known = new ClusterGenerations(cluster, config, ChangesRead.database(), lease::check);
            generations = known;
        }
        return known;
    }

    private Duration failed(ClusterFailure failure) {
        Duration pause = failures.next();
        used = null;
        index.failed(failure);
        if (failure.kind() == ClusterFailure.Kind.CONFLICT) {
            LOG.info("Another node moves the index on");
        } else if (failures.inARow() == 1) {
            LOG.warnf("The index on OpenSearch cannot be kept; it is retried; cause=%s", failure.getMessage());
        }
        if (failures.inARow() >= MOST_FAILURES) {
            // Another node may reach OpenSearch.
            lease.abstain();
        }
        return pause;
    }

    private Duration work(ClusterGenerations all) throws ClusterFailure {
        boolean holds = lease.hold();
        if (holds != leads) {
            leads = holds;
            used = null;
            rebuild &= holds;
            LOG.info(holds ? "This node moves the index on" : "Another node moves the index on");
        }
        return holds ? lead(all) : watch(all);
    }

    /** Reads the place to which another node has moved the index. */
    private Duration watch(ClusterGenerations all) throws ClusterFailure {
        Optional<IndexBookmark> bookmark = all.shown().bookmark();
        if (bookmark.isEmpty() || !ClusterGeneration.fits(bookmark.get())) {
            index.show(null, null);
        } else {
            index.show(all.alias(), bookmark.get().shown());
        }
        return metrics.behind() > 0 ? BEHIND : Lease.RENEWAL;
    }

    private Duration lead(ClusterGenerations all) throws ClusterFailure {
        if (!isInPlace(all) && !open(all)) {
            rebuild = true;
        }
        if (rebuild || (used != null && used.hasTooManyTags())) {
            build(all);
        }
        FollowedGeneration followed = used;
        if (followed == null || isStopping()) {
            return Duration.ZERO;
        }
        if (readOn(all, followed)) {
            return Duration.ZERO;
        }
        return followed.rest().compareTo(Lease.RENEWAL) < 0 ? followed.rest() : Lease.RENEWAL;
    }

    /** True if the index that this node moves on is still there; it is looked for with each renewal of the lease. */
    private boolean isInPlace(ClusterGenerations all) throws ClusterFailure {
        FollowedGeneration followed = used;
        long now = System.nanoTime();
        if (followed == null) {
            return false;
        }
        if (now - seenAt < Lease.RENEWAL.toNanos()) {
            return true;
        }
        boolean isInPlace = all.isUsed(followed)
                && ChangesRead.isInLedger(followed.bookmark().position());
        seenAt = now;
        if (isInPlace && hasOthers) {
            all.removeOthers(followed.generation());
            hasOthers = false;
        }
        if (!isInPlace) {
            LOG.warn("The index on OpenSearch is not as this node has left it");
            used = null;
        }
        return isInPlace;
    }

    /** Goes on with the index that is there; false: none fits. */
    private boolean open(ClusterGenerations all) throws ClusterFailure {
        ClusterGeneration present = all.used();
        Optional<IndexBookmark> bookmark = present == null ? Optional.empty() : present.bookmark();
        if (present == null || bookmark.isEmpty() || !ClusterGeneration.fits(bookmark.get())) {
            index.show(null, null);
            return false;
        }
        use(all, new FollowedGeneration(present, bookmark.get(), metrics, clock));
        LOG.infof(
                "The index on OpenSearch is open; index=%s seq=%d",
                present.name(), bookmark.get().position().seq());
        return true;
    }

    private void use(ClusterGenerations all, FollowedGeneration next) {
        used = next;
        seenAt = System.nanoTime();
        hasOthers = true;
        metrics.built(1);
        index.show(all.alias(), next.bookmark().shown());
    }

    /** Reads on in the ledger, and shows the new state; true: there may be more. */
    private boolean readOn(ClusterGenerations all, FollowedGeneration followed) throws ClusterFailure {
        boolean more = followed.follow();
        more |= followed.readTagged();
        more |= followed.readExpired();
        index.show(all.alias(), followed.bookmark().shown());
        followed.purge();
        return more;
    }

    /** Builds an index beside the present one, which follows the ledger meanwhile, and puts it in its place. */
    private void build(ClusterGenerations all) throws ClusterFailure {
        LOG.infof(
                "Building an index on OpenSearch; %s",
                used == null ? "searches wait for it" : "searches use the present one");
        metrics.built(0);
        failedUpdates.end();
        ClusterGeneration next = all.next();
        boolean complete = false;
        try {
            FollowedGeneration built =
                    new ClusterBuild(next, metrics, clock, lease, stop, () -> updatesPresent(all)).run();
            if (built == null || !lease.hold()) {
                return;
            }
            all.use(next);
            complete = true;
            rebuild = false;
            use(all, built);
            builds.incrementAndGet();
            LOG.infof(
                    "The index on OpenSearch is built; index=%s seq=%d",
                    next.name(), built.bookmark().position().seq());
        } finally {
            if (!complete) {
                all.giveUp(next);
            }
        }
    }

    /** Follows the ledger with the present index; false: the build ends, since the process stops or another node has the lease. */
    private boolean updatesPresent(ClusterGenerations all) throws ClusterFailure {
        FollowedGeneration present = used;
        if (present != null && failedUpdates.isDue()) {
            try {
                readOn(all, present);
                failedUpdates.end();
            } catch (ClusterFailure e) {
                passOver(present, e);
            }
        }
        return !isStopping() && lease.hold();
    }

    /** Goes on without the index in use for a while, or for good if it is deleted. It fails if OpenSearch as a whole is away. */
    private void passOver(FollowedGeneration present, ClusterFailure failure) throws ClusterFailure {
        if (failure.kind() == ClusterFailure.Kind.AWAY) {
            throw failure;
        }
        failedUpdates.next();
        index.failed(failure);
        LOG.warnf(
                "The index in use cannot be kept; the build of the new one goes on; index=%s cause=%s",
                present.generation().name(), failure.getMessage());
        if (failure.kind() == ClusterFailure.Kind.MISSING) {
            used = null;
            index.show(null, null);
        }
    }
}
