package press.gazette.search.index;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Ledger;
import press.gazette.change.LedgerPosition;
import press.gazette.search.index.retrieval.Snapshot;
import press.gazette.time.Backoff;
import press.gazette.time.Work;

/**
 * Keeps the index of this node: opens or builds it, and follows the ledger. Its place is in the index itself, so each node has its
 * own. One thread runs its rounds. A fault of the files ends in a new index beside them; a fault of the database is retried.
 */
final class Indexer {

    private static final Logger LOG = Logger.getLogger(Indexer.class);

    private static final int COMMIT_AFTER = 1_000;

    /** A new index is used once it is so close to the end of the ledger. */
    private static final int CLOSE = 100;

    /** All files are read: searches that fail by themselves must not make that a load. */
    private static final Duration EXAMINED_EVERY = Duration.ofSeconds(30);

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(30));

    private final LuceneIndex index;
    private final Generations generations;
    private final SearchMetrics metrics;
    private final Duration commitEvery;
    private final Clock clock;

    private @Nullable Generation generation;
    private Map<UUID, Bookmark.DatedArticle> tags = new LinkedHashMap<>();
    private long uncommitted;
    private long uncommittedSince;
    private long examinedAt = System.nanoTime() - EXAMINED_EVERY.toNanos();
    private int failures;
    private volatile boolean rebuild;
    private final AtomicInteger builds = new AtomicInteger();
    private volatile boolean stopping;
    private volatile boolean mustForget;

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
        stopping = true;
    }

    /** Closes the index without a commit: the next process reads on from the last one. */
    void close() {
        index.replace(null);
        if (generation != null) {
            generation.close();
            generation = null;
        }
    }

    /** True once after a legal withdrawal is in the index, whose files still have the words. */
    boolean mustForget() {
        boolean must = mustForget;
        mustForget = false;
        return must;
    }

    @Nullable
    Generation generation() {
        return generation;
    }

    /** One round: whatever there is to do. Returns the time until the next one. */
    Duration round() {
        if (stopping) {
            return Work.UNTIL_WOKEN;
        }
        try {
            Duration rest = work();
            if (failures > 0 && generation != null) {
                failures = 0;
                LOG.info("The index can be used again");
            }
            return rest;
        } catch (IndexFailure e) {
            failed(e);
            return BACKOFF.after(failures);
        }
    }

    private Duration work() throws IndexFailure {
        examine();
        if (generation == null && !open()) {
            rebuild = true;
        }
        if (rebuild) {
            build();
        }
        Generation used = generation;
        if (used == null || stopping) {
            return Work.UNTIL_WOKEN;
        }
        boolean more = follow(used, index.current());
        boolean moreOfTags = !more && indexTagged(used);
        if (uncommitted > 0
                && (uncommitted >= COMMIT_AFTER
                        || commitDue().isNegative()
                        || commitDue().isZero())) {
            commit(used);
        }
        if (more || moreOfTags || rebuild) {
            return Duration.ZERO;
        }
        return uncommitted == 0 ? Work.UNTIL_WOKEN : commitDue();
    }

    private Duration commitDue() {
        return commitEvery.minusNanos(System.nanoTime() - uncommittedSince);
    }

    /** The writer is closed, and the present state served on, unless it cannot be read. */
    private void failed(IndexFailure failure) {
        failures++;
        if (failures == 1) {
            LOG.warn(failure.getMessage() + "; it is retried", failure);
        }
        drop();
    }

    private void drop() {
        if (generation != null) {
            generation.close();
            generation = null;
        }
    }

    /** A search has failed: checks all files, and takes a damaged index out of use. */
    private void examine() {
        Snapshot snapshot = index.current();
        long now = System.nanoTime();
        if (snapshot == null || now - examinedAt < EXAMINED_EVERY.toNanos() || !index.wasSuspect()) {
            return;
        }
        examinedAt = now;
        try {
            Generation.check(snapshot);
        } catch (IndexFailure e) {
            LOG.errorf("The index is damaged, and is built anew; cause=%s", e.getMessage());
            index.replace(null);
            drop();
        }
    }

    /** Opens the newest index on disk; false: none fits. */
    private boolean open() throws IndexFailure {
        UUID own = ChangesRead.database();
        Optional<Generations.Opened> opened =
                generations.newest(bookmark -> bookmark.database().equals(own)
                        && bookmark.mapping().equals(Bookmark.MAPPING)
                        && ChangesRead.isInLedger(bookmark.position()));
        if (opened.isEmpty()) {
            return false;
        }
        generation = opened.get().generation();
        tags = new LinkedHashMap<>(opened.get().bookmark().tags());
        uncommitted = 0;
        index.replace(opened.get().snapshot());
        metrics.built(1);
        generations.removeOthers(opened.get().generation());
        LOG.infof(
                "The index is open; documents=%d seq=%d",
                opened.get().snapshot().documents(),
                opened.get().snapshot().position().seq());
        return true;
    }

    /** Builds an index beside the present one, and puts it in its place. */
    private void build() throws IndexFailure {
        rebuild = false;
        Snapshot former = index.current();
        LOG.infof("The index is built; %s", former == null ? "searches wait for it" : "searches use the present one");
        Generation next = generations.next();
        Map<UUID, Bookmark.DatedArticle> formerTags = tags;
        Snapshot snapshot;
        try {
            snapshot = fill(next);
            if (snapshot == null) {
                next.close();
                generations.remove(next);
                tags = formerTags;
                return;
            }
        } catch (IndexFailure | RuntimeException e) {
            rebuild = true;
            tags = formerTags;
            next.close();
            generations.remove(next);
            throw e;
        }
        drop();
        generation = next;
        index.replace(snapshot);
        builds.incrementAndGet();
        metrics.built(1);
        generations.removeOthers(next);
        LOG.infof(
                "The index is built; documents=%d seq=%d",
                snapshot.documents(), snapshot.position().seq());
    }

    /** All public articles, then what has changed meanwhile; null: the process stops. */
    private @Nullable Snapshot fill(Generation next) throws IndexFailure {
        tags = new LinkedHashMap<>();
        LedgerPosition begin =
                QuarkusTransaction.requiringNew().call(() -> Ledger.head().position());
        long all = Math.max(1, QuarkusTransaction.requiringNew().call(() -> ArticleRows.count(clock.instant())));
        long done = 0;
        UUID last = null;
        do {
            UUID after = last;
            ArticleRows.Selection batch = QuarkusTransaction.requiringNew()
                    .call(() -> ArticleRows.after(after, ChangesRead.BATCH, clock.instant()));
            next.write(batch.articles(), Set.of());
            metrics.skipped(batch.bad());
            last = batch.last();
            done += batch.articles().size();
            metrics.built(Math.min(0.99, (double) done / all));
            if (stopping) {
                return null;
            }
        } while (last != null);
        Snapshot snapshot = next.snapshot(begin, null);
        next.commit(bookmark(begin));
        uncommitted = 0;
        while (!stopping) {
            ChangesRead read = ChangesRead.after(snapshot.position().seq(), clock);
            snapshot = written(next, snapshot, read);
            if (read.changes() < CLOSE) {
                return snapshot;
            }
        }
        return null;
    }

    private Bookmark bookmark(LedgerPosition position) {
        return new Bookmark(ChangesRead.database(), Bookmark.MAPPING, position, tags);
    }

    /** Applies the next changes; true: there may be more. */
    private boolean follow(Generation used, @Nullable Snapshot present) throws IndexFailure {
        Snapshot snapshot = present == null ? null : present;
        if (snapshot == null) {
            rebuild = true;
            return true;
        }
        ChangesRead read = ChangesRead.after(snapshot.position().seq(), clock);
        if (read.changes() == 0) {
            long head =
                    QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
            if (head < snapshot.position().seq()) {
                LOG.warnf(
                        "The index is ahead of the ledger, and is built anew; seq=%d head=%d",
                        snapshot.position().seq(), head);
                index.replace(null);
                rebuild = true;
            }
            return rebuild;
        }
        index.replace(written(used, snapshot, read));
        return read.changes() == ChangesRead.BATCH;
    }

    private Snapshot written(Generation used, Snapshot former, ChangesRead read) throws IndexFailure {
        if (read.changes() == 0) {
            return former;
        }
        used.write(read.rows().articles(), read.gone());
        metrics.skipped(read.rows().bad());
        read.tags().forEach(tag -> tags.put(tag, Bookmark.DatedArticle.BEFORE_ALL));
        mustForget |= read.legal();
        changed(read.changes());
        return used.snapshot(read.position(), former);
    }

    private void changed(int changes) {
        if (uncommitted == 0) {
            uncommittedSince = System.nanoTime();
        }
        uncommitted += changes;
    }

    /** Indexes the next articles of a tag whose names may have changed; true: there are more. */
    private boolean indexTagged(Generation used) throws IndexFailure {
        Snapshot snapshot = index.current();
        if (tags.isEmpty() || snapshot == null) {
            return false;
        }
        UUID tag = tags.keySet().iterator().next();
        Bookmark.DatedArticle after = Objects.requireNonNull(tags.get(tag));
        List<Bookmark.DatedArticle> articles =
                QuarkusTransaction.requiringNew().call(() -> ArticleRows.tagged(tag, after, ChangesRead.BATCH));
        Set<UUID> ids = articles.stream().map(Bookmark.DatedArticle::id).collect(Collectors.toSet());
        ArticleRows.Selection rows = QuarkusTransaction.requiringNew().call(() -> ArticleRows.of(ids, clock.instant()));
        ids.removeAll(rows.ids());
        used.write(rows.articles(), ids);
        metrics.skipped(rows.bad());
        if (articles.size() < ChangesRead.BATCH) {
            tags.remove(tag);
        } else {
            tags.put(tag, articles.get(articles.size() - 1));
        }
        changed(Math.max(1, articles.size()));
        index.replace(used.snapshot(snapshot.position(), snapshot));
        return !tags.isEmpty();
    }

    private void commit(Generation used) throws IndexFailure {
        Snapshot snapshot = index.current();
        if (snapshot != null) {
            used.commit(bookmark(snapshot.position()));
            uncommitted = 0;
        }
    }

    /** Commits at once: the files of removed articles go with it. */
    void commitNow() {
        uncommitted = Math.max(uncommitted, COMMIT_AFTER);
    }
}
