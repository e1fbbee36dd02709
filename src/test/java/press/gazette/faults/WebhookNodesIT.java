package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import press.gazette.webhook.TestReceiver;

/** Two nodes send to webhooks; one of them is killed. */
class WebhookNodesIT {

    private static final int ARTICLES = 40;
    private static final int UNTIL_THE_KILL = 20;

    /** A batch that was under way is sent again. */
    private static final int MOST_REPEATED = 8;

    /** The lease of the killed node ends after the deadline of a request and half a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    private static Postgresql database;
    private static List<Node> nodes;

    @BeforeAll
    static void start() throws IOException {
        database = new Postgresql();
        nodes = NODES.start(2, database, "-Dgazette.webhook-allowed-hosts=127.0.0.1", "-Dgazette.webhook-deadline=2S");
        Editor.at(nodes.get(0)).coinTags();
    }

    @AfterAll
    static void stop() throws IOException {
        NODES.killAll();
        database.close();
    }

    @Test
    void everyChangeArrivesWithOneIdThoughANodeIsKilled() throws IOException {
        try (TestReceiver receiver = new TestReceiver(exchange -> {
                    Thread.sleep(20);
                    exchange.sendResponseHeaders(204, -1);
                });
                TestReceiver hangs = new TestReceiver(exchange -> Thread.sleep(60_000))) {
            for (TestReceiver each : List.of(receiver, hangs)) {
                Map<String, Object> draft = Map.of("url", each.url(), "types", List.of("article"));
                assertThat(Editor.at(nodes.get(0))
                                .post("/v1/desk/webhooks", draft)
                                .status())
                        .isEqualTo(201);
            }
            List<String> published = new ArrayList<>();
            for (int i = 0; i < ARTICLES; i++) {
                if (i == UNTIL_THE_KILL) {
                    nodes.get(0).kill();
                }
                published.add(publish(i < UNTIL_THE_KILL ? nodes.get(i % 2) : nodes.get(1), i));
            }
            await().atMost(PATIENCE).until(() -> ids(receiver).keySet().containsAll(published));
            assertThat(ids(receiver).values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
            assertThat(receiver.received).hasSizeLessThanOrEqualTo(ARTICLES + MOST_REPEATED);
            assertThat(ids(hangs)).isNotEmpty();
        }
    }

    /** Publishes an article and returns its id. */
    private static String publish(Node node, int number) throws IOException {
        Editor editor = Editor.at(node);
        Map<String, Object> draft =
                Map.of("type", "news", "language", "en", "title", "Harbour news " + number, "tags", ArticleScript.TAGS);
        Reply written = editor.post("/v1/desk/articles", draft);
        String id = written.text("id");
        assertThat(editor.put("/v1/desk/articles/" + id + "/publication", written.etag(), Map.of())
                        .status())
                .isEqualTo(201);
        return id;
    }

    /** The values of webhook-id by article. */
    private static Map<String, Set<String>> ids(TestReceiver receiver) {
        Map<String, Set<String>> ids = new TreeMap<>();
        for (TestReceiver.Received request : receiver.received) {
            String article = request.json().getJsonObject("data").getString("id");
            ids.computeIfAbsent(article, key -> new TreeSet<>()).add(request.id());
        }
        return ids;
    }
}
