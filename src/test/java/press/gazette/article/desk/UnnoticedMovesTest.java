package press.gazette.article.desk;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.PausedServer;

/** Moves of a live article that readers must not notice, and moves that the ledger must record. */
@QuarkusTest
class UnnoticedMovesTest {

    private static final List<String> PUBLIC = List.of(
            "/v1/articles/desk-live",
            "/v1/articles/desk-live?body=text&include=related",
            "/v1/articles?order=updated&limit=3",
            "/v1/tags/averil/articles?order=updated&limit=3",
            "/v1/lists/latest-posts",
            "/feeds/articles.json?limit=3",
            "/feeds/tags/averil.atom?limit=3",
            "/sitemaps/news.xml",
            "/v1/articles/desk-live-moved");

    @AfterEach
    void tidyUp() {
        PausedServer.go();
        DeskClient.tidyUp();
    }

    static Stream<Consumer<DeskClient>> unnoticed() {
        return Stream.of(
                desk -> desk.patch(Map.of("note", "a note")).then().statusCode(200),
                desk -> desk.patch(Map.of("title", "Desk: hidden")).then().statusCode(200),
                desk -> desk.patch(Map.of("slug", "desk-live-moved")).then().statusCode(200),
                desk -> desk.patch(Map.of("tags", List.of("putin"))).then().statusCode(200),
                desk -> desk.put("restoration", Map.of("revision", 1)).then().statusCode(200),
                desk -> desk.put("expiry", Map.of("at", "2030-01-01T00:00:00Z"))
                        .then()
                        .statusCode(201),
                desk -> desk.put("embargo", Map.of("until", "2001-01-01T00:00:00Z"))
                        .then()
                        .statusCode(201),
                desk -> Keys.as(Keys.BOOTSTRAP)
                        .contentType("application/json")
                        .body(Map.of("article", desk.id()))
                        .post("/v1/desk/previews")
                        .then()
                        .statusCode(201));
    }

    @ParameterizedTest
    @MethodSource("unnoticed")
    void draftsAndPlansChangeNothingPublic(Consumer<DeskClient> move) {
        DeskClient desk = DeskClient.published("Desk: live");
        Map<String, String> before = answers();
        long head = head();
        move.accept(desk);
        assertThat(answers()).isEqualTo(before);
        assertThat(head()).isEqualTo(head);
    }

    @Test
    void publicVersionCountsPublications() {
        DeskClient desk = DeskClient.published("Desk: live");
        int first = DeskClient.asReader("desk-live").path("version");
        desk.patch(Map.of("title", "Desk: one")).then().statusCode(200);
        desk.patch(Map.of("title", "Desk: two")).then().statusCode(200);
        desk.put("expiry", Map.of("at", "2030-01-01T00:00:00Z")).then().statusCode(201);
        desk.put("publication", Map.of()).then().statusCode(200);
        Response second = DeskClient.asReader("desk-live");
        assertThat(second.<Integer>path("version")).isEqualTo(first + 1);
        assertThat(second.<String>path("modifiedAt")).isEqualTo(desk.read().path("modifiedAt"));
        desk.post("corrections", Map.of("kind", "correction", "text", "It was Tuesday."))
                .then()
                .statusCode(201);
        assertThat(DeskClient.asReader("desk-live").<Integer>path("version")).isEqualTo(first + 2);
    }

    @Test
    void draftOfAWithdrawnArticleMovesNoAddress() {
        DeskClient desk = DeskClient.published("Desk: live");
        desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        long head = head();
        desk.patch(Map.of("slug", "desk-live-moved")).then().statusCode(200);
        desk.put("withdrawal", Map.of("reason", "legal", "note", "another letter"))
                .then()
                .statusCode(200);
        when().get("/v1/articles/desk-live").then().statusCode(410);
        when().get("/v1/articles/desk-live-moved").then().statusCode(404);
        assertThat(head()).isEqualTo(head);
        desk.put("publication", Map.of()).then().statusCode(201);
        when().get("/v1/articles/desk-live-moved").then().statusCode(200);
    }

    @Test
    void slugThatOnlyDraftsHadAnswers404() {
        DeskClient desk = DeskClient.published("Desk: live");
        desk.delete("/publication").then().statusCode(200);
        desk.patch(Map.of("slug", "desk-live-draft")).then().statusCode(200);
        desk.patch(Map.of("slug", "desk-live-moved")).then().statusCode(200);
        desk.put("publication", Map.of()).then().statusCode(201);
        when().get("/v1/articles/desk-live-moved").then().statusCode(200);
        when().get("/v1/articles/desk-live-draft").then().statusCode(404);
        assertThat(DeskClient.asReader("desk-live").path("slug").toString()).isEqualTo("desk-live-moved");
    }

