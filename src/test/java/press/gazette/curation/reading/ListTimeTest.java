package press.gazette.curation.reading;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static press.gazette.newsroom.Newsroom.CLOCK_KEEPER;
import static press.gazette.newsroom.Newsroom.NIGHT_TRAMS;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.curation.CuratedList;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.ListClient;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.PausedServer;
import press.gazette.newsroom.Slow;

/** Changes of lists by time alone, and their records in the ledger. */
@Slow
@QuarkusTest
class ListTimeTest {

    private long ledger;

    @BeforeEach
    void begin() {
        ledger = QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
    }

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
        DeskClient.tidyUp();
    }

    @Test
    void scheduledRevisionIsPublishedWithoutLaterEdits() {
        ListClient list = ListClient.create("trial-schedule");
        list.placed(NIGHT_TRAMS);
        list.put("schedule", "at", soon()).then().statusCode(201).body("scheduledRevision", equalTo(2));
        list.asReader().then().statusCode(404);
        list.placed(CLOCK_KEEPER);
        list.put("schedule", "at", soon(), "revision", 2).then().statusCode(200);
        await().untilAsserted(() -> assertThat(list.asReader().statusCode()).isEqualTo(200));
        assertThat(list.shown()).containsExactly(NIGHT_TRAMS);
        assertThat(told()).containsExactly("created list:trial-schedule");
        list.read()
                .then()
                .body("liveRevision", equalTo(2))
                .body("unpublishedChanges", equalTo(true))
                .body("$", not(hasKey("publishAt")));
    }

    @Test
    void scheduledRevisionCanBePreviewedAndCancelled() {
        ListClient list = ListClient.create("trial-ahead");
        list.placed(NIGHT_TRAMS);
        list.publish().then().statusCode(201);
        list.placed(CLOCK_KEEPER);
        list.put("schedule", "at", "2100-01-01T00:00:00Z").then().statusCode(201);
        list.get("resolution?at=2099-12-31T00:00:00Z").then().body("revision", equalTo(2));
        list.get("resolution?at=2100-01-01T00:00:00Z").then().body("revision", equalTo(3));
        list.get("resolution?at=2020-01-01T00:00:00Z").then().statusCode(404);
        list.remove("/schedule").then().statusCode(200).body("scheduledRevision", nullValue());
        list.get("resolution?at=2100-01-01T00:00:00Z").then().body("revision", equalTo(2));
    }

    @Test
    void windowOpensAndClosesWithOneChangeEach() {
        ListClient list = ListClient.create("trial-window");
        list.placed(NIGHT_TRAMS);
        list.placed(
                CLOCK_KEEPER,
                "startsAt",
                soon(),
                "endsAt",
                Instant.now().plusSeconds(5).toString());
        list.publish().then().statusCode(201);
        String etag = list.etag();
        String control = list.asReader().header("Cache-Control");
        assertThat(list.shown()).containsExactly(NIGHT_TRAMS);
        await().untilAsserted(() -> assertThat(list.shown()).containsExactly(NIGHT_TRAMS, CLOCK_KEEPER));
        await().untilAsserted(() ->
                assertThat(told()).containsExactly("created list:trial-window", "updated list:trial-window"));
        assertThat(list.asReader().header("Cache-Control")).isEqualTo(control);
        list.asReader().then().body("resolvedAt", equalTo(list.read().path("entries[1].startsAt")));
        await().untilAsserted(() -> assertThat(list.shown()).containsExactly(NIGHT_TRAMS));
        await().untilAsserted(() -> assertThat(told()).hasSize(3).endsWith("updated list:trial-window"));
        await().until(() -> dueAt("trial-window") == null);
        assertThat(told()).hasSize(3);
        list.read();
        assertThat(list.etag()).as("the clock makes no version").isEqualTo(etag);
    }

    @Test
    void windowOfAHiddenArticleMakesNoChange() {
        ListClient list = ListClient.create("trial-secret", "fill", List.of(Map.of("query", Map.of("tags", "putin"))));
        list.placed(Newsroom.EMBARGOED_STORY, "startsAt", soon());
        list.publish().then().statusCode(201);
        String before = list.asReader().asString();
        await().until(() -> dueAt("trial-secret") == null);
        assertThat(told()).containsExactly("created list:trial-secret");
        assertThat(list.asReader().asString()).isEqualTo(before);
    }

    /** The article grew too old while no node was running. */
    @Test
    void articleThatGrowsTooOldMakesAChange() {
        DeskClient old = DeskClient.write("Desk: grows old");
        Instant published = Instant.now().minusSeconds(3_700);
        old.put("publication", Map.of("publishedAt", published.toString()))
                .then()
                .statusCode(201);
        ListClient list = ListClient.create(
                "trial-age", "kind", "query", "fill", List.of(Map.of("query", Map.of("maxAge", "PT1H"))));
        list.publish().then().statusCode(201);
        assertThat(list.shown()).doesNotContain("desk-grows-old");
        assertThat(list.dropped("")).contains("desk-grows-old: too-old");
        QuarkusTransaction.requiringNew()
                .run(() -> CuratedList.update("dueAt = ?1 where key = ?2", published.plusSeconds(1_800), "trial-age"));
        PausedServer.poll();
        await().untilAsserted(
                        () -> assertThat(told()).containsExactly("created list:trial-age", "updated list:trial-age"));
        assertThat(dueAt("trial-age"))
                .isAfter(Instant.now())
                .satisfies(due -> assertThat(due.getEpochSecond() % 60)
                        .as("in whole minutes")
                        .isZero());
    }

    @Test
    void withdrawnArticleIsReplacedAtOnce() {
        DeskClient gone = DeskClient.published("Desk: taken back");
        ListClient list = ListClient.create(
                "trial-withdrawn", "maxItems", 2, "fill", List.of(Map.of("query", Map.of("tags", "putin"))));
        list.placed("desk-taken-back", "pin", 1, "overrides", Map.of("title", "Never again"));
        list.publish().then().statusCode(201);
        String newest = when().get("/v1/tags/putin/articles?limit=1").path("items[0].slug");
        assertThat(list.shown()).containsExactly("desk-taken-back", newest);
        gone.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        assertThat(list.shown()).hasSize(2).startsWith(newest);
        assertThat(list.asReader().asString()).doesNotContain("Never again").doesNotContain("taken-back");
        list.read()
                .then()
                .body("entries[0].flag", equalTo("withdrawn"))
                .body("entries[0].article.status", equalTo("withdrawn"));
        assertThat(list.dropped("")).contains("desk-taken-back: hidden");
        gone.put("publication", Map.of()).then().statusCode(201);
        assertThat(list.shown()).containsExactly("desk-taken-back", newest);
    }

    @Test
    void etagOfAListChangesWithItsContentOnly() {
        ListClient list = ListClient.create("trial-etag");
        list.placed(NIGHT_TRAMS);
        list.publish().then().statusCode(201);
        String etag = list.asReader().header("ETag");
        list.placed(CLOCK_KEEPER);
        assertThat(list.asReader().header("ETag")).isEqualTo(etag);
        DeskClient.published("Desk: elsewhere");
        assertThat(list.asReader().header("ETag")).isEqualTo(etag);
        list.publish().then().statusCode(200);
        assertThat(list.asReader().header("ETag")).isNotEqualTo(etag);
    }

    private List<String> told() {
        return QuarkusTransaction.requiringNew().call(() -> Ledger.after(ledger, 100)).stream()
                .filter(change -> change.subject().name().startsWith("list:"))
                .map(ListTimeTest::text)
                .toList();
    }

    private static String text(Change change) {
        return change.kind().name().toLowerCase(Locale.ROOT) + " " + change.subject();
    }

    private static Instant dueAt(String key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> CuratedList.atDesk(key).orElseThrow().dueAt());
    }

    private static String soon() {
        return Instant.now().plus(1_500, ChronoUnit.MILLIS).toString();
    }
}
