package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The index of a node that is killed while editors publish, and of one whose files are damaged meanwhile: searches find
 * every acknowledged article again. {@code -Dfaults.rounds=20} kills it twenty times.
 */
class KilledIndexIT {

    private static final int ROUNDS = Integer.getInteger("faults.rounds", 3);

    /** The number of articles published in a round before the kill, which comes at a different moment in each round. */
    private static final int ENOUGH = 15;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String BUILT = "Building an index; searches wait for it";

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    private final AtomicInteger published = new AtomicInteger();
    private EmbeddedFile database;
    private Path folder;

    @BeforeEach
    void make() throws IOException {
        database = new EmbeddedFile();
        folder = Files.createTempDirectory("gazette-index");
    }

    @AfterEach
    void remove() throws IOException {
        NODES.killAll();
        database.close();
        EmbeddedFile.remove(folder);
    }

    private Node start() {
        return NODES.start(1, database, "-Dgazette.search.folder=" + folder).get(0);
    }

    @Test
    void killedNodeGoesOnWithItsIndex() throws Exception {
        Node node = start();
        for (int round = 0; round < ROUNDS; round++) {
            publish(node, ENOUGH + round);
            node.kill();
            node = start();
            assertEverythingIsFound(node);
            assertThat(node.lines(BUILT)).as("a build of the index").isEmpty();
        }
        publish(node, 1);
        node.kill();
        EmbeddedFile.remove(folder);
        node = start();
        assertEverythingIsFound(node);
        assertThat(node.lines(BUILT)).hasSize(1);

        publish(node, 1);
        node.stop();
        damageEachFile();
        node = start();
        assertEverythingIsFound(node);
        assertThat(node.lines("is built anew")).isNotEmpty();

        node.stop();
        EmbeddedFile.remove(folder);
        Files.writeString(folder, "a file in the place of the folder");
        node = start();
        Reply rejected = Editor.anybody(node).get("/v1/search?q=quagga");
        assertThat(rejected.status()).isEqualTo(503);
        assertThat(rejected.text("code")).isEqualTo("search-not-ready");
        assertThat(Editor.anybody(node).get("/v1/articles").status()).isEqualTo(200);
        Files.delete(folder);
        assertEverythingIsFound(node);
    }

    @Test
    void indexOfAnotherDatabaseIsNotUsed() throws Exception {
        Node node = start();
        publish(node, 3);
        assertEverythingIsFound(node);
        node.stop();
        try (EmbeddedFile other = new EmbeddedFile()) {
            Node stranger =
                    NODES.start(1, other, "-Dgazette.search.folder=" + folder).get(0);
            await().atMost(PATIENCE).until(() -> total(stranger) == 0);
            assertThat(stranger.lines(BUILT)).hasSize(1);
            stranger.kill();
        }
    }

    private void publish(Node node, int number) throws IOException {
        Editor editor = Editor.at(node);
        for (int i = 0; i < number; i++) {
            String slug = "quagga-" + published.get();
            Map<String, Object> draft =
                    Map.of("slug", slug, "type", "news", "language", "en", "title", "The quagga " + published.get());
            Reply written = editor.post("/v1/desk/articles", draft);
            assertThat(written.status()).as(written.content()).isEqualTo(201);
            assertThat(editor.put("/v1/desk/articles/" + slug + "/publication", "*", Map.of())
                            .status())
                    .isEqualTo(201);
            published.incrementAndGet();
        }
    }

    private void assertEverythingIsFound(Node node) {
        await().atMost(PATIENCE).until(() -> total(node) == published.get());
    }

    /** The number of articles found; -1 without an index. */
    private static long total(Node node) throws IOException {
        Reply reply = Editor.anybody(node).get("/v1/search?q=quagga&typos=none&count=exact&fields=slug");
        return reply.status() == 200 ? Long.parseLong(reply.text("total")) : -1;
    }

    private void damageEachFile() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("write.lock"))
                    .toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 0x40;
            Files.write(file, bytes);
        }
    }
}
