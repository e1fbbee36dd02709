package press.gazette.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static press.gazette.search.index.SmallIndexFiles.DATABASE;
import static press.gazette.search.index.SmallIndexFiles.MEMORY;
import static press.gazette.search.index.SmallIndexFiles.NOW;
import static press.gazette.search.index.SmallIndexFiles.articles;
import static press.gazette.search.index.SmallIndexFiles.bookmark;
import static press.gazette.search.index.SmallIndexFiles.built;
import static press.gazette.search.index.SmallIndexFiles.expiring;
import static press.gazette.search.index.SmallIndexFiles.hits;
import static press.gazette.search.index.SmallIndexFiles.snapshot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import press.gazette.change.LedgerPosition;
import press.gazette.search.index.document.ArticleDocument;
import press.gazette.search.index.retrieval.Snapshot;
import press.gazette.search.source.IndexBookmark;
import press.gazette.search.source.IndexedArticle;

/** Files of the index: what a crash leaves, and what is not used any more. */
class GenerationsTest {

    @TempDir
    private Path folder;

    private Generations generations() {
        return new Generations(folder, MEMORY);
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
        built(folder);
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
                ArticleDocument.MAPPING,
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
    void indexInUseIsLeftAloneByAnother() throws Exception {
        built(folder);
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
        String name = built(folder);
        Files.writeString(folder.resolve(name).resolve("notes.txt"), "x");
        Generation own = generations().next();
        generations().removeOthers(own);
        assertThat(foreign.resolve("segments_1")).exists();
        assertThat(folder.resolve(name).toFile().list()).contains("notes.txt").doesNotContain("segments_2");
        own.close();
    }
}
