package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/**
 * Two nodes send many changes to many webhooks; one of the nodes is killed. {@code -Dwebhooks.endpoints=1000
 * -Dwebhooks.changes=100} sends 100,000 requests.
 */
class WebhookNodesIT {

    private static final int ENDPOINTS = Integer.getInteger("webhooks.endpoints", 40);
    private static final int CHANGES = Integer.getInteger("webhooks.changes", 20);
    private static final int ALL = ENDPOINTS * CHANGES;

    /** A batch of each webhook may have been under way, and is sent again. */
    private static final int MOST_REPEATED = 8 * ENDPOINTS;

    /** The lease of the killed node ends after the deadline of a request and half a minute; a thousand webhooks take minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(2).plusMillis(20L * ALL);

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    private static Postgresql database;
    private static List<Node> nodes;

    @BeforeAll
    static void start() throws IOException {
        database = new Postgresql();
        nodes = NODES.start(
                2,
                database,
                "-Dgazette.webhook-allowed-hosts=127.0.0.1",
                "-Dgazette.webhook-deadline=2S",
                // One hangs.
                "-Dgazette.webhooks-max=" + (ENDPOINTS + 1));
        Editor.at(nodes.get(0)).coinTags();
    }

    @AfterAll
    static void stop() throws IOException {
        NODES.killAll();
        database.close();
    }

    @Test
    void everyChangeArrivesAtEachWebhookThoughANodeIsKilled() throws IOException {
        try (TestReceiver receiver = new TestReceiver(TestReceiver.ACCEPTS);
                TestReceiver hangs = new TestReceiver(exchange -> Thread.sleep(60_000))) {
            register(hangs);
            for (int i = 0; i < ENDPOINTS; i++) {
                register(receiver);
            }
            long start = System.nanoTime();
            Set<String> published = new TreeSet<>();
            for (int i = 0; i < CHANGES / 2; i++) {
                published.add(publish(nodes.get(i % 2), i));
            }
            await().atMost(PATIENCE).until(() -> receiver.received.size() >= ALL / 4);
            nodes.get(0).kill();
            for (int i = CHANGES / 2; i < CHANGES; i++) {
                published.add(publish(nodes.get(1), i));
            }
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> receiver.received.size() >= ALL && count(ids(receiver)) >= ALL);
            System.out.printf(
                    "%d changes for %d webhooks, a node killed: %d requests with %d ids after %d s, at most %s in the other node%n",
                    CHANGES,
                    ENDPOINTS,
                    receiver.received.size(),
                    count(ids(receiver)),
                    Duration.ofNanos(System.nanoTime() - start).toSeconds(),
                    peak(nodes.get(1)));
            assertThat(ids(receiver).keySet()).isEqualTo(published);
            assertThat(ids(receiver).values()).allSatisfy(ids -> assertThat(ids).hasSize(ENDPOINTS));
            assertThat(receiver.received).hasSizeLessThanOrEqualTo(ALL + MOST_REPEATED);
            assertThat(ids(hangs)).isNotEmpty();
        }
    }

    private static void register(TestReceiver receiver) throws IOException {
        Map<String, Object> draft = Map.of("url", receiver.url(), "types", List.of("article"));
        assertThat(Editor.at(nodes.get(0)).post("/v1/desk/webhooks", draft).status())
                .isEqualTo(201);
    }

    /** The most memory that the process has had. */
    private static String peak(Node node) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(node.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.substring("VmHWM:".length()).strip())
                .findFirst()
                .orElse("?");
    }

    private static int count(Map<String, Set<String>> ids) {
        return ids.values().stream().mapToInt(Set::size).sum();
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

    /** The values of webhook-id by article: each is that of one webhook. */
    private static Map<String, Set<String>> ids(TestReceiver receiver) {
        Map<String, Set<String>> ids = new TreeMap<>();
        for (TestReceiver.Received request : receiver.received) {
            String article = request.json().getJsonObject("data").getString("id");
            ids.computeIfAbsent(article, key -> new TreeSet<>()).add(request.id());
        }
        return ids;
    }
}
