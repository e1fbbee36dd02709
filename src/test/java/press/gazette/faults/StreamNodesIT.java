package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Streams behind nginx go on at the other node when one is stopped or killed: their readers miss nothing and get nothing twice. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StreamNodesIT {

    /** nginx gives them to the nodes in turn. */
    private static final int READERS = 6;

    private static final int SOME = 5;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    private static Postgresql database;
    private static Nginx nginx;
    private static int number;

    private final List<StreamFollower> readers = new ArrayList<>();
    private final List<String> published = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        Tool.require("nginx");
        database = new Postgresql();
        List<Node> nodes = NODES.start(2, database);
        Editor.at(nodes.get(0)).coinTags();
        nginx = new Nginx(nodes);
    }

    @AfterAll
    static void stop() throws IOException {
        NODES.killAll();
        if (nginx != null) {
            nginx.close();
            database.close();
        }
    }

    @BeforeEach
    void open() {
        for (int i = 0; i < READERS; i++) {
            readers.add(new StreamFollower(nginx));
        }
    }

    @AfterEach
    void close() {
        readers.forEach(StreamFollower::close);
    }

    @Test
    @Order(1)
    void readersOfANodeThatStopsAreToldAndGoOnAtAnother() throws Exception {
        Node stopped = NODES.alive().get(0);
        Node other = NODES.alive().get(1);
        publish(stopped, SOME);
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(stopped::stop);
        while (!status.isDone()) {
            publish(other, 1);
        }
        publish(other, SOME);
        assertNothingIsMissed();
        assertThat(status.join()).as("exit status").isIn(0, 143);
        assertThat(stopped.errors()).isEmpty();
        assertThat(farewells()).isNotEmpty().containsOnly("shutdown");
        assertThat(readers).anyMatch(reader -> reader.streams() > 1).anyMatch(reader -> reader.streams() == 1);
        NODES.start(1, database, stopped.place());
        // As an operator, who goes on once nginx uses the new node: it does when one request has ended well, and
        // streams do not end.
        await().pollDelay(Nginx.FORGIVING).until(() -> true);
        for (int i = 0; i < READERS; i++) {
            assertThat(Editor.anybody(nginx).get("/v1/articles").status()).isEqualTo(200);
        }
    }

    @Test
    @Order(2)
    void readersOfAKilledNodeGoOnAtAnother() throws Exception {
        Node killed = NODES.alive().get(0);
        Node other = NODES.alive().get(1);
        publish(killed, SOME);
        killed.kill();
        publish(other, SOME);
        await().atMost(PATIENCE).until(() -> readers.stream().anyMatch(reader -> reader.streams() > 1));
        publish(other, SOME);
        assertNothingIsMissed();
        assertThat(farewells()).isEmpty();
    }

    private void assertNothingIsMissed() {
        for (StreamFollower reader : readers) {
            await().atMost(PATIENCE).until(() -> reader.changes().containsAll(published));
            assertThat(reader.changes()).containsExactlyElementsOf(published);
            assertThat(reader.statuses())
                    .as("a browser does not repeat a stream that is rejected")
                    .containsExactly(200);
        }
    }

    private List<String> farewells() {
        return readers.stream().flatMap(reader -> reader.farewells().stream()).toList();
    }

    private void publish(Node node, int articles) throws IOException {
        Editor editor = Editor.at(node);
        for (int i = 0; i < articles; i++) {
            Map<String, Object> draft = Map.of(
                    "type",
                    "news",
                    "language",
                    "en",
                    "title",
                    "Harbour stream " + number++,
                    "tags",
                    ArticleScript.TAGS);
            Reply written = editor.post("/v1/desk/articles", draft);
            String id = written.text("id");
            assertThat(editor.put("/v1/desk/articles/" + id + "/publication", written.etag(), Map.of())
                            .status())
                    .isEqualTo(201);
            published.add(id);
        }
    }
}
