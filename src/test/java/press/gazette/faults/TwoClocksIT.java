package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Promise F13: one of two nodes on one PostgreSQL has a clock that is half a minute ahead, then two seconds behind,
 * then an hour ahead for a while. Neither node shows an article before the end of its embargo or after its expiry.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Isolated("It measures how long others wait.")
class TwoClocksIT {

    /** Reading a faked clock is slow, and so is a node with one. */
    private static final String[] PATIENT = {"-Dgazette.read-deadline=30S", "-Dgazette.longest-in-line=30S"};

    /** Long enough for the writes before it, also on a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(5);

    /** Longer than the node's clock is behind. */
    private static final Duration LONG_AFTER = Duration.ofSeconds(3);

    private static final Duration AN_HOUR_AHEAD = Duration.ofSeconds(10);

    private static final int ENOUGH = 30;

    /** After this many responses a node processes as many at once as there are readers here. */
    private static final int WARM = 5;

    /** The precision of this test's times, by the database's clock. */
    private static final Duration BLUR = Duration.ofMillis(50);

    private static final Pattern OFFSET = Pattern.compile("(?m)^gazette_clock_offset_seconds(?:\\{.*})? (\\S+)$");

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    private static Postgresql database;
    private static FakeTime clock;
    private static Node right;
    private static Node wrong;

    private final String series = Long.toHexString(System.nanoTime());

    @BeforeAll
    static void start() throws IOException {
        clock = new FakeTime("+30s");
        database = new Postgresql();
        right = NODES.start(1, database, PATIENT).get(0);
        wrong = NODES.start(database, clock.environment(), PATIENT);
        Editor.at(right).coinTags();
        String story = publish(Editor.at(right), "warm");
        for (Node node : List.of(right, wrong)) {
            warm(node, story);
        }
    }

    /** A new node admits readers one by one at first, which would hide the effects of the clock. */
    private static void warm(Node node, String story) throws IOException {
        for (int i = 1; i <= WARM; i++) {
            ok(Editor.anybody(node).get("/v1/articles?limit=" + i), 200);
            ok(Editor.anybody(node).get("/v1/articles/" + story), 200);
        }
        ok(Editor.anybody(node).get("/feeds/articles.json"), 200);
    }

    @AfterAll
    static void stop() throws IOException {
        NODES.killAll();
        if (database != null) {
            database.close();
        }
    }

    @Test
    @Order(1)
    void nodeReportsItsWrongClock() throws IOException {
        List<String> said = wrong.lines("differs from the database's");
        assertThat(said).hasSize(1);
        List<String> all = wrong.lines("");
        assertThat(all.indexOf(said.get(0)))
                .as("it knows before the first request")
                .isLessThan(all.indexOf(wrong.lines("Listening on").get(0)));
        assertThat(right.lines("differs from the database's")).isEmpty();
        assertThat(ready(wrong)).contains("aheadMillis", "UP").doesNotContain("DOWN");
        assertThat(ready(right)).doesNotContain("aheadMillis");
        assertThat(ahead(wrong)).isBetween(29.0, 31.0);
        assertThat(ahead(right)).isBetween(-1.0, 1.0);
        System.out.printf("%s%n", said.get(0));
        System.out.printf("readiness: %s%n", ready(wrong).replaceAll("\\s+", " "));
    }

    @ParameterizedTest
    @Order(2)
    @ValueSource(strings = {"+30s", "-2s"})
    void nobodySeesAStoryTooEarlyOrTooLate(String difference) throws Exception {
        set(difference);
        Editor editor = Editor.at(right);
        String expiring = publish(editor, "expiring-" + series);
        String embargoed = write(editor, "embargoed-" + series);
        List<ReaderLoad> readers = new ArrayList<>();
        // Before the plans, so that responses without them are cached.
        readersOf(readers, expiring, embargoed);
        readers.get(0).await200(ENOUGH);
        Instant end;
        long endNanos;
        try (DatabaseAudit audit = database.audit()) {
            end = audit.now().plus(SOON);
            endNanos = System.nanoTime() + SOON.toNanos();
        }
        ok(editor.put("/v1/desk/articles/" + expiring + "/expiry", "*", Map.of("at", end.toString())), 201);
        ok(editor.put("/v1/desk/articles/" + embargoed + "/embargo", "*", Map.of("until", end.toString())), 201);
        ok(editor.put("/v1/desk/articles/" + embargoed + "/publication", "*", Map.of()), 201);
        await().pollDelay(SOON.plus(LONG_AFTER)).until(() -> true);
        readers.forEach(ReaderLoad::close);
        Duration lastExpired = readers.stream()
                .flatMap(load -> load.asked().stream())
                .filter(asked -> shows(asked, expiring))
                .map(asked -> Duration.ofNanos(asked.at() - endNanos))
                .max(Duration::compareTo)
                .orElseThrow();
        Duration firstEmbargoed = readers.stream()
                .flatMap(load -> load.asked().stream())
                .filter(asked -> shows(asked, embargoed))
                .map(asked -> Duration.ofNanos(asked.at() - endNanos).plus(asked.waited()))
                .min(Duration::compareTo)
                .orElseThrow();
        System.out.printf(
                "a clock %s off: %d requests on two nodes; of those that still got the expired story the last was sent %d ms"
                        + " after its end; the first response with the embargoed story came %d ms after the embargo%n",
                difference,
                readers.stream().mapToInt(load -> load.asked().size()).sum(),
                lastExpired.toMillis(),
                firstEmbargoed.toMillis());
        assertThat(lastExpired).isLessThan(BLUR);
        assertThat(firstEmbargoed).isGreaterThan(BLUR.negated());
        for (ReaderLoad load : readers) {
            assertThat(load.asked()).as(load.toString()).anyMatch(asked -> asked.is(200));
        }
        for (Node node : List.of(right, wrong)) {
            assertThat(Editor.anybody(node).get("/v1/articles/" + expiring).status())
                    .isEqualTo(404);
            assertThat(Editor.anybody(node).get("/v1/articles/" + embargoed).status())
                    .isEqualTo(200);
        }
    }

