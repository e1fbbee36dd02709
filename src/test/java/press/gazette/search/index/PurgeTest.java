package press.gazette.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static press.gazette.search.index.SmallIndexFiles.DATABASE;
import static press.gazette.search.index.SmallIndexFiles.MEMORY;
import static press.gazette.search.index.SmallIndexFiles.NOW;
import static press.gazette.search.index.SmallIndexFiles.article;
import static press.gazette.search.index.SmallIndexFiles.articles;
import static press.gazette.search.index.SmallIndexFiles.bookmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import press.gazette.change.LedgerPosition;
import press.gazette.search.engine.SearchMetrics;
import press.gazette.search.index.document.ArticleDocument;
import press.gazette.search.index.retrieval.Snapshot;
import press.gazette.search.source.IndexBookmark;
import press.gazette.search.source.IndexedArticle;

/** Articles withdrawn for legal reasons: no file of the index keeps a word of them. */
class PurgeTest {

    @TempDir
    private Path folder;

    private Generations generations() {
        return new Generations(folder, MEMORY);
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
                new IndexBookmark(DATABASE, ArticleDocument.MAPPING, new LedgerPosition(21, NOW), Map.of(), 21),
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
        generation.commit(
                new IndexBookmark(DATABASE, ArticleDocument.MAPPING, new LedgerPosition(9, NOW), Map.of(), 7));
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
