package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes with one index on OpenSearch: the one that moves it on is killed while articles are published. */
@EnabledIfEnvironmentVariable(named = "GAZETTE_SEARCH_OPENSEARCH_URL", matches = ".+")
class SharedIndexIT {

    private static final int ARTICLES = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    private static Postgresql database;
    private static Node first;
    private static Node second;

    @BeforeAll
    static void start() throws Exception {
        database = new Postgresql();
        first = NODES.start(1, database, "-Dgazette.search=opensearch").get(0);
        await().atMost(PATIENCE)
                .until(() -> Editor.anybody(first).get("/v1/search?q=harbour").status() == 200);
        second = NODES.start(1, database, "-Dgazette.search=opensearch").get(0);
    }

    @AfterAll
    static void stop() throws IOException {
        NODES.killAll();
        database.close();
    }

    @Test
    void otherNodeTakesTheIndexOverWithinTenSecondsWithoutAGap() throws IOException {
        publish(Editor.at(first), 0, ARTICLES);
        first.kill();
        long died = System.nanoTime();
        publish(Editor.at(second), ARTICLES, ARTICLES + 1);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> found() == ARTICLES + 1);
        Duration taken = Duration.ofNanos(System.nanoTime() - died);
        System.out.println("Index taken over after " + taken.toMillis() + " ms");
        assertThat(taken).isLessThan(Duration.ofSeconds(10));

        publish(Editor.at(second), ARTICLES + 1, 2 * ARTICLES);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> found() == 2 * ARTICLES);
    }

    private static int found() throws IOException {
        return Integer.parseInt(Editor.anybody(second)
                .get("/v1/search?q=quagga&count=exact&fields=slug")
                .text("total"));
    }

    private static void publish(Editor editor, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            String slug = "quagga-" + i;
            assertThat(editor.post(
                                    "/v1/desk/articles",
                                    Map.of("slug", slug, "type", "news", "language", "en", "title", "Quagga " + i))
                            .status())
                    .isEqualTo(201);
            assertThat(editor.put("/v1/desk/articles/" + slug + "/publication", "*", Map.of())
                            .status())
                    .isEqualTo(201);
        }
    }
}
