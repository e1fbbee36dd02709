package press.gazette.article.desk;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.article.Article;
import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Slow;

/** The moves of an article and of the clock, as readers see them. */
@Slow
@QuarkusTest
class ArticleLifeTest {

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void withdrawnArticleAnswers410UntilItIsPublishedAgain() {
        DeskClient desk = DeskClient.published("Desk: withdrawn");
        String first = DeskClient.asReader("desk-withdrawn").path("firstPublishedAt");
        desk.put("withdrawal", Map.of("reason", "legal", "note", "a letter"))
                .then()
                .statusCode(201);
        Response gone = DeskClient.asReader("desk-withdrawn");
        gone.then().statusCode(410).body("reason", equalTo("legal"));
        assertThat(gone.asString()).doesNotContain("Desk: withdrawn", "a letter");
        desk.read().then().body("withdrawal.note", equalTo("a letter"));
        String since = desk.read().path("withdrawal.at");
        desk.put("withdrawal", Map.of("reason", "rights"))
                .then()
                .statusCode(200)
                .body("withdrawal.reason", equalTo("rights"))
                .body("withdrawal.note", nullValue())
                .body("withdrawal.at", equalTo(since));
        DeskClient.asReader("desk-withdrawn").then().statusCode(410).body("reason", equalTo("rights"));
        desk.put("schedule", Map.of("at", "2100-01-01T00:00:00Z"))
                .then()
                .statusCode(409)
                .body("detail", containsString("draft, published"));
        desk.put("publication", Map.of()).then().statusCode(201);
        DeskClient.asReader("desk-withdrawn").then().statusCode(200).body("firstPublishedAt", equalTo(first));
    }

    @Test
    void withdrawnArticleThatReadersNeverSawAnswers404() {
        DeskClient desk = DeskClient.write("Desk: never seen");
        desk.put("embargo", Map.of("until", "indefinite")).then().statusCode(201);
        desk.put("publication", Map.of()).then().statusCode(201).body("embargoUntil", equalTo("indefinite"));
        when().get("/v1/articles/desk-never-seen").then().statusCode(404);
        desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        when().get("/v1/articles/desk-never-seen").then().statusCode(404);
    }

    @Test
    void embargoHidesTheArticleUntilItIsLifted() {
        DeskClient desk = DeskClient.published("Desk: embargoed");
        desk.put("embargo", Map.of("until", "2100-01-01T00:00:00Z")).then().statusCode(201);
        when().get("/v1/articles/desk-embargoed").then().statusCode(404);
        desk.delete("/embargo").then().statusCode(200);
        DeskClient.asReader("desk-embargoed").then().statusCode(200);
    }

    @Test
    void endOfAnEmbargoIsInTheLedger() {
        DeskClient desk = DeskClient.write("Desk: short embargo");
        desk.put("embargo", Map.of("until", "indefinite")).then().statusCode(201);
        desk.put("publication", Map.of()).then().statusCode(201);
        when().get("/v1/articles/desk-short-embargo").then().statusCode(404);
        Instant end = soon();
        desk.put("embargo", Map.of("until", end.toString())).then().statusCode(200);
        awaitInLedger(desk.id(), "created", end);
        DeskClient.asReader("desk-short-embargo").then().statusCode(200);
    }

    @Test
    void expiryHidesTheArticleAndIsInTheLedger() {
        DeskClient desk = DeskClient.published("Desk: expires");
        DeskClient.asReader("desk-expires").then().statusCode(200);
        Instant end = soon();
        desk.put("expiry", Map.of("at", end.toString())).then().statusCode(201);
        awaitInLedger(desk.id(), "deleted", end);
        when().get("/v1/articles/desk-expires").then().statusCode(404);
    }

    @Test
    void scheduledArticleIsPublishedAndNeverEarly() {
        DeskClient desk = DeskClient.write("Desk: scheduled");
        desk.put("schedule", Map.of("at", "2100-01-01T00:00:00Z"))
                .then()
                .statusCode(201)
                .body("status", equalTo("scheduled"));
        desk.patch(Map.of("standfirst", "Written later.")).then().statusCode(200);
        when().get("/v1/articles/desk-scheduled").then().statusCode(404);
        Instant due = soon();
        desk.put("schedule", Map.of("at", due.toString())).then().statusCode(200);
        awaitInLedger(desk.id(), "created", due);
        DeskClient.asReader("desk-scheduled")
                .then()
                .body("publishedAt", equalTo(due.toString()))
                .body("standfirst", equalTo("Written later."));
        desk.patch(Map.of("title", "Too late"))
                .then()
                .statusCode(412)
                .body("detail", containsString("last changed by schedule at "))
                .body("detail", containsString("schedule PUT /v1/desk/articles/" + desk.id() + "/publication at "));
    }

    @Test
    void scheduleCanBeMovedAndRemoved() {
        DeskClient desk = DeskClient.write("Desk: rescheduled");
        desk.put("schedule", Map.of("at", "2100-01-01T00:00:00Z")).then().statusCode(201);
        desk.put("schedule", Map.of("at", "2101-01-01T00:00:00Z")).then().statusCode(200);
        desk.delete("/schedule").then().statusCode(200).body("status", equalTo("draft"));
        desk.delete("/schedule").then().statusCode(409);
    }

