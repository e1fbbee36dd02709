package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

import press.gazette.newsroom.FreePort;

/** Real caches in front of two nodes: a Varnish that gets invalidations, and an nginx that does not. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Isolated("It measures how long others wait.")
class CachingProxiesIT {

    private static final Duration EVERYWHERE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The max-age of listings, the shortest of all. */
    private static final Duration FRESH = Duration.ofSeconds(15);

    private static final String LISTING = "/v1/articles";
    private static final String[] NGINX_CACHE = {
        "proxy_cache responses",
        "proxy_cache_revalidate on",
        "proxy_cache_background_update on",
        "proxy_cache_use_stale error timeout updating http_503",
        "add_header X-Cache $upstream_cache_status always",
    };

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    private static Postgresql database;
    private static List<Node> nodes;
    private static Varnish varnish;
    private static Nginx nginx;

    private final String slug = "story-" + Long.toHexString(System.nanoTime());
    private final String path = "/v1/articles/" + slug;

    @BeforeAll
    static void start() throws IOException {
        Tool.require("varnishd");
        Tool.require("nginx");
        database = new Postgresql();
        int port = FreePort.next();
        // No server runs there: an unreachable cache must not delay the invalidations of Varnish.
        String unreachable = Varnish.address(FreePort.next()).toString();
        nodes = NODES.start(2, database, "-Dgazette.purge-varnish=" + unreachable + "," + Varnish.address(port));
        Editor.at(nodes.get(0)).coinTags();
        varnish = new Varnish(port, nodes.get(1));
        nginx = new Nginx(List.of(nodes.get(1)), NGINX_CACHE);
    }

    @AfterAll
    static void stop() throws IOException {
        NODES.killAll();
        if (nginx != null) {
            varnish.close();
            nginx.close();
            database.close();
        }
    }

    @Test
    @Order(1)
    void varnishServesFromItsCache() throws Exception {
        published();
        Editor reader = Editor.anybody(varnish);
        reader.get(path);
        await().atMost(PATIENCE).until(() -> isHit(reader.get(path)));
        assertThat(reader.get(path, "If-None-Match", reader.get(path).etag()).status())
                .isEqualTo(304);
    }

    @Test
    @Order(2)
    void editInvalidatesTheResponseInVarnish() throws Exception {
        ArticleScript story = new ArticleScript(slug);
        Editor editor = Editor.at(nodes.get(0));
        for (int i = 0; i < 3; i++) {
            story.sendNext(editor);
        }
        Editor reader = Editor.anybody(varnish);
        String before = reader.get(path).text("title");
        story.sendNext(editor);
        story.sendNext(editor);
        long acknowledged = System.nanoTime();
        await().atMost(PATIENCE).until(() -> !reader.get(path).text("title").equals(before));
        assertThat(Duration.ofNanos(System.nanoTime() - acknowledged)).isLessThan(EVERYWHERE);
    }

    /**
     * Nodes and Varnish get requests all the time, so that responses are on their way when the invalidation arrives.
     */
    @Test
    @Order(3)
    void withdrawnArticleIsGoneFromVarnishWithinASecond() throws Exception {
        published();
        ReaderLoad varnished =
                new ReaderLoad("through Varnish", varnish, 4, i -> path + (i % 3 == 0 ? "?fields=slug,title" : ""));
        ReaderLoad direct = new ReaderLoad("at the node", nodes.get(1), 2, i -> path);
        try (varnished;
                direct) {
            varnished.await200(100);
            long acknowledged = withdraw();
            await().pollDelay(EVERYWHERE.multipliedBy(4)).until(() -> true);
            Duration last = Duration.ofNanos(varnished.asked().stream()
                    .filter(asked -> asked.is(200))
                    .mapToLong(asked -> Math.max(0, asked.at() - acknowledged))
                    .max()
                    .orElse(0));
            System.out.printf(
                    "withdrawn behind Varnish: %d requests, the last one that still got it was sent %d ms after the"
                            + " acknowledgement%n",
                    varnished.asked().size(), last.toMillis());
            assertThat(last).isLessThan(EVERYWHERE);
            assertThat(varnished.count(410)).isPositive();
        }
    }

    @Test
    @Order(4)
    void nginxServesFromItsCache() throws Exception {
        published();
        Editor reader = Editor.anybody(nginx);
        Reply first = reader.get(path);
        Reply second = reader.get(path);
        assertThat(first.header("X-Cache")).isEqualTo("MISS");
        assertThat(second.header("X-Cache")).isEqualTo("HIT");
        assertThat(second.etag()).isEqualTo(first.etag());
    }

    /** The CDN of the test: records its requests. */
    @Test
    @Order(5)
    void cdnGetsGroupsAndSecretHeader() throws Exception {
        RecordingCdn taken = new RecordingCdn();
        HttpServer cdn = taken.listen();
        try {
            Node node = NODES.start(
                            1,
                            database,
                            "-Dgazette.purge-cdn=http://127.0.0.1:"
                                    + cdn.getAddress().getPort() + "/service/7/purge",
                            "-Dgazette.purge-cdn-header=Fastly-Key",
                            "-Dgazette.purge-cdn-secret=very secret")
                    .get(0);
            taken.refuse(3);
            String id = published();
            await().atMost(PATIENCE).until(() -> taken.hasReceived("article:" + id));
            assertThat(taken.request()).isEqualTo("POST /service/7/purge Fastly-Key=very secret");
            assertThat(node.errors()).isEmpty();
            node.kill();
        } finally {
            cdn.stop(0);
        }
    }

    /** stale-while-revalidate; both caches get a 304 from the node. */
    @Test
    @Order(6)
    void staleResponseIsServedWhileItIsRevalidated() throws Exception {
        Editor byVarnish = Editor.anybody(varnish);
        Editor byNginx = Editor.anybody(nginx);
        growOld(byVarnish, byNginx);
        long before = notModified();
        assertThat(age(byVarnish.get(LISTING))).isGreaterThan(FRESH.toSeconds());
        assertThat(byNginx.get(LISTING).header("X-Cache")).isEqualTo("STALE");
        await().atMost(PATIENCE).until(() -> age(byVarnish.get(LISTING)) <= FRESH.toSeconds());
        await().atMost(PATIENCE)
                .until(() -> byNginx.get(LISTING).header("X-Cache").equals("HIT"));
        assertThat(notModified() - before).isGreaterThanOrEqualTo(2);
    }

    /** stale-if-error. Must be the last test: it stops the nodes. */
    @Test
    @Order(7)
    void staleResponseIsServedWhenTheNodesAreDown() throws Exception {
        Editor byVarnish = Editor.anybody(varnish);
        Editor byNginx = Editor.anybody(nginx);
        NODES.killAll();
        growOld(byVarnish, byNginx);
        assertThat(age(byVarnish.get(LISTING))).isGreaterThan(FRESH.toSeconds());
        assertThat(byNginx.get(LISTING).header("X-Cache")).isIn("STALE", "UPDATING");
    }

    /** Waits until earlier writes have been sent for the second time. */
    private static void growOld(Editor... readers) throws IOException {
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        for (Editor reader : readers) {
            assertThat(reader.get(LISTING).status()).isEqualTo(200);
        }
        await().pollDelay(FRESH.plusSeconds(2)).atMost(PATIENCE).until(() -> true);
    }

    private static long age(Reply reply) {
        assertThat(reply.status()).as(reply.content()).isEqualTo(200);
        return Long.parseLong(reply.header("Age"));
    }

    /** The number of 304 responses from the node behind the caches. */
    private static long notModified() throws IOException {
        return Editor.anybody(nodes.get(1).management())
                .get("/q/metrics")
                .content()
                .lines()
                .filter(line ->
                        line.startsWith("http_server_requests_seconds_count") && line.contains("status=\"304\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String published() throws IOException {
        ArticleScript story = new ArticleScript(slug);
        Editor editor = Editor.at(nodes.get(0));
        while (!story.isComplete()) {
            story.sendNext(editor);
        }
        String id = editor.get("/v1/desk/articles/" + slug).text("id");
        await().atMost(PATIENCE)
                .until(() -> Editor.anybody(nodes.get(1)).get(path).status() == 200);
        return id;
    }

    private long withdraw() throws IOException {
        Editor editor = Editor.at(nodes.get(0));
        String etag = editor.get("/v1/desk/articles/" + slug).etag();
        Reply reply = editor.put("/v1/desk/articles/" + slug + "/withdrawal", etag, Map.of("reason", "legal"));
        assertThat(reply.status()).as(reply.content()).isEqualTo(201);
        return System.nanoTime();
    }

    /** Varnish names two requests for a hit: this one and the one that fetched the response. */
    private static boolean isHit(Reply reply) {
        return reply.header("X-Varnish").contains(" ");
    }
}
