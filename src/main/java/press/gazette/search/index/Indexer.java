package press.gazette.search.index;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.lucene.index.CorruptIndexException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.search.engine.SearchMetrics;
import press.gazette.search.index.document.ArticleDocument;
import press.gazette.search.index.retrieval.Snapshot;
import press.gazette.search.source.ChangesRead;
import press.gazette.time.Backoff;
import press.gazette.time.Work;

/**
 * Keeps the index of this node: opens or builds it, and follows the ledger. Its place is in the index itself, so each node has its
 * own. One thread runs its rounds. A fault of the files ends in a new index beside them; a fault of the database is retried.
 */
final class Indexer {

    private static final Logger LOG = Logger.getLogger(Indexer.class);

    /** All files are read: searches that fail by themselves must not make that a load. */
    private static final Duration EXAMINED_EVERY = Duration.ofSeconds(30);

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(30));

    private final LuceneIndex index;
    private final Generations generations;
    private final SearchMetrics metrics;
    private final Duration commitEvery;
    private final Clock clock;
    private final AtomicInteger builds = new AtomicInteger();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Purging purging = new Purging(BACKOFF);
    private final Set<String> whole = new HashSet<>();

    private @Nullable LedgerIndex used;
    private @Nullable Examination examination;
    private long examinedAt = System.nanoTime() - EXAMINED_EVERY.toNanos();

    /** The number of the last change that the state which searches use has read. */
    private long published = -1;

    private int failures;
    private long retryAt;
    private volatile boolean rebuild;

    Indexer(LuceneIndex index, Generations generations, SearchMetrics metrics, Duration commitEvery, Clock clock) {
        this.index = index;
        this.generations = generations;
        this.metrics = metrics;
        this.commitEvery = commitEvery;
        this.clock = clock;
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

    /** The removals from the files that another thread makes. */
    Purging purging() {
        return purging;
    }

    /** One round: whatever there is to do. Returns the time until the next one. */
    Duration round() {
        if (isStopping()) {
            return Work.UNTIL_WOKEN;
        }
        Duration pause = Duration.ofNanos(retryAt - System.nanoTime());
        if (failures > 0 && pause.compareTo(Duration.ZERO) > 0) {
            return pause;
        }
        try {
            Duration rest = work();
            if (failures > 0 && used != null && used.isSaved()) {
                failures = 0;
                LOG.info("The index can be used again");
            }
            return rest;
        } catch (IndexFailure e) {
            return failed(e);
        }
    }

    private Duration work() throws IndexFailure {
        examine();
        if (used == null && !rebuild && !open()) {
            rebuild = true;
        }
        if (rebuild) {
            build();
        }
        LedgerIndex followed = used;
        if (followed == null || isStopping()) {
            return Work.UNTIL_WOKEN;
        }
        boolean more = readOn(followed);
        if (more || rebuild || examination != null) {
            return Duration.ZERO;
        }
        return followed.rest(commitEvery);
    }

    /** The writer is closed, and the present state served on, unless it cannot be read. Returns the time until the retry. */
    private Duration failed(IndexFailure failure) {
        failures++;
        if (failures == 1) {
            LOG.warnf("%s; it is retried", failure.getMessage());
            LOG.debug("The failed round", failure);
        }
        drop(failure);
        Duration pause = BACKOFF.after(failures);
        retryAt = System.nanoTime() + pause.toNanos();
        return pause;
    }

    private void drop(IndexFailure failure) {
        if (failure.getCause() instanceof CorruptIndexException) {
            whole.clear();
        }
        drop();
    }

    private void drop() {
        if (examination != null) {
            examination.close();
            examination = null;
        }
        if (used != null) {
            used.close();
            used = null;
        }
    }

    /** Takes the index out of use, without a commit. The next process reads on from the last commit. */
    void close() {
        index.replace(null);
        published = -1;
        drop();
    }

    /** Lets searches use the latest state, unless they use a later one: a withdrawn article must not come back. */
    private void publish(LedgerIndex followed) {
        Snapshot latest = followed.snapshot();
        if (latest != index.current()
                && followed.read().seq() >= published
                && latest.position().seq() >= index.seq()
                && latest.acquire()) {
            published = followed.read().seq();
            index.replace(latest);
        }
    }

    /** Reads a segment of an index that was opened, or with which a search has failed. A damaged index is built anew. */
    private void examine() {
        Snapshot snapshot = index.current();
        long now = System.nanoTime();
        if (snapshot != null
                && examination == null
                && now - examinedAt >= EXAMINED_EVERY.toNanos()
                && index.wasSuspect()) {
            examinedAt = now;
            whole.clear();
            examination = new Examination(snapshot, whole);
        }
        if (examination == null) {
            return;
        }
        try {
            if (!examination.next()) {
                examination.close();
                examination = null;
            }
        } catch (IndexFailure e) {
            LOG.errorf("The index is damaged, and is built anew; cause=%s", e.getMessage());
            close();
            rebuild = true;
        }
    }

    /** Opens the newest index on disk; false: none fits. */
    private boolean open() throws IndexFailure {
        UUID own = ChangesRead.database();
        Optional<Generations.Opened> opened =
                generations.newest(bookmark -> bookmark.database().equals(own)
                        && bookmark.mapping().equals(ArticleDocument.MAPPING)
                        && ChangesRead.isInLedger(bookmark.position()));
        if (opened.isEmpty()) {
            return false;
        }
        LedgerIndex next =
                new LedgerIndex(opened.get().generation(), opened.get().bookmark(), metrics, clock);
        use(next);
        examination = new Examination(next.snapshot(), whole);
        LOG.infof(
                "The index is open; documents=%d seq=%d",
                next.snapshot().documents(), next.read().seq());
        // Damage may be what the writer has failed for.
        while (failures > 0 && used == next && examination != null && !isStopping()) {
            examine();
        }
        return used == next;
    }

    private void use(LedgerIndex next) {
        drop();
        used = next;
        publish(next);
        metrics.built(1);
        generations.removeOthers(next.generation());
    }

    /** Builds an index beside the present one, which follows the ledger meanwhile, and puts it in its place. */
    private void build() throws IndexFailure {
        rebuild = false;
        LOG.infof(
                "Building an index; %s",
                index.current() == null ? "searches wait for it" : "searches use the present one");
        Generation next = generations.next();
        LedgerIndex built = null;
        try {
            built = new IndexBuild(next, metrics, clock, stop, this::keepUp).run();
        } finally {
            if (built == null) {
                rebuild = true;
                next.close();
                generations.remove(next);
            }
        }
        if (built != null) {
            use(built);
            builds.incrementAndGet();
            LOG.infof(
                    "The index is built; documents=%d seq=%d",
                    built.snapshot().documents(), built.read().seq());
        }
    }

    /** Follows the ledger with the index that a new one is built beside. */
    private void keepUp() {
        LedgerIndex present = used;
        if (present != null) {
            try {
                readOn(present);
            } catch (IndexFailure e) {
                LOG.warnf("%s; a new index is built already", e.getMessage());
                drop(e);
            }
        }
    }

    /** Reads on in the ledger, and shows the new state; true: there may be more. */
    private boolean readOn(LedgerIndex followed) throws IndexFailure {
        if (followed.isLost()) {
            close();
            rebuild = true;
            return true;
        }
        int changes = followed.follow();
        boolean more = changes == ChangesRead.BATCH || followed.readTagged();
        more |= followed.readExpired();
        boolean purged = purging.follow(followed);
        publish(followed);
        if (purged) {
            followed.commit();
        } else {
            followed.commitIfDue(commitEvery);
        }
        return more;
    }
}
