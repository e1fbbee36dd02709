package press.gazette.article.desk;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;

/** Warnings of possible mistakes, which prevent nothing. */
@QuarkusTest
class WarningsTest {

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void publicationWarnsOfMissingParts() {
        DeskClient desk = DeskClient.write("Desk: bare", "tags", List.of("averil"));
        desk.read().then().body("warnings", nullValue());
        desk.put("publication", Map.of())
                .then()
                .statusCode(201)
                .body("warnings.code", contains("no-body", "no-picture", "no-section"))
                .body("warnings.pointer", contains("/body", "/image", "/tags"));
    }

    @Test
    void publicationWarnsOfItsPicture() {
        String picture = Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of(
                        "url",
                        "https://pictures.example/desk.jpg",
                        "alt",
                        "",
                        "width",
                        10,
                        "height",
                        10,
                        "rightsExpireAt",
                        "2001-01-01T00:00:00Z"))
                .post("/v1/desk/media")
                .path("id");
        Map<String, Object> body = Map.of("html", "<p>Text</p><img src=\"https://pictures.example/x.jpg\" alt=\"\">");
        DeskClient desk = DeskClient.write("Desk: pictures", "image", picture, "body", body);
        desk.put("publication", Map.of())
                .then()
                .body("warnings.code", contains("alt-missing", "rights-end", "alt-missing"))
                .body("warnings.pointer", contains("/image", "/image", "/body"))
                .body("warnings[1].detail", containsString("2001-01-01T00:00:00Z"));
        desk.patch(Collections.singletonMap("image", null)).then().statusCode(200);
        desk.put("publication", Map.of()).then().statusCode(200);
        Keys.asAdmin()
                .header("If-Match", "*")
                .delete("/v1/desk/media/" + picture)
                .then()
                .statusCode(204);
    }

    @Test
    void publicationWarnsIfNobodySeesTheArticle() {
        DeskClient desk = DeskClient.write("Desk: unseen");
        desk.put("embargo", Map.of("until", "indefinite")).then().statusCode(201);
        desk.put("publication", Map.of()).then().statusCode(201).body("warnings.code", hasItem("embargoed"));
        desk.put("expiry", Map.of("at", "2001-01-01T00:00:00Z"))
                .then()
                .statusCode(201)
                .body("warnings", nullValue());
        desk.put("publication", Map.of()).then().statusCode(200).body("warnings.code", hasItem("expired"));
    }

    @Test
    void dryRunGivesTheSameWarningsAndStoresNothing() {
        write("/v1/desk/articles?dryRun=true").then().statusCode(200).body("warnings.code", hasItem("no-body"));
        Keys.asAdmin().get("/v1/desk/articles/desk-trial").then().statusCode(404);
        write("/v1/desk/articles").then().statusCode(201).body("warnings", nullValue());
        Keys.asAdmin()
                .header("If-Match", "*")
                .contentType("application/json")
                .body("{}")
                .put("/v1/desk/articles/desk-trial/publication?dryRun=true")
                .then()
                .statusCode(200)
                .body("warnings.code", hasItem("no-body"))
                .body("status", equalTo("published"));
        Keys.asAdmin().get("/v1/desk/articles/desk-trial").then().body("status", equalTo("draft"));
    }

    private static Response write(String address) {
        return Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("title", "Desk: trial", "type", "news", "language", "en"))
                .post(address);
    }
}