    @Test
    void unpublicationOfAWithdrawnArticleIsInTheLedger() {
        DeskClient desk = DeskClient.published("Desk: live");
        desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        desk.delete("/publication").then().statusCode(200);
        when().get("/v1/articles/desk-live").then().statusCode(404);
        assertThat(kinds(desk)).containsExactly("CREATED", "WITHDRAWN", "DELETED");
    }

    @Test
    void withdrawalOfAnExpiredArticleIsInTheLedger() {
        DeskClient desk = DeskClient.published("Desk: live");
        desk.put("expiry", Map.of("at", "2001-01-01T00:00:00Z")).then().statusCode(201);
        when().get("/v1/articles/desk-live").then().statusCode(404);
        desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        when().get("/v1/articles/desk-live").then().statusCode(410);
        assertThat(kinds(desk)).containsExactly("CREATED", "DELETED", "WITHDRAWN");
    }

    /** Readers see the article from the end on, before the ledger records it, and a cache may have it. */
    @Test
    void endedEmbargoIsRecordedBeforeAnEditorHidesTheArticleAgain() {
        PausedServer.stop();
        DeskClient desk = DeskClient.write("Desk: live");
        desk.put("embargo", Map.of("until", Instant.now().plusMillis(700).toString()))
                .then()
                .statusCode(201);
        desk.put("publication", Map.of()).then().statusCode(201);
        await().until(() -> DeskClient.asReader("desk-live").statusCode() == 200);
        assertThat(kinds(desk)).isEmpty();
        desk.delete("/publication").then().statusCode(200);
        assertThat(kinds(desk)).containsExactly("CREATED", "DELETED");
    }

    @Test
    void plannedEndOfRightsAndHiddenParentAreNotInTheLedger() {
        String picture = post(
                "/v1/desk/media",
                Map.of("url", "https://pictures.example/a.jpg", "alt", "A quay", "width", 10, "height", 10));
        DeskClient desk = DeskClient.write("Desk: live", "image", picture);
        desk.put("publication", Map.of()).then().statusCode(201);
        post(
                "/v1/desk/tags",
                Map.of(
                        "name",
                        "Desk hidden parent",
                        "type",
                        "keyword",
                        "state",
                        "proposed",
                        "slug",
                        "desk-hidden-parent"));
        String shown = post(
                "/v1/desk/tags",
                Map.of("name", "Desk shown child", "type", "keyword", "state", "active", "slug", "desk-shown-child"));
        long head = head();
        patch("/v1/desk/media/" + picture, Map.of("rightsExpireAt", "2030-01-01T00:00:00Z"));
        patch("/v1/desk/tags/" + shown, Map.of("parents", List.of("desk-hidden-parent")));
        assertThat(head()).isEqualTo(head);
        patch("/v1/desk/media/" + picture, Map.of("rightsExpireAt", "2001-01-01T00:00:00Z"));
        assertThat(head()).isEqualTo(head + 1);
        patch("/v1/desk/tags/" + shown, Map.of("state", "hidden"));
        assertThat(head()).isEqualTo(head + 2);
    }

    private static String post(String path, Map<String, Object> content) {
        Response created = Keys.as(Keys.BOOTSTRAP)
                .contentType("application/json")
                .body(content)
                .post(path);
        created.then().statusCode(201);
        return created.path("id");
    }

    private static void patch(String path, Map<String, Object> content) {
        Keys.as(Keys.BOOTSTRAP)
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(content)
                .patch(path)
                .then()
                .statusCode(200);
    }

    private static Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String url : PUBLIC) {
            Response answer = when().get(url);
            answers.put(url, answer.statusCode() + " " + answer.header("ETag") + "\n" + answer.asString());
        }
        return answers;
    }

    private static long head() {
        return QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
    }

    private static List<String> kinds(DeskClient desk) {
        List<Change> changes = QuarkusTransaction.requiringNew().call(() -> Ledger.after(0, 100_000));
        return changes.stream()
                .filter(change -> change.subject().name().equals("article:" + desk.id()))
                .map(change -> change.kind().name())
                .toList();
    }
}