    @Test
    @Order(3)
    void clockAnHourAheadPublishesNothing() throws Exception {
        Editor editor = Editor.at(right);
        String embargoed = write(editor, "embargoed-" + series);
        String scheduled = write(editor, "scheduled-" + series);
        Instant end = Instant.now().plusSeconds(1_800);
        ok(editor.put("/v1/desk/articles/" + embargoed + "/embargo", "*", Map.of("until", end.toString())), 201);
        ok(editor.put("/v1/desk/articles/" + embargoed + "/publication", "*", Map.of()), 201);
        ok(editor.put("/v1/desk/articles/" + scheduled + "/schedule", "*", Map.of("at", end.toString())), 201);
        set("+1h");
        List<ReaderLoad> readers = new ArrayList<>();
        readersOf(readers, embargoed, scheduled);
        String written = publish(Editor.at(wrong), "written-" + series);
        await().pollDelay(AN_HOUR_AHEAD).atMost(Duration.ofMinutes(1)).until(() -> true);
        set("+0s");
        readers.get(readers.size() - 1).await200(ENOUGH);
        readers.forEach(ReaderLoad::close);
        List<ReaderLoad.Asked> all =
                readers.stream().flatMap(load -> load.asked().stream()).toList();
        System.out.printf(
                "an hour ahead for %d s: %d requests on two nodes, %d of them saw what was embargoed or scheduled%n",
                AN_HOUR_AHEAD.toSeconds(),
                all.size(),
                all.stream()
                        .filter(asked -> shows(asked, embargoed) || shows(asked, scheduled))
                        .count());
        assertThat(all).noneMatch(asked -> shows(asked, embargoed) || shows(asked, scheduled));
        String published = Editor.anybody(wrong).get("/v1/articles/" + written).text("publishedAt");
        nothingIsDatedAhead(Instant.parse(published));
        assertThat(wrong.errors()).isEmpty();
    }

    private static void nothingIsDatedAhead(Instant published) throws IOException, SQLException {
        try (DatabaseAudit audit = database.audit()) {
            Instant now = audit.now();
            assertThat(published).isBefore(now);
            for (String latest : List.of("select max(at) from audit", "select max(at) from change")) {
                assertThat(audit.list(
                                latest,
                                row -> row.getObject(1, OffsetDateTime.class).toInstant()))
                        .as(latest)
                        .allSatisfy(at -> assertThat(at).isBefore(now));
            }
        }
    }

    /** Sets the clock of the node, and waits until it takes effect. */
    private static void set(String difference) throws IOException {
        clock.set(difference);
        double wanted =
                Map.of("+30s", 30.0, "-2s", -2.0, "+1h", 3_600.0, "+0s", 0.0).get(difference);
        await().until(() -> Math.abs(ahead(wrong) - wanted) < 0.5);
    }

    private static double ahead(Node node) throws IOException {
        String metrics = Editor.anybody(node.management()).get("/q/metrics").content();
        Matcher offset = OFFSET.matcher(metrics);
        assertThat(offset.find()).as(metrics).isTrue();
        return Double.parseDouble(offset.group(1));
    }

    private static String ready(Node node) throws IOException {
        return Editor.anybody(node.management()).get("/q/health/ready").content();
    }

    private static void readersOf(List<ReaderLoad> readers, String one, String other) {
        for (Node node : List.of(right, wrong)) {
            readers.add(new ReaderLoad("one", node, 1, i -> "/v1/articles/" + one + "?fields=slug"));
            readers.add(new ReaderLoad("other", node, 1, i -> "/v1/articles/" + other + "?fields=slug"));
            readers.add(new ReaderLoad("listing", node, 1, i -> "/v1/articles?fields=slug"));
            readers.add(new ReaderLoad("feed", node, 1, i -> "/feeds/articles.json"));
        }
    }

    private static boolean shows(ReaderLoad.Asked asked, String slug) {
        return asked.is(200) && asked.reply().content().contains(slug);
    }

    private static String publish(Editor editor, String slug) throws IOException {
        write(editor, slug);
        ok(editor.put("/v1/desk/articles/" + slug + "/publication", "*", Map.of()), 201);
        return slug;
    }

    private static String write(Editor editor, String slug) throws IOException {
        Map<String, Object> draft =
                Map.of("slug", slug, "type", "news", "language", "en", "title", slug, "tags", ArticleScript.TAGS);
        ok(editor.post("/v1/desk/articles", draft), 201);
        return slug;
    }

    private static void ok(Reply reply, int status) {
        assertThat(reply.status()).as(reply.content()).isEqualTo(status);
    }
}
