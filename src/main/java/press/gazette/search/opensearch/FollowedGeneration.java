package press.gazette.search.opensearch;

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

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import press.gazette.change.LedgerPosition;
import press.gazette.search.engine.SearchMetrics;
import press.gazette.search.opensearch.cluster.ClusterFailure;
import press.gazette.search.source.ArticleRows;
import press.gazette.search.source.ChangesRead;
import press.gazette.search.source.IndexBookmark;
import press.gazette.search.source.IndexBookmark.DatedArticle;
import press.gazette.search.source.IndexBookmark.PendingTag;
import press.gazette.time.Work;

/** An index on OpenSearch that this node moves on in the ledger. Each step ends with its place in the index. */
final class FollowedGeneration {

    /** Tags whose articles wait; the place in the index names each of them. */
    private static final int MOST_TAGS = 1_000;

    private final ClusterGeneration generation;
    private final UUID database;
    private final SearchMetrics metrics;
    private final Clock clock;
    private final Map<UUID, PendingTag> tags;
    private final ClusterPurge files;

    private LedgerPosition read;
    private long purge;

    /** True while the index has changes that searches do not see yet, since a step has failed. */
    private boolean isUnshown;

    /** The next expiry; null: no article expires. In the past: it has to be read. */
    private @Nullable Instant nextExpiry = Instant.EPOCH;

    FollowedGeneration(ClusterGeneration generation, IndexBookmark bookmark, SearchMetrics metrics, Clock clock) {
        this.generation = generation;
        this.database = bookmark.database();
        this.metrics = metrics;
        this.clock = clock;
        this.tags = new LinkedHashMap<>(bookmark.tags());
        this.read = bookmark.position();
        this.purge = bookmark.purge();
        this.files = generation.files();
    }

    ClusterGeneration generation() {
        return generation;
    }

    IndexBookmark bookmark() {
        return new IndexBookmark(database, IndexDefinition.MAPPING, read, tags, purge);
    }

    /** Applies the next changes; true: there may be more. */
    boolean follow() throws ClusterFailure {
        if (isUnshown) {
            show();
        }
        if (hasTooManyTags()) {
            return false;
        }
        ChangesRead changes = ChangesRead.after(read.seq(), clock);
        if (changes.changes() == 0) {
            return false;
        }
        write(changes.rows(), changes.gone(), changes.position().seq());
        for (UUID tag : tagged(changes.tags())) {
            PendingTag pending = tags.get(tag);
            tags.put(tag, new PendingTag(DatedArticle.BEFORE_ALL, pending == null ? read : pending.before()));
        }
        read = changes.position();
        isUnshown = true;
        if (changes.legal()) {
            purge = read.seq();
        }
        show();
        return changes.changes() == ChangesRead.BATCH;
    }

    private void show() throws ClusterFailure {
        isUnshown = true;
        generation.show(bookmark());
        isUnshown = false;
        nextExpiry = Instant.EPOCH;
    }

    private void write(ArticleRows.Selection rows, Set<UUID> gone, long version) throws ClusterFailure {
        metrics.skipped(rows.bad() + generation.write(rows.articles(), gone, version));
    }

    /** True if so many tags wait that the index is better built anew. Until fewer wait, it reads no further changes. */
    boolean hasTooManyTags() {
        return tags.size() > MOST_TAGS;
    }

    private static Set<UUID> tagged(Set<UUID> changed) {
        return changed.isEmpty()
                ? changed
                : QuarkusTransaction.requiringNew().call(() -> ArticleRows.withArticles(changed));
    }

    /** Indexes the next articles of tags whose names may have changed; true: there are more. A long tag is left to the next steps. */
    boolean readTagged() throws ClusterFailure {
        if (tags.isEmpty()) {
            return false;
        }
        Map<UUID, List<DatedArticle>> next = new LinkedHashMap<>();
        Set<UUID> articles = new HashSet<>();
        int left = ChangesRead.BATCH;
        for (Map.Entry<UUID, PendingTag> each : tags.entrySet()) {
            if (left > 0) {
                List<DatedArticle> found = tagged(each.getKey(), each.getValue(), left);
                found.forEach(article -> articles.add(article.id()));
                // As many as were asked for: there may be more.
                next.put(each.getKey(), found.size() == left ? found : List.of());
                left -= found.size();
            }
        }
        readAgain(articles, clock.instant());
        isUnshown = true;
        next.forEach(this::moveOn);
        show();
        return !tags.isEmpty();
    }

    private static List<DatedArticle> tagged(UUID tag, PendingTag pending, int most) {
        return QuarkusTransaction.requiringNew().call(() -> ArticleRows.tagged(tag, pending.last(), most));
    }

    /** A tag with further articles comes behind the others. */
    private void moveOn(UUID tag, List<DatedArticle> read) {
        PendingTag pending = Objects.requireNonNull(tags.remove(tag));
        if (!read.isEmpty()) {
            tags.put(tag, new PendingTag(read.get(read.size() - 1), pending.before()));
        }
    }

    /** Indexes articles again whose expiry has come: the ledger does not tell if it was moved before. True: there may be more. */
    boolean readExpired() throws ClusterFailure {
        Instant now = clock.instant();
        if (nextExpiry == null || nextExpiry.isAfter(now)) {
            return false;
        }
        ClusterGeneration.Expired expired = generation.expired(now);
        if (!expired.articles().isEmpty()) {
            readAgain(expired.articles(), now);
            show();
            return expired.isFull();
        }
        nextExpiry = expired.next();
        return false;
    }

    /** Writes those of these articles that are public, and removes the others. */
    private void readAgain(Collection<UUID> articles, Instant now) throws ClusterFailure {
        ArticleRows.Selection rows = QuarkusTransaction.requiringNew().call(() -> ArticleRows.of(articles, now));
        Set<UUID> gone = new HashSet<>(articles);
        gone.removeAll(rows.ids());
        write(rows, gone, read.seq());
    }

    /** Takes the words of legal withdrawals out of the files. Until that has ended, the place in the index says so. */
    void purge() throws ClusterFailure {
        if (purge > 0 && files.isDone(purge)) {
            purge = 0;
            show();
        }
    }

    /** The time until the first expiry. */
    Duration rest() {
        Instant next = nextExpiry;
        Instant now = clock.instant();
        if (next == null || next.isAfter(now.plus(Work.UNTIL_WOKEN))) {
            return Work.UNTIL_WOKEN;
        }
        return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
    }
}
