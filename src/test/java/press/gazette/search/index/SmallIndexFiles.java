package press.gazette.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import press.gazette.article.draft.ArticleType;
import press.gazette.change.LedgerPosition;
import press.gazette.search.index.document.ArticleDocument;
import press.gazette.search.index.retrieval.Retrieval;
import press.gazette.search.index.retrieval.Snapshot;
import press.gazette.search.query.Facet;
import press.gazette.search.query.HitFilter;
import press.gazette.search.query.IndexQuery;
import press.gazette.search.query.Match;
import press.gazette.search.query.Question;
import press.gazette.search.query.SearchOrder;
import press.gazette.search.source.IndexBookmark;
import press.gazette.search.source.IndexedArticle;

/** Small indexes on disk for tests: articles that all have the word harbour. */
final class SmallIndexFiles {

    static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    static final UUID DATABASE = new UUID(7, 7);
    static final long MEMORY = 16 << 20;

    private SmallIndexFiles() {}

    static IndexedArticle article(int number) {
        return new IndexedArticle(
                new UUID(1, number),
                ArticleType.NEWS,
                "en",
                "Harbour " + number,
                null,
                null,
                "Text number " + number + " of the harbour.",
                List.of("Energy"),
                List.of("Elena Marsh"),
                Set.of(new UUID(2, 1)),
                Set.of(new UUID(2, 2)),
                Set.of(new UUID(2, 3)),
                NOW.minusSeconds(number),
                NOW.minusSeconds(number),
                null);
    }

    static List<IndexedArticle> articles(int from, int to) {
        return IntStream.range(from, to).mapToObj(SmallIndexFiles::article).toList();
    }

    static IndexBookmark bookmark(long seq) {
        return new IndexBookmark(DATABASE, ArticleDocument.MAPPING, new LedgerPosition(seq, NOW), Map.of(), 0);
    }

    static IndexedArticle expiring(int number, Instant at) {
        IndexedArticle any = article(number);
        return new IndexedArticle(
                any.id(),
                any.type(),
                any.language(),
                any.title(),
                any.standfirst(),
                any.byline(),
                any.body(),
                any.names(),
                any.contributors(),
                any.tags(),
                any.sectionIds(),
                any.contributorIds(),
                any.publishedAt(),
                any.renewedAt(),
                at);
    }

    static long hits(Snapshot snapshot) throws IOException {
        return new Retrieval(List.of(), Duration.ofDays(90))
                .propose(
                        snapshot,
                        new IndexQuery(
                                Question.parse("harbour energy \"elena marsh\""),
                                Match.WORDS,
                                true,
                                HitFilter.ALL,
                                SearchOrder.RELEVANCE,
                                NOW,
                                null,
                                10,
                                EnumSet.allOf(Facet.class),
                                true))
                .total();
    }

    /** A complete index of thirty articles in a few segments, some of them removed. */
    static String built(Path folder) throws Exception {
        Generation generation = new Generations(folder, MEMORY).next();
        generation.write(articles(0, 20), Set.of());
        Snapshot first = generation.snapshot(new LedgerPosition(20, NOW), null);
        generation.commit(bookmark(20));
        generation.write(
                articles(20, 40),
                articles(0, 10).stream().map(IndexedArticle::id).toList());
        Snapshot second = generation.snapshot(new LedgerPosition(50, NOW), first);
        generation.commit(bookmark(50));
        first.release();
        second.release();
        generation.close();
        return generation.name();
    }

    static Snapshot snapshot(Generations.Opened opened) throws IndexFailure {
        return opened.generation().snapshot(opened.bookmark().position(), null);
    }
}
