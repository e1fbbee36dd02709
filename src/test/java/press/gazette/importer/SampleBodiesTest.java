package press.gazette.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import press.gazette.body.Body;
import press.gazette.body.BodyReading;
import press.gazette.body.block.Block;

/** The sample newsroom shows frontend developers everything that a body can hold. */
class SampleBodiesTest {

    private static final Path ARTICLES = Path.of("src/main/resources/newsroom/articles");

    @Test
    void everyTypeOfBlockIsUsedTwice() throws IOException {
        Map<String, Integer> uses = new TreeMap<>();
        for (Class<?> type : Block.class.getPermittedSubclasses()) {
            uses.put(type.getSimpleName(), 0);
        }
        for (Path article : articles()) {
            for (Block block : read(article).body().blocks()) {
                uses.merge(block.getClass().getSimpleName(), 1, Integer::sum);
            }
        }
        assertThat(uses.entrySet())
                .allSatisfy(
                        each -> assertThat(each.getValue()).as(each.getKey()).isGreaterThanOrEqualTo(2));
    }

    @Test
    void bodiesLoseNothing() throws IOException {
        for (Path article : articles()) {
            assertThat(read(article).losses()).as(article.toString()).isEmpty();
        }
    }

    @Test
    void articlesLinkToOthersByTheirIdsTwice() throws IOException {
        int links = 0;
        for (Path article : articles()) {
            links += Files.readString(article).split("data-article=", -1).length - 1;
        }
        assertThat(links).isGreaterThanOrEqualTo(2);
    }

    private static List<Path> articles() throws IOException {
        try (Stream<Path> files = Files.list(ARTICLES)) {
            return files.sorted().toList();
        }
    }

    private static BodyReading read(Path article) throws IOException {
        String text = Files.readString(article);
        // The loader puts the address of a medium in the place of its name.
        String body = text.substring(text.indexOf("\n---\n", 4) + 5).replaceAll("media:([a-z-]+)", "/$1");
        return Body.readMarkdown(body, null);
    }
}
