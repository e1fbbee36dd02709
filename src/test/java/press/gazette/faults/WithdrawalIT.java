package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * An article is withdrawn on one of two nodes while both have it cached, queued and in rendering, under many URLs and
 * in feeds: a second after the acknowledgement no response has it, and it never returns.
 */
@Isolated("It measures how long others wait.")
class WithdrawalIT {

    /** The promise. */
    private static final Duration EVERYWHERE = Duration.ofSeconds(1);

    private static final int ENOUGH = 30;

    private static final int LONGEST_FEED = 50;

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    private static Postgresql database;
    private static List<Node> nodes;

    private final String slug = "story-" + Long.toHexString(System.nanoTime());

    @BeforeAll
    static void start() throws IOException {
        database = new Postgresql();
        nodes = NODES.start(2, database);
        Editor.at(nodes.get(0)).coinTags();
    }

    @AfterAll
    static void stop() throws IOException {
        NODES.killAll();
        database.close();
    }

    @RepeatedTest(3)
    void withdrawnArticleIsGoneEverywhereWithinASecond() throws Exception {
        Editor editor = Editor.at(nodes.get(0));
        ArticleScript story = new ArticleScript(slug);
        while (!story.isComplete()) {
            story.sendNext(editor);
        }
        List<ReaderLoad> readers = new ArrayList<>();
        for (Node node : nodes) {
            readers.add(new ReaderLoad("cached", node, 1, i -> "/v1/articles/" + slug));
            readers.add(new ReaderLoad("rendered anew", node, 3, i -> "/v1/articles/" + slug + "?fields=" + some(i)));
            readers.add(new ReaderLoad("listed", node, 1, i -> "/v1/tags/harbour/articles"));
            readers.add(new ReaderLoad("in feeds", node, 2, WithdrawalIT::someFeed));
        }
        readers.forEach(load -> load.await200(ENOUGH));
        Reply reply = editor.put(
                "/v1/desk/articles/" + slug + "/withdrawal",
                editor.get("/v1/desk/articles/" + slug).etag(),
                Map.of("reason", "legal"));
        long acknowledged = System.nanoTime();
        assertThat(reply.status()).as(reply.content()).isEqualTo(201);
        await().pollDelay(EVERYWHERE.multipliedBy(4)).until(() -> true);
        readers.forEach(ReaderLoad::close);
        Duration last = readers.stream()
                .map(load -> lastSeen(load, acknowledged))
                .max(Duration::compareTo)
                .orElseThrow();
        System.out.printf(
                "withdrawn: %d requests on two nodes, the last one that still got it was sent %d ms after the acknowledgement%n",
                readers.stream().mapToInt(load -> load.asked().size()).sum(), last.toMillis());
        assertThat(last).isLessThan(EVERYWHERE);
        assertThat(readers).allSatisfy(load -> assertThat(load.asked()).anyMatch(this::shows));
        readers.forEach(load -> assertThat(load.except(asked -> asked.is(200) || asked.is(410)))
                .as(load.toString())
                .isEmpty());
    }

    /** The time from the acknowledgement to the last request whose response still has the article. */
    private Duration lastSeen(ReaderLoad load, long acknowledged) {
        return Duration.ofNanos(load.asked().stream()
                .filter(this::shows)
                .mapToLong(asked -> Math.max(0, asked.at() - acknowledged))
                .max()
                .orElse(0));
    }

    private boolean shows(ReaderLoad.Asked asked) {
        return asked.is(200) && asked.reply().content().contains(slug);
    }

    /** Feeds of all formats, short and long: so many that some are always being rendered. */
    private static String someFeed(int number) {
        List<String> formats = List.of("rss", "atom", "json", "ninjs");
        int limit = 1 + number / formats.size() % LONGEST_FEED;
        return "/feeds/articles." + formats.get(number % formats.size()) + "?limit=" + limit;
    }

    /** A different selection of fields in each request, so that its URL has not been requested before. */
    private static String some(int number) {
        List<String> all = List.of(
                "title",
                "kicker",
                "standfirst",
                "type",
                "language",
                "publishedAt",
                "updatedAt",
                "tags",
                "image",
                "byline");
        List<String> some = new ArrayList<>(List.of("slug"));
        for (int i = 0; i < all.size(); i++) {
            if (((number >> i) & 1) == 1) {
                some.add(all.get(i));
            }
        }
        return String.join(",", some);
    }
}
