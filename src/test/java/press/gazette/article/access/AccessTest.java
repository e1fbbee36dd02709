package press.gazette.article.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;

/** Editors say for whom an article is, and how much of it everybody reads. */
@QuarkusTest
class AccessTest {

    private static final Map<String, Object> FIVE = Map.of("markdown", "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.");

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void viewAndTheCardNameTheAccess() {
        published("Desk: for some", Map.of("level", "registered", "preview", 2));
        DeskClient.asReader("desk-for-some")
                .then()
                .body("access", equalTo(Map.of("level", "registered", "preview", 2)))
                .body("truncated", equalTo(true))
                .body("wordCount", equalTo(5))
                .body("body.html", equalTo("<p>One.</p>\n<p>Two.</p>"));
        given().get("/v1/articles?limit=1")
                .then()
                .body("items[0].slug", equalTo("desk-for-some"))
                .body("items[0].access.level", equalTo("registered"))
                .body("items[0].truncated", nullValue());
        given().get("/v1/articles?limit=1&body=text")
                .then()
                .body("items[0].truncated", equalTo(true))
                .body("items[0].body.text", equalTo("One.\n\nTwo."));
    }

    @Test
    void truncatedIsThereWhereABodyIsCut() {
        published("Desk: for some", Map.of("level", "paid", "preview", 2));
        given().get("/v1/articles/desk-for-some?body=none").then().body("truncated", nullValue());
        given().get("/v1/articles/desk-for-some?fields=title").then().body("truncated", nullValue());
        given().get("/v1/articles/desk-for-some?fields=truncated,access.level&body=none")
                .then()
                .body("$", equalTo(Map.of("access", Map.of("level", "paid"))));
        published("Desk: all before the cut", Map.of("level", "paid", "preview", 5));
        DeskClient.asReader("desk-all-before-the-cut")
                .then()
                .body("access.preview", equalTo(5))
                .body("truncated", nullValue())
                .body("body.html", containsString("Five."));
    }

    @Test
    void previewMayHaveNoBlock() {
        published("Desk: nothing open", Map.of("level", "paid", "preview", 0));
        given().get("/v1/articles/desk-nothing-open?body=html,blocks,text,markdown")
                .then()
                .body("body", equalTo(Map.of("html", "", "blocks", List.of(), "text", "", "markdown", "")))
                .body("truncated", equalTo(true));
    }

