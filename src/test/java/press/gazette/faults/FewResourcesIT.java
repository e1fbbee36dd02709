package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import press.gazette.media.TestFiles;
import press.gazette.media.TestPictures;
import press.gazette.newsroom.Newsroom;

/**
 * A node with a full disk, few file descriptors, or little memory: it rejects requests properly and recovers by itself.
 */
class FewResourcesIT {

    private static final String HOT = "/v1/articles/" + Newsroom.GAS_CONTRACT;
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SECONDS = 30_000;

    private static final int KIB = 1_024;

    /** The bytes by which the database may still grow. */
    private static final int ROOM = 512 * KIB;

    private static final int LONG_STORY = 100 * KIB;

    /** Nearly the largest content that a small heap can process. */
    private static final int LARGE_STORY = 400 * KIB;

    private static final int LARGEST_STORY = KIB * KIB;

    /** Sentences of a paragraph; the number of paragraphs is limited. */
    private static final int SENTENCES = 8;

    /** A client that is still sending when its connection is closed may not see the 413. */
    private static final int UNANSWERED = 0;

    private static final int ENOUGH = 20;
    private static final int WRITERS = 16;
    private static final int CLIENTS = 300;

    /** The maximum number of connections with 256 file descriptors, as in docs/operations.md. */
    private static final int MOST_OF_256 = 128;

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    private EmbeddedFile database;
    private int number;

    @BeforeEach
    void make() throws IOException {
        database = new EmbeddedFile();
    }

    @AfterEach
    void remove() throws IOException {
        NODES.killAll();
        database.close();
    }