    @Test
    void correctionIsShownAtOnceAndMovesUpdatedAt() {
        DeskClient desk = DeskClient.published("Desk: corrected");
        String updatedAt = DeskClient.asReader("desk-corrected").path("updatedAt");
        desk.post("corrections", Map.of("kind", "correction", "text", "The year was wrong."))
                .then()
                .statusCode(201);
        Response after = DeskClient.asReader("desk-corrected");
        after.then().body("corrections[0].text", equalTo("The year was wrong."));
        assertThat(after.<String>path("updatedAt")).isGreaterThan(updatedAt);
    }

    @Test
    void articleHasAtMostAHundredCorrections() {
        DeskClient desk = DeskClient.published("Desk: often corrected");
        Map<String, String> correction = Map.of("kind", "update", "text", "x".repeat(4_000));
        for (int i = 0; i < 100; i++) {
            desk.post("corrections", correction).then().statusCode(201);
        }
        desk.post("corrections", correction)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(""))
                .body("errors[0].detail", containsString("at most 100 corrections"));
        desk.post("corrections", Map.of("kind", "update", "text", "x".repeat(4_001)))
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("at most 4000 characters"));
    }

    @Test
    void articleHasAtMostAHundredFormerSlugs() {
        DeskClient desk = DeskClient.published("Desk: moves often");
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < 100; i++) {
                Article.getEntityManager()
                        .createNativeQuery("insert into article_alias (slug, article_id) values (:slug, :article)")
                        .setParameter("slug", "desk-former-" + i)
                        .setParameter("article", UUID.fromString(desk.id()))
                        .executeUpdate();
            }
        });
        desk.patch(Map.of("slug", "desk-one-more"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/slug"))
                .body("errors[0].detail", containsString("100 former slugs"));
        desk.patch(Map.of("slug", "desk-former-7")).then().statusCode(200);
        desk.patch(Map.of("title", "Desk: stays")).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "publication | {\"publishedAt\":\"2100-01-01T00:00:00Z\"} | 400",
                "schedule    | {\"at\":\"2001-01-01T00:00:00Z\"}          | 400",
                "schedule    | {\"at\":\"tomorrow\"}                      | 400",
                "schedule    | {}                                         | 400",
                "embargo     | {\"until\":\"soon\"}                       | 400",
                "withdrawal  | {\"reason\":\"boredom\"}                   | 400",
                "withdrawal  | {\"reason\":\"legal\"}                     | 409",
                "restoration | {\"revision\":0}                           | 400",
                "publication | {\"signifcant\":true}                      | 400",
            })
    void illegalMoveIsRejected(String below, String content, int status) {
        DeskClient desk = DeskClient.write("Desk: illegal");
        desk.put(below.strip(), content).then().statusCode(status);
        desk.read()
                .then()
                .body("status", equalTo("draft"))
                .body("version", equalTo(desk.read().path("version")));
    }

    @Test
    void writerMayNotPublish() {
        String writer = Keys.with("desk:write", "desk:read");
        DeskClient desk = DeskClient.writeAs(writer, "Desk: by a writer");
        for (String below : List.of("publication", "schedule", "withdrawal", "embargo", "expiry")) {
            desk.put(below, Map.of()).then().statusCode(403);
        }
        desk.patch(Map.of("kicker", "Fine")).then().statusCode(200);
        Keys.as(Keys.with("desk:read")).get(desk.path()).then().statusCode(200);
        Keys.as(Keys.with("desk:publish")).get(desk.path()).then().statusCode(403);
    }

    @Test
    void scheduleAfterAnUnpublicationPublishesTheWorkingDraft() {
        DeskClient desk = DeskClient.published("Desk: taken back");
        desk.patch(Map.of("title", "Desk: the working draft")).then().statusCode(200);
        desk.delete("/publication").then().statusCode(200);
        Instant due = soon();
        desk.put("schedule", Map.of("at", due.toString())).then().statusCode(201);
        awaitInLedger(desk.id(), "created", due);
        DeskClient.asReader("desk-taken-back").then().body("title", equalTo("Desk: the working draft"));
    }

    @Test
    void ledgerNamesTheTagsThatAnArticleHasLost() {
        DeskClient desk = DeskClient.published("Desk: loses a tag");
        String lost = when().get("/v1/tags/world").path("id");
        desk.patch(Map.of("tags", List.of("averil"))).then().statusCode(200);
        desk.put("publication", Map.of()).then().statusCode(200);
        List<Change> changes = QuarkusTransaction.requiringNew().call(() -> Ledger.after(0, 100_000));
        Change last = changes.get(changes.size() - 1);
        assertThat(last.subject().name()).isEqualTo("article:" + desk.id());
        assertThat(last.touched()).extracting(Subject::name).contains("tag:" + lost);
    }

    /** Long enough to set it before it comes. */
    private static Instant soon() {
        return Instant.now().plusMillis(1500).truncatedTo(ChronoUnit.MICROS);
    }

    private static void awaitInLedger(String id, String kind, Instant notBefore) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(changes(id)).anySatisfy(change -> {
                    assertThat(change.kind().name()).isEqualToIgnoringCase(kind);
                    assertThat(change.at()).isAfterOrEqualTo(notBefore);
                }));
    }

    private static List<Change> changes(String id) {
        return QuarkusTransaction.requiringNew().call(() -> Ledger.after(0, 100_000)).stream()
                .filter(change -> change.subject().name().equals("article:" + id))
                .toList();
    }
}
