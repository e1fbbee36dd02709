package press.gazette.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import press.gazette.change.LedgerPosition;
import press.gazette.search.engine.SearchMetrics;
import press.gazette.search.index.document.ArticleDocument;
import press.gazette.search.index.retrieval.Snapshot;
import press.gazette.search.source.ArticleRows;
import press.gazette.search.source.ChangesRead;
import press.gazette.search.source.IndexBookmark;
import press.gazette.time.Work;

/** An index that follows the ledger: its files, its latest state, and what it still has to read. One thread moves it on. */
final class LedgerIndex implements Closeable {

    private static final Logger LOG = Logger.getLogger(LedgerIndex.class);

    private static final int COMMIT_AFTER = 1_000;

    private final Generation generation;
    private final UUID database;
    private final SearchMetrics metrics;
    private final Clock clock;
    private final Map<UUID, IndexBookmark.PendingTag> tags;

    private LedgerPosition read;
    private Snapshot snapshot;
    private long purge;
    private long uncommitted;
    private long uncommittedSince;

    /** @param bookmark its place */
    LedgerIndex(Generation generation, IndexBookmark bookmark, SearchMetrics metrics, Clock clock) throws IndexFailure {
        this.generation = generation;
        this.database = bookmark.database();
        this.metrics = metrics;
        this.clock = clock;
        this.tags = new LinkedHashMap<>(bookmark.tags());
        this.read = bookmark.position();
        this.purge = bookmark.purge();
        this.snapshot = generation.snapshot(bookmark.shown(), null);
    }

    Generation generation() {
        return generation;
    }

    /** The position behind the last change that has been read; searches may still see an earlier one. */
    LedgerPosition read() {
        return read;
    }

    /** The latest state, which is closed with the next step. A user that needs it longer acquires it. */
    Snapshot snapshot() {
        return snapshot;
    }

    /** The number of the last change whose legally withdrawn words the files may still have; 0: none. */
    long purge() {
        return purge;
    }

    private IndexBookmark bookmark() {
        return new IndexBookmark(database, ArticleDocument.MAPPING, read, tags, purge);
    }

    /** Makes the state that has all that is written. */
    private void move() throws IndexFailure {
        Snapshot former = snapshot;
        snapshot = generation.snapshot(bookmark().shown(), former);
        release(former);
    }

    private static void release(Snapshot snapshot) {
        try {
            snapshot.release();
        } catch (IOException e) {
            LOG.debug("A state of the index could not be closed", e);
        }
    }

    /** Applies the next changes; returns their number, {@link ChangesRead#BATCH} if there may be more. */
    int follow() throws IndexFailure {
        ChangesRead changes = ChangesRead.after(read.seq(), clock);
        if (changes.changes() == 0) {
            return 0;
        }
        write(changes.rows(), changes.gone());
        for (UUID tag : changes.tags()) {
            IndexBookmark.PendingTag pending = tags.get(tag);
            tags.put(
                    tag,
                    new IndexBookmark.PendingTag(
                            IndexBookmark.DatedArticle.BEFORE_ALL, pending == null ? read : pending.before()));
        }
        if (changes.legal()) {
            purge = changes.position().seq();
        }
        read = changes.position();
        changed(changes.changes());
        move();
        return changes.changes();
    }

    /** True if the ledger does not have the last change that was read: the database was replaced by an older copy of itself. */
    boolean isLost() {
        boolean lost = !ChangesRead.isInLedger(read);
        if (lost) {
            LOG.warnf("The ledger is not the one that the index has read, which is built anew; seq=%d", read.seq());
        }
        return lost;
    }

    private void write(ArticleRows.Selection rows, Set<UUID> gone) throws IndexFailure {
        metrics.skipped(rows.bad() + generation.write(rows.articles(), gone));
    }

