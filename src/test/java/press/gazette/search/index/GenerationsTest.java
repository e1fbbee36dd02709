package press.gazette.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import press.gazette.article.draft.ArticleType;
import press.gazette.change.LedgerPosition;
import press.gazette.search.index.document.IndexedArticle;
import press.gazette.search.index.retrieval.Retrieval;
import press.gazette.search.index.retrieval.Snapshot;
import press.gazette.search.query.Facet;
import press.gazette.search.query.HitFilter;
import press.gazette.search.query.IndexQuery;
import press.gazette.search.query.Match;
import press.gazette.search.query.Question;
import press.gazette.search.query.SearchOrder;

/** Files of the index: what a crash leaves, and what is not used any more. */
class GenerationsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final UUID DATABASE = new UUID(7, 7);
    private static final long MEMORY = 16 << 20;

    @TempDir
    private Path folder;

    private static IndexedArticle article(int number) {
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

    private static List<IndexedArticle> articles(int from, int to) {
        return IntStream.range(from, to).mapToObj(GenerationsTest::article).toList();
    }

    private static IndexBookmark bookmark(long seq) {
        return new IndexBookmark(DATABASE, IndexBookmark.MAPPING, new LedgerPosition(seq, NOW), Map.of(), 0);
    }

    private Generations generations() {
        return new Generations(folder, MEMORY);
    }

    private static long hits(Snapshot snapshot) throws IOException {
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
    private String built() throws Exception {
        Generation generation = generations().next();
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

    private static Snapshot snapshot(Generations.Opened opened) throws IndexFailure {
        return opened.generation().snapshot(opened.bookmark().position(), null);
    }

    /** True if the newest index can be opened, and all its files are whole. */
    private boolean isUsable() throws Exception {
        Optional<Generations.Opened> opened = generations().newest(bookmark -> true);
        if (opened.isEmpty()) {
            return false;
        }
        try (Generation generation = opened.get().generation()) {
            Snapshot snapshot = generation.snapshot(opened.get().bookmark().position(), null);
            try (Examination examination = new Examination(snapshot, new HashSet<>())) {
                boolean more = true;
                while (more) {
                    more = examination.next();
                }
            } finally {
                snapshot.release();
            }
            return true;
        } catch (IndexFailure e) {
            return false;
        }
    }

    @Test
    void crashLeavesDocumentsAndPlaceOfOneCommit() throws Exception {
        Generation generation = generations().next();
        generation.write(articles(0, 20), Set.of());
        generation.commit(bookmark(20));
        generation.write(articles(20, 40), Set.of());
        Snapshot unsaved = generation.snapshot(new LedgerPosition(40, NOW), null);
        assertThat(hits(unsaved)).isEqualTo(40);
        unsaved.release();
        generation.close();

        Generations.Opened opened = generations().newest(bookmark -> true).orElseThrow();
        assertThat(opened.bookmark().position().seq()).isEqualTo(20);
        Snapshot saved = snapshot(opened);
        assertThat(hits(saved)).isEqualTo(20);
        saved.release();
        opened.generation().close();
    }

    @Test
    void indexWithoutCommitIsNotUsed() throws Exception {
        Generation generation = generations().next();
        generation.write(articles(0, 20), Set.of());
        generation.close();
        assertThat(generations().newest(bookmark -> true)).isEmpty();
    }

    @Test
    void rejectedBookmarkIsNotUsed() throws Exception {
        built();
        assertThat(generations().newest(bookmark -> !bookmark.database().equals(DATABASE)))
                .isEmpty();
        Optional<Generations.Opened> opened = generations().newest(bookmark -> bookmark.equals(bookmark(50)));
        assertThat(opened).isPresent();
        opened.get().generation().close();
    }

    @Test
    void bookmarkKeepsTagsUnderWay() {
        IndexBookmark bookmark = new IndexBookmark(
                DATABASE,
                IndexBookmark.MAPPING,
                new LedgerPosition(3, NOW),
                Map.of(
                        new UUID(1, 1),
                        new IndexBookmark.PendingTag(IndexBookmark.DatedArticle.BEFORE_ALL, new LedgerPosition(2, NOW)),
                        new UUID(1, 2),
                        new IndexBookmark.PendingTag(
                                new IndexBookmark.DatedArticle(NOW, new UUID(9, 9)), new LedgerPosition(1, NOW))),
                2);
        assertThat(IndexBookmark.of(bookmark.data())).isEqualTo(bookmark);
        assertThat(bookmark.shown()).isEqualTo(new LedgerPosition(1, NOW));
        assertThat(bookmark(3).shown()).isEqualTo(new LedgerPosition(3, NOW));
        assertThat(IndexBookmark.of(Map.of())).isNull();
        assertThat(IndexBookmark.of(Map.of("database", "x"))).isNull();
    }

    @Test
    void oneWrongByteInAnyFileIsNoticed() throws Exception {
        String name = built();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.resolve(name))) {
            files = all.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(3);
        List<Path> unnoticed = new ArrayList<>();
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            for (int place : new int[] {0, whole.length / 2, whole.length - 1}) {
                byte[] damaged = whole.clone();
                damaged[place] ^= 0x40;
                Files.write(file, damaged);
                if (isUsable()) {
                    unnoticed.add(file);
                }
            }
            Files.write(file, whole);
        }
        assertThat(unnoticed).isEmpty();
        Generations.Opened opened = generations().newest(bookmark -> true).orElseThrow();
        Snapshot snapshot = snapshot(opened);
        assertThat(hits(snapshot)).isEqualTo(30);
        snapshot.release();
        opened.generation().close();
    }

    @Test
    void missingFileIsNoticed() throws Exception {
        String name = built();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.resolve(name))) {
            files = all.filter(file -> !file.endsWith("write.lock")).toList();
        }
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            Files.delete(file);
            assertThat(isUsable()).as(file.toString()).isFalse();
            Files.write(file, whole);
        }
    }

    @Test
    void indexInUseIsLeftAloneByAnother() throws Exception {
        built();
        Generations.Opened first = generations().newest(bookmark -> true).orElseThrow();
        assertThat(generations().newest(bookmark -> true)).isEmpty();
        Generation own = generations().next();
        own.write(articles(0, 5), Set.of());
        own.commit(bookmark(5));
        generations().removeOthers(own);
        assertThat(folder.resolve(first.generation().name())).exists();
        Snapshot snapshot = snapshot(first);
        assertThat(hits(snapshot)).isEqualTo(30);
        snapshot.release();
        first.generation().close();
        generations().removeOthers(own);
        assertThat(folder.resolve(first.generation().name())).doesNotExist();
        own.close();
    }

    @Test
    void folderThatCannotBeMadeIsFailureOfIndex() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Generations(file, MEMORY).next())
                .isInstanceOf(IndexFailure.class);
    }

    @Test
    void purgedArticleLeavesNoWordInAnyFile() throws Exception {
        Generation generation = generations().next();
        generation.write(articles(0, 20), Set.of());
        generation.write(List.of(secret()), Set.of());
        generation.commit(bookmark(20));
        generation.write(List.of(), Set.of(secret().id()));
        generation.commit(bookmark(21));
        LedgerIndex index = new LedgerIndex(
                generation,
                new IndexBookmark(DATABASE, IndexBookmark.MAPPING, new LedgerPosition(21, NOW), Map.of(), 21),
                metrics(),
                Clock.systemUTC());
        Snapshot before = index.snapshot();
        assertThat(filesHave("zarquonia", generation.name())).isTrue();
        Purge purge = new Purge(generation, index.purge());
        purge.run();
        assertThat(purge.isDone()).isTrue();
        index.purged(purge.seq());
        index.commit();
        assertThat(index.purge()).isZero();
        assertThat(before.reader().getRefCount()).isZero();
        assertThat(filesHave("zarquonia", generation.name())).isFalse();
        Snapshot last = index.snapshot();
        index.close();
        assertThat(last.reader().getRefCount()).isZero();
    }

    @Test
    void dutyToPurgeOutlivesTheProcess() throws Exception {
        Generation generation = generations().next();
        generation.write(articles(0, 5), Set.of());
        generation.commit(new IndexBookmark(DATABASE, IndexBookmark.MAPPING, new LedgerPosition(9, NOW), Map.of(), 7));
        generation.close();
        Generations.Opened opened = generations().newest(bookmark -> true).orElseThrow();
        LedgerIndex index = new LedgerIndex(opened.generation(), opened.bookmark(), metrics(), Clock.systemUTC());
        assertThat(index.purge()).isEqualTo(7);
        index.purged(6);
        assertThat(index.purge()).as("a later withdrawal is not purged yet").isEqualTo(7);
        index.close();
    }

    private static SearchMetrics metrics() {
        return new SearchMetrics(new SimpleMeterRegistry(), () -> 0);
    }

    @Test
    void articleThatCannotBeIndexedIsLeftOut() throws Exception {
        Generation generation = generations().next();
        assertThat(generation.write(articles(0, 20), Set.of())).isZero();
        List<IndexedArticle> all = new ArrayList<>(articles(18, 25));
        all.set(0, expiring(18, Instant.MAX));
        assertThat(generation.write(all, Set.of())).isEqualTo(1);
        Snapshot snapshot = generation.snapshot(new LedgerPosition(1, NOW), null);
        assertThat(hits(snapshot)).isEqualTo(24);
        snapshot.release();
        generation.close();
    }

    @Test
    void expiriesAreKnown() throws Exception {
        Generation generation = generations().next();
        generation.write(articles(0, 3), Set.of());
        generation.write(
                List.of(
                        expiring(5, NOW),
                        expiring(6, NOW.minusSeconds(9)),
                        expiring(7, NOW.plusSeconds(9)),
                        expiring(8, NOW.plusSeconds(3))),
                Set.of());
        Snapshot snapshot = generation.snapshot(new LedgerPosition(1, NOW), null);
        assertThat(snapshot.expired(NOW, 10)).containsExactly(new UUID(1, 6), new UUID(1, 5));
        assertThat(snapshot.expired(NOW, 1)).containsExactly(new UUID(1, 6));
        assertThat(snapshot.nextExpiry(NOW)).contains(NOW.plusSeconds(3));
        assertThat(snapshot.nextExpiry(NOW.plusSeconds(9))).isEmpty();
        snapshot.release();
        generation.close();
    }

    @Test
    void filesOfOthersStay() throws Exception {
        Path foreign = Files.createDirectories(folder.resolve("index-backup"));
        Files.writeString(foreign.resolve("segments_1"), "x");
        String name = built();
        Files.writeString(folder.resolve(name).resolve("notes.txt"), "x");
        Generation own = generations().next();
        generations().removeOthers(own);
        assertThat(foreign.resolve("segments_1")).exists();
        assertThat(folder.resolve(name).toFile().list()).contains("notes.txt").doesNotContain("segments_2");
        own.close();
    }

    private static IndexedArticle expiring(int number, Instant at) {
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

    private static IndexedArticle secret() {
        IndexedArticle any = article(1_000);
        return new IndexedArticle(
                any.id(),
                any.type(),
                any.language(),
                "zarquonia",
                null,
                null,
                "zarquonia zarquonia",
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                NOW,
                NOW,
                null);
    }

    private boolean filesHave(String word, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }
}