    @Test
    void fullDiskRejectsWritesWhileReadsGoOn() throws Exception {
        String prlimit = Tool.require("prlimit");
        Node node = NODES.start(1, database, "-Dgazette.sample-newsroom=true").get(0);
        Editor editor = Editor.at(node);
        boundFiles(prlimit, node, Long.toString(database.size() + ROOM));
        Set<String> acknowledged = new HashSet<>();
        while (isWritten(editor, acknowledged)) {
            // Until the disk is full.
        }
        await().atMost(PATIENCE).until(() -> editor.get(uncachedListing()).status() == 200);
        for (int i = 0; i < ENOUGH; i++) {
            assertThat(editor.get(uncachedListing()).status()).isEqualTo(200);
            assertThat(isWritten(editor, acknowledged)).isFalse();
        }
        Reply ready = Editor.anybody(node.management()).get("/q/health/ready");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.content()).contains("failingSince");
        boundFiles(prlimit, node, "unlimited");
        await().atMost(PATIENCE).until(() -> isWritten(editor, acknowledged));
        assertThat(Editor.anybody(node.management()).get("/q/health/ready").content())
                .doesNotContain("failingSince");
        assertThat(node.lines("The database cannot write")).hasSize(1);
        assertThat(node.lines("The database can write again")).hasSize(1);
        assertThat(node.errors()).isEmpty();
        assertThat(node.lines("\tat ")).as("lines of stack traces").isEmpty();
        node.kill();
        try (DatabaseAudit books = database.afterCrash()) {
            books.assertLedgerIsSound();
            assertThat(books.list("select slug from article", row -> row.getString(1)))
                    .containsAll(acknowledged);
        }
    }

    private static void boundFiles(String prlimit, Node node, String bytes) throws IOException {
        int status = new ProcessBuilder(prlimit, "--pid", Long.toString(node.pid()), "--fsize=" + bytes + ":unlimited")
                .inheritIO()
                .start()
                .onExit()
                .join()
                .exitValue();
        assertThat(status).as("exit status of prlimit").isZero();
    }

    /** True if a long article was accepted; otherwise asserts that it was rejected properly. */
    private boolean isWritten(Editor editor, Set<String> acknowledged) throws IOException {
        String slug = "long-story-" + ++number;
        Reply reply = editor.post("/v1/desk/articles", story(slug, LONG_STORY));
        if (reply.status() == 201) {
            return acknowledged.add(slug);
        }
        assertIsRefused(reply);
        return false;
    }

    private static void assertIsRefused(Reply reply) {
        assertThat(reply.status()).as(reply.content()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isNotEmpty();
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.text("code")).isEqualTo("unavailable");
    }

    /** A listing that has not been requested before, different each time. */
    private String uncachedListing() {
        return "/v1/articles?to=" + FAR.plusSeconds(++number);
    }

    /** Random text, which does not compress. */
    private static Map<String, Object> story(String slug, int length) {
        StringBuilder text = new StringBuilder(length + KIB);
        for (int i = 0; text.length() < length; i++) {
            String word = Integer.toHexString((slug + i).hashCode());
            text.append("<p>")
                    .append((word + " is <b>said</b> of the harbour and its council. ").repeat(SENTENCES))
                    .append("</p>");
        }
        return Map.of(
                "slug", slug, "type", "news", "language", "en", "title", slug, "body", Map.of("html", text.toString()));
    }

    @Test
    void clientsBeyondTheDescriptorsAreClosedAtOnce() throws Exception {
        Node node = NODES.launch("ulimit -n 256", database, "-Dgazette.sample-newsroom=true")
                .awaitReady();
        assertThat(node.lines("gazette.max-connections=" + MOST_OF_256)).hasSize(1);
        long idle = sockets(node);
        List<Socket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(reader(node));
            }
            int served = 0;
            for (Socket client : clients) {
                served += isServed(client) ? 1 : 0;
            }
            assertThat(served).isGreaterThanOrEqualTo(MOST_OF_256);
            await().atMost(PATIENCE).until(() -> sockets(node) <= idle + MOST_OF_256);
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> Editor.anybody(node).get(HOT).status() == 200);
        // Clients can arrive faster than others are closed.
        assertThat(node.lines("Connections cannot be accepted")).hasSizeLessThan(2);
        assertThat(node.lines("\tat ")).as("lines of stack traces").isEmpty();
        assertThat(node.errors()).isEmpty();
    }

    /** The number of sockets of the node. */
    private static long sockets(Node node) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(node.pid()), "fd"))) {
            return files.filter(FewResourcesIT::isSocket).count();
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            // It has been closed meanwhile.
            return false;
        }
    }

    private static Socket reader(Node node) throws IOException {
        Socket client =
                new Socket(InetAddress.getLoopbackAddress(), node.at("/").getPort());
        client.setSoTimeout(SECONDS);
        try {
            client.getOutputStream()
                    .write(("GET " + HOT + " HTTP/1.1\r\nHost: gazette\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        } catch (SocketException e) {
            // It has been closed already.
        }
        return client;
    }

    /** True if the client gets a response; false if its connection is closed. Fails if it has to wait for either. */
    private static boolean isServed(Socket client) throws IOException {
        try {
            return client.getInputStream().read() == 'H';
        } catch (SocketException e) {
            return false;
        }
    }

    @Test
    void largeContentsWaitForEachOtherInASmallHeap() throws Exception {
        Node node = NODES.start(1, database, "-Dgazette.sample-newsroom=true", "-Xmx128m")
                .get(0);
        assertThat(Files.readString(Path.of("/proc", Long.toString(node.pid()), "cmdline")))
                .contains("-XX:+ExitOnOutOfMemoryError");
        Map<Integer, Long> large = writeAtOnce(node, LARGE_STORY);
        Map<Integer, Long> largest = writeAtOnce(node, LARGEST_STORY);
        System.out.printf("128 MiB of heap: stories of 400 KiB %s, of 1 MiB %s%n", large, largest);
        assertThat(large).containsKey(201);
        assertThat(large.keySet()).isSubsetOf(201, 503);
        assertThat(largest.keySet()).isSubsetOf(413, UNANSWERED);
        assertThat(Editor.anybody(node).get(HOT).status()).isEqualTo(200);
        assertThat(node.isAlive()).isTrue();
        assertThat(node.says("OutOfMemoryError")).isFalse();
        assertThat(node.errors()).isEmpty();
    }

    /** Files go to the disk piece by piece: the heap could not hold all of them. */
    @Test
    void manyUploadsAtOnceFitIntoASmallHeap() throws Exception {
        Node node = NODES.start(1, database, "-Xmx256m").get(0);
        byte[] picture = TestFiles.join(TestPictures.of("jpeg", 2_000, 1_500), new byte[8 * KIB * KIB]);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<Reply>> replies = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            byte[] file = picture.clone();
            file[file.length - 1] = (byte) i;
            replies.add(threads.submit(() -> Editor.at(node).upload("/v1/desk/media", "image/jpeg", file)));
        }
        threads.shutdown();
        for (Future<Reply> reply : replies) {
            assertThat(reply.get().status()).as(reply.get().content()).isEqualTo(201);
        }
        assertThat(node.isAlive()).isTrue();
        assertThat(node.says("OutOfMemoryError")).isFalse();
        assertThat(node.errors()).isEmpty();
    }

    /** The number of responses by status. */
    private Map<Integer, Long> writeAtOnce(Node node, int length) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<Reply>> replies = new ArrayList<>();
        for (int i = 0; i < 2 * WRITERS; i++) {
            Map<String, Object> story = story("large-story-" + ++number, length);
            replies.add(threads.submit(() -> Editor.at(node).post("/v1/desk/articles", story)));
        }
        threads.shutdown();
        Map<Integer, Long> statuses = new TreeMap<>();
        for (Future<Reply> future : replies) {
            try {
                Reply reply = future.get();
                if (reply.status() == 503) {
                    assertIsRefused(reply);
                }
                statuses.merge(reply.status(), 1L, Long::sum);
            } catch (ExecutionException e) {
                statuses.merge(UNANSWERED, 1L, Long::sum);
            }
        }
        return statuses;
    }
}