    /** Indexes the next articles of a tag whose names may have changed; true: there are more. */
    boolean readTagged() throws IndexFailure {
        if (tags.isEmpty()) {
            return false;
        }
        UUID tag = tags.keySet().iterator().next();
        IndexBookmark.PendingTag pending = Objects.requireNonNull(tags.get(tag));
        List<IndexBookmark.DatedArticle> articles = QuarkusTransaction.requiringNew()
                .call(() -> ArticleRows.tagged(tag, pending.last(), ChangesRead.BATCH));
        readAgain(articles.stream().map(IndexBookmark.DatedArticle::id).collect(Collectors.toSet()), clock.instant());
        if (articles.size() < ChangesRead.BATCH) {
            tags.remove(tag);
        } else {
            tags.put(tag, new IndexBookmark.PendingTag(articles.get(articles.size() - 1), pending.before()));
        }
        changed(Math.max(1, articles.size()));
        move();
        return !tags.isEmpty();
    }

    /** Indexes articles again whose expiry has come: the ledger does not tell if it was moved before. True: there may be more. */
    boolean readExpired() throws IndexFailure {
        Instant now = clock.instant();
        List<UUID> expired = expired(now);
        if (expired.isEmpty()) {
            return false;
        }
        readAgain(expired, now);
        changed(expired.size());
        move();
        return expired.size() == ChangesRead.BATCH;
    }

    private List<UUID> expired(Instant now) throws IndexFailure {
        try {
            return snapshot.expired(now, ChangesRead.BATCH);
        } catch (IOException | InternalError e) {
            throw new IndexFailure("Expired articles cannot be read", e);
        }
    }

    /** Writes those of these articles that are public, and removes the others. */
    private void readAgain(Collection<UUID> articles, Instant now) throws IndexFailure {
        ArticleRows.Selection rows = QuarkusTransaction.requiringNew().call(() -> ArticleRows.of(articles, now));
        Set<UUID> gone = new HashSet<>(articles);
        gone.removeAll(rows.ids());
        write(rows, gone);
    }

    /** The time until there is something to do that no change tells of: a commit, or an expiry. */
    Duration rest(Duration commitEvery) throws IndexFailure {
        Duration rest = untilExpiry(clock.instant());
        Duration commit = untilCommit(commitEvery);
        Duration first = uncommitted == 0 || rest.compareTo(commit) < 0 ? rest : commit;
        return first.isNegative() ? Duration.ZERO : first;
    }

    private Duration untilExpiry(Instant now) throws IndexFailure {
        try {
            return snapshot.nextExpiry(now)
                    .filter(next -> next.isBefore(now.plus(Work.UNTIL_WOKEN)))
                    .map(next -> Duration.between(now, next))
                    .orElse(Work.UNTIL_WOKEN);
        } catch (IOException | InternalError e) {
            throw new IndexFailure("Expired articles cannot be read", e);
        }
    }

    /** Saves the changes if they are many, or the first of them is so old. */
    void commitIfDue(Duration every) throws IndexFailure {
        Duration left = untilCommit(every);
        boolean isOld = left.isNegative() || left.isZero();
        if (uncommitted >= COMMIT_AFTER || (uncommitted > 0 && isOld)) {
            commit();
        }
    }

    /** True if all changes are in files. */
    boolean isSaved() {
        return uncommitted == 0;
    }

    void commit() throws IndexFailure {
        generation.commit(bookmark());
        uncommitted = 0;
    }

    /** Leaves the files behind that had removed words; the commit that follows removes them. */
    void purged(long seq) throws IndexFailure {
        if (purge == seq) {
            purge = 0;
        }
        move();
    }

    private void changed(int changes) {
        if (uncommitted == 0) {
            uncommittedSince = System.nanoTime();
        }
        uncommitted += changes;
    }

    private Duration untilCommit(Duration every) {
        return every.minusNanos(System.nanoTime() - uncommittedSince);
    }

    @Override
    public void close() {
        release(snapshot);
        generation.close();
    }
}
