package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes, each with an index of its own: one has followed every edit, the other has built its index from what was left. */
class SearchOnTwoNodesIT {

    private static final int ARTICLES = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final List<String> QUESTIONS = List.of(
            "harbour",
            "budget",
            "harbour+budget",
            "\"the+harbour\"",
            "quagga",
            "quagga+-budget",
            "har*",
            "mayor|quagga",
            "title:harbour",
            "the+of+and",
            "brandt",
            "putin",
            "gas+contract",
            "habour",
            "election+result",
            "averil",
            "strike+ferry+port+council+budget",
            "byline:marsh",
            "opera",
            "school");

    private static final List<String> WAYS = List.of(
            "",
            "&order=newest",
            "&order=oldest&limit=3",
            "&match=any&facets=tags,section,year",
            "&match=all&count=exact",
            "&highlight=true",
            "&tags=world",
            "&type=news&facets=language,type",
            "&from=2020-01-01",
            "&limit=2&fields=slug");

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    private static Postgresql database;
    private static List<String> options;
    private static Node followed;
    private static Node built;

    @BeforeAll
    static void start() throws Exception {
        database = new Postgresql();
        options = database.options();
        followed =
                NODES.start(1, database, with("-Dgazette.sample-newsroom=true")).get(0);
        edit();
        built = NODES.start(database);
        awaitTotal(followed);
        awaitTotal(built);
    }

    @AfterAll
    static void stop() throws IOException {
        NODES.killAll();
        database.close();
    }

    /** The first node's own folder for its index, whatever {@link Postgresql#options} says later. */
    private static String[] with(String... more) {
        return Stream.concat(
                        Arrays.stream(more),
                        options.stream().filter(option -> option.startsWith("-Dgazette.search.folder=")))
                .toArray(String[]::new);
    }

    /** Publishes articles, edits each twice, withdraws every third. */
    private static void edit() throws IOException {
        Editor editor = Editor.at(followed);
        for (int i = 0; i < ARTICLES; i++) {
            String path = "/v1/desk/articles/quagga-" + i;
            Reply reply = editor.post(
                    "/v1/desk/articles",
                    Map.of(
                            "slug",
                            "quagga-" + i,
                            "type",
                            "news",
                            "language",
                            "en",
                            "title",
                            "The quagga of the harbour " + i));
            assertThat(reply.status()).as(reply.content()).isEqualTo(201);
            assertThat(editor.put(path + "/publication", "*", Map.of()).status())
                    .isEqualTo(201);
            for (String title : List.of("A budget for quagga " + i, "The mayor and the quagga " + i)) {
                assertThat(editor.patch(path, "*", Map.of("title", title)).status())
                        .isEqualTo(200);
                assertThat(editor.put(path + "/publication", "*", Map.of()).status())
                        .isEqualTo(200);
            }
            if (i % 3 == 0) {
                assertThat(editor.put(path + "/withdrawal", "*", Map.of("reason", "legal"))
                                .status())
                        .isEqualTo(201);
            }
        }
    }

    private static void awaitTotal(Node node) {
        await().atMost(PATIENCE).until(() -> {
            Reply reply = search(node, "/v1/search?q=quagga&count=exact&fields=slug");
            return reply.status() == 200 && reply.text("total").equals(Integer.toString(ARTICLES - ARTICLES / 3));
        });
    }

    private static Reply search(Node node, String path) throws IOException {
        return Editor.anybody(node).get(path);
    }

    @Test
    void nodesOfDifferentHistoryRespondWithTheSameBytes() throws IOException {
        for (String question : QUESTIONS) {
            for (String way : WAYS) {
                String path = "/v1/search?q=" + question.replace("\"", "%22").replace("|", "%7C") + way;
                Reply one = search(followed, path);
                Reply other = search(built, path);
                assertThat(one.status()).as(path + one.content()).isEqualTo(200);
                assertThat(other.content()).as(path).isEqualTo(one.content());
                assertThat(other.etag()).as(path).isEqualTo(one.etag());
            }
        }
    }

