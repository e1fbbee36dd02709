package press.gazette.article.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import java.util.List;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.media.Media;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.FewConnections;
import press.gazette.newsroom.Keys;

/** Publication where the settings ask for alternative texts and credits. */
@QuarkusTest
@TestProfile(FewConnections.class)
class PictureRulesTest {

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
        QuarkusTransaction.requiringNew().run(() -> Media.delete("url", "/rules.jpg"));
    }

    @Test
    void articleIsPublishedOnceItsPicturesHaveWords() {
        String picture = Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("url", "/rules.jpg", "alt", "", "credit", "Ida Roe", "width", 16, "height", 9))
                .post("/v1/desk/media")
                .path("id");
        DeskClient story = DeskClient.write("Desk: rules", "image", picture, "body", body("", "Ida Roe"));
        rejected(story.put("publication", Map.of()));
        rejected(story.put("schedule", Map.of("publishAt", "2099-01-01T00:00:00Z")));
        rejected(Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of(
                        "operations",
                        List.of(Map.of("type", "publish", "ref", story.id(), "ifMatch", "*", "publication", Map.of()))))
                .post("/v1/desk/articles/batch?atomic=true"));
        DeskClient.asReader("desk-rules").then().statusCode(404);
        Keys.asAdmin()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("alt", "A quay"))
                .patch("/v1/desk/media/" + picture)
                .then()
                .statusCode(200);
        story.patch(Map.of("body", body("A lock", "Ida Roe"))).then().statusCode(200);
        story.put("publication", Map.of()).then().statusCode(400).body("errors.pointer", contains("/body/blocks/1"));
        story.patch(Map.of("body", Map.of("blocks", List.of()))).then().statusCode(200);
        story.put("publication", Map.of()).then().statusCode(201);
    }

    private static Map<String, Object> body(String alt, String credit) {
        return Map.of(
                "blocks",
                List.of(
                        Map.of("type", "image", "url", "/a.jpg", "alt", alt, "credit", credit),
                        Map.of(
                                "type",
                                "gallery",
                                "images",
                                List.of(Map.of("type", "image", "url", "/b.jpg", "alt", "A barge", "credit", "")))));
    }

    private static void rejected(Response response) {
        assertThat(response.asString()).contains("invalid-content");
    }
}
