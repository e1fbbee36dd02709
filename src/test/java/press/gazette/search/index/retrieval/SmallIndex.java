package press.gazette.search.index.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;

import press.gazette.change.LedgerPosition;
import press.gazette.search.index.document.ArticleDocument;
import press.gazette.search.query.Facet;
import press.gazette.search.query.Hit;
import press.gazette.search.query.HitFilter;
import press.gazette.search.query.IndexQuery;
import press.gazette.search.query.Match;
import press.gazette.search.query.Proposal;
import press.gazette.search.query.Question;
import press.gazette.search.query.SearchOrder;

/** An index in memory, filled article by article, for tests without a server. */
final class SmallIndex implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final IndexWriter writer;
    private final Retrieval retrieval = new Retrieval(List.of(), Duration.ofDays(90));
    private Snapshot snapshot;

    SmallIndex() {
        try {
            // Without merges each refresh leaves a segment, and removed documents stay in the files.
            writer = new IndexWriter(
                    new ByteBuffersDirectory(),
                    ArticleDocument.writing(16 << 20).setMergePolicy(NoMergePolicy.INSTANCE));
            snapshot = new Snapshot(DirectoryReader.open(writer), new LedgerPosition(0, NOW), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SmallIndex put(Story... stories) {
        try {
            for (Story story : stories) {
                writer.updateDocument(ArticleDocument.idOf(story.id()), ArticleDocument.of(story.article()));
            }
            return refresh();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SmallIndex remove(Story... stories) {
        try {
            for (Story story : stories) {
                writer.deleteDocuments(ArticleDocument.idOf(story.id()));
            }
            return refresh();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SmallIndex merge() {
        try {
            writer.getConfig().setMergePolicy(new org.apache.lucene.index.TieredMergePolicy());
            writer.forceMerge(1);
            return refresh();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SmallIndex refresh() throws IOException {
        DirectoryReader newer = DirectoryReader.openIfChanged(snapshot.reader(), writer);
        if (newer != null) {
            snapshot =
                    new Snapshot(newer, new LedgerPosition(snapshot.position().seq() + 1, NOW), snapshot);
        }
        return this;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    Proposal ask(IndexQuery query) {
        try {
            return retrieval.propose(snapshot, query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Proposal ask(String q) {
        return ask(query(q));
    }

    /** The ids of the hits, the best first. */
    List<UUID> ids(String q) {
        return ask(q).hits().stream().map(Hit::id).toList();
    }

    static IndexQuery query(String q) {
        return query(q, HitFilter.ALL);
    }

    static IndexQuery query(String q, HitFilter filter) {
        return query(q, filter, SearchOrder.RELEVANCE, Match.WORDS, true);
    }

    static IndexQuery query(String q, HitFilter filter, SearchOrder order, Match match, boolean typos) {
        return new IndexQuery(
                Question.parse(q),
                match,
                typos,
                filter,
                order,
                NOW,
                null,
                100,
                EnumSet.allOf(Facet.class),
                true,
                typos,
                // Far away: a slow machine must not fail.
                System.nanoTime() + Duration.ofHours(1).toNanos());
    }

    static IndexQuery after(IndexQuery query, Hit last, int limit) {
        return new IndexQuery(
                query.question(),
                query.match(),
                query.typos(),
                query.filter(),
                query.order(),
                query.now(),
                last,
                limit,
                Set.of(),
                false,
                false,
                query.deadline());
    }

    @Override
    public void close() throws IOException {
        snapshot.release();
        writer.rollback();
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