    /** Articles that other tests publish change the scores: both nodes must have read them. */
    @Test
    void cursorOfOneNodeIsReadOnAtTheOther() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<String> slugs = pagesInTurn();
            assertThat(slugs).hasSize(ARTICLES - ARTICLES / 3);
            assertThat(new HashSet<>(slugs)).hasSameSizeAs(slugs);
        });
    }

    private static List<String> pagesInTurn() throws IOException {
        List<String> slugs = new ArrayList<>();
        String next = "/v1/search?q=quagga&limit=7&fields=slug";
        for (int page = 0; next != null; page++) {
            JsonPath read =
                    JsonPath.from(search(page % 2 == 0 ? followed : built, next).content());
            slugs.addAll(read.getList("items.slug"));
            next = read.getString("next");
        }
        return slugs;
    }

    /** Containers may share a folder by mistake: the second leaves the index of the first alone. */
    @Test
    void twoNodesInOneFolderBothRespond() throws Exception {
        Node second = NODES.start(1, database, with()).get(0);
        awaitTotal(second);
        awaitTotal(followed);
        assertThat(second.errors()).isEmpty();
        assertThat(followed.errors()).isEmpty();
        second.kill();
        awaitTotal(followed);
    }

    @Test
    void publishedArticleIsFoundOnTheOtherNode() throws Exception {
        Editor editor = Editor.at(followed);
        List<Long> delays = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String slug = "okapi-" + i;
            Reply written = editor.post(
                    "/v1/desk/articles",
                    Map.of("slug", slug, "type", "news", "language", "en", "title", "The okapi" + i + " of the park"));
            assertThat(written.status()).isEqualTo(201);
            assertThat(editor.put("/v1/desk/articles/" + slug + "/publication", "*", Map.of())
                            .status())
                    .isEqualTo(201);
            long acknowledged = System.nanoTime();
            String path = "/v1/search?typos=none&fields=slug&q=okapi" + i;
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> search(built, path).content().contains(slug));
            delays.add((System.nanoTime() - acknowledged) / 1_000_000);
        }
        delays.sort(null);
        System.out.printf(
                "Found on the other node after: median %d ms, longest %d ms%n", delays.get(20), delays.get(39));
    }

    @Test
    void fullDiskStopsTheIndexAlone() throws Exception {
        String prlimit = Tool.require("prlimit");
        boundFiles(prlimit, "60000");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append(Integer.toHexString(("word" + i).hashCode())).append(i % 50 == 49 ? ".\n\n" : " ");
        }
        Editor editor = Editor.at(followed);
        Reply written = editor.post(
                "/v1/desk/articles",
                Map.of(
                        "slug",
                        "long-okapi",
                        "type",
                        "news",
                        "language",
                        "en",
                        "title",
                        "The aardwolf",
                        "body",
                        Map.of("markdown", text.toString())));
        assertThat(written.status()).as(written.content()).isEqualTo(201);
        assertThat(editor.put("/v1/desk/articles/long-okapi/publication", "*", Map.of())
                        .status())
                .isEqualTo(201);
        await().atMost(PATIENCE).until(() -> built.says("it is retried"));
        assertThat(search(built, "/v1/articles/long-okapi").status()).isEqualTo(200);
        assertThat(search(built, "/v1/search?q=aardwolf").status()).isIn(200, 503);
        boundFiles(prlimit, "unlimited");
        await().atMost(PATIENCE)
                .until(() -> search(built, "/v1/search?q=aardwolf&typos=none")
                        .content()
                        .contains("long-okapi"));
        assertThat(built.lines("\tat ")).as("lines of stack traces").isEmpty();
    }

    private static void boundFiles(String prlimit, String bytes) throws IOException {
        int status = new ProcessBuilder(prlimit, "--pid", Long.toString(built.pid()), "--fsize=" + bytes + ":unlimited")
                .inheritIO()
                .start()
                .onExit()
                .join()
                .exitValue();
        assertThat(status).as("exit status of prlimit").isZero();
    }
}