    /** gazette.access-preview is 3; of shorter bodies at least the last block is not for everybody. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "One.\\n\\nTwo.\\n\\nThree.\\n\\nFour.\\n\\nFive. | 3",
                "One.\\n\\nTwo.\\n\\nThree. | 2",
                "One.\\n\\nTwo.[^1]\\n\\n[^1]: A footnote. | 1",
                "One. | 0",
            })
    void withoutANumberThePreviewIsTheUsualOne(String markdown, int blocks) {
        DeskClient desk = DeskClient.write(
                "Desk: usual",
                "body",
                Map.of("markdown", markdown.replace("\\n", "\n")),
                "access",
                Map.of("level", "paid"));
        desk.read().then().body("access", equalTo(Map.of("level", "paid")));
        desk.put("publication", Map.of()).then().statusCode(201);
        DeskClient.asReader("desk-usual")
                .then()
                .body("access.preview", equalTo(blocks))
                .body("truncated", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                     | /access/level   | required",
                "{\"level\":\"\"}                       | /access/level   | registered or paid",
                "{\"level\":\"Paid\"}                   | /access/level   | lower-case",
                "{\"level\":\"9am\"}                    | /access/level   | a letter first",
                "{\"level\":\"a-word-of-more-than-32-characters\"} | /access/level | 1 to 32",
                "{\"level\":1}                          | /access/level   | string",
                "{\"level\":\"paid\",\"preview\":-1}    | /access/preview | 0 to 10000",
                "{\"level\":\"paid\",\"preview\":10001} | /access/preview | 0 to 10000",
                "{\"level\":\"paid\",\"preview\":\"2\"} | /access/preview | whole number",
                "{\"level\":\"paid\",\"preview\":6}     | /access/preview | has 5 blocks",
                "{\"level\":\"free\",\"preview\":0}     | /access/preview | everybody reads all of it",
                "{\"level\":\"paid\",\"price\":2}       | /access/price   | no member",
                "\"paid\"                               | /access         | object",
            })
    void badAccessIsPointedAt(String access, String pointer, String hint) {
        Map<String, Object> draft = new HashMap<>(Map.of("title", "Desk: bad", "type", "news", "language", "en"));
        draft.put("body", FIVE);
        draft.put("access", access.startsWith("{") ? new JsonObject(access).getMap() : "paid");
        Keys.asAdmin()
                .contentType("application/json")
                .body(draft)
                .post("/v1/desk/articles")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-content"))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(hint));
    }

    @Test
    void bodyShorterThanItsPreviewIsRejected() {
        DeskClient desk = published("Desk: shortened", Map.of("level", "paid", "preview", 4));
        desk.patch(Map.of("body", Map.of("markdown", "One.\n\nTwo.")))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/access/preview"))
                .body("errors[0].detail", containsString("has 2 blocks"));
        desk.patch(Map.of("body", Map.of("markdown", "One.\n\nTwo."), "access", Map.of("preview", 1)))
                .then()
                .statusCode(200)
                .body("access", equalTo(Map.of("level", "paid", "preview", 1)));
    }

    @Test
    void freeIsTheSameAsNoAccess() {
        DeskClient desk = published("Desk: freed", Map.of("level", "free"));
        desk.read().then().body("access", nullValue());
        DeskClient.asReader("desk-freed").then().body("access", nullValue()).body("truncated", nullValue());
        desk.patch(Map.of("access", Map.of("level", "members"))).then().body("access.level", equalTo("members"));
        desk.patch(Map.of("access", Map.of("level", "free")))
                .then()
                .statusCode(200)
                .body("access", nullValue());
    }

    /** Access is content: readers notice it with the next publication, in both directions. */
    @Test
    void accessChangesWithThePublication() {
        DeskClient desk = published("Desk: changing", null);
        desk.patch(Map.of("access", Map.of("level", "paid", "preview", 1)))
                .then()
                .statusCode(200);
        DeskClient.asReader("desk-changing").then().body("access", nullValue()).body("truncated", nullValue());
        desk.put("publication", Map.of()).then().statusCode(200);
        DeskClient.asReader("desk-changing").then().body("body.html", equalTo("<p>One.</p>"));
        desk.patch(new JsonObject().putNull("access").getMap()).then().statusCode(200);
        DeskClient.asReader("desk-changing").then().body("truncated", equalTo(true));
        desk.put("publication", Map.of()).then().statusCode(200);
        DeskClient.asReader("desk-changing")
                .then()
                .body("access", nullValue())
                .body("body.html", containsString("Five."));
    }

    @Test
    void revisionsHaveTheAccess() {
        DeskClient desk = published("Desk: revised", Map.of("level", "paid", "preview", 1));
        desk.patch(Map.of("access", Map.of("level", "registered"))).then().statusCode(200);
        Response comparison = Keys.asAdmin().get(desk.path() + "/revisions/2/comparison");
        assertThat(comparison.<List<String>>path("fields.name")).containsExactly("access");
        desk.put("restoration", Map.of("revision", 1)).then().body("access.level", equalTo("paid"));
    }

    @Test
    void sampleNewsroomHasTwoArticlesThatAreNotFree() {
        Response all = given().get("/v1/articles?limit=100");
        assertThat(all.<List<String>>path("items.findAll { it.access != null }.access.level"))
                .containsExactlyInAnyOrder("paid", "registered");
        given().get("/v1/articles/ropeworks-last-shift")
                .then()
                .body("access", equalTo(Map.of("level", "paid", "preview", 3)))
                .body("truncated", equalTo(true))
                .body("wordCount", greaterThan(300));
    }

    private static DeskClient published(String title, Map<String, Object> access) {
        DeskClient desk = access == null
                ? DeskClient.write(title, "body", FIVE)
                : DeskClient.write(title, "body", FIVE, "access", access);
        desk.put("publication", Map.of()).then().statusCode(201);
        return desk;
    }
}
