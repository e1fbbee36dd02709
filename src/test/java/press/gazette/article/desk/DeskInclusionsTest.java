package press.gazette.article.desk;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.TestTags;

/** One request reads a draft with its tags, picture and related articles. */
@QuarkusTest
class DeskInclusionsTest {

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void includeAddsTagsImageAndRelatedArticles() {
        DeskClient desk = DeskClient.write(
                "Desk: included",
                "related",
                List.of(Newsroom.EMBARGOED_STORY),
                "body",
                Map.of("markdown", "Three short words."));
        desk.read().then().body("wordCount", equalTo(3)).body("included", nullValue());
        Keys.asAdmin()
                .get(desk.path() + "?include=tags,related")
                .then()
                .statusCode(200)
                .body("included.tags.slug", equalTo(List.of("averil", "world")))
                .body("included.related.slug", equalTo(List.of(Newsroom.EMBARGOED_STORY)))
                .body("included.image", nullValue());
        Keys.asAdmin()
                .get(desk.path() + "?include=everything")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("include"));
    }

    @Test
    void includeSkipsReferencesThatWereRemoved() {
        TestTags.create("{\"slug\":\"trial-removed\",\"name\":\"Trial removed\",\"type\":\"keyword\"}")
                .then()
                .statusCode(201);
        DeskClient desk = DeskClient.published("Desk: names");
        desk.patch(Map.of("tags", List.of("averil", "trial-removed"))).then().statusCode(200);
        Keys.asAdmin()
                .header("If-Match", "*")
                .delete("/v1/desk/tags/trial-removed")
                .then()
                .statusCode(204);
        Keys.asAdmin()
                .get(desk.path() + "?include=tags")
                .then()
                .statusCode(200)
                .body("tags", equalTo(List.of("averil", "trial-removed")))
                .body("included.tags.slug", equalTo(List.of("averil")));
        desk.put("expiry?dryRun=true", Map.of("at", "2100-01-01T00:00:00Z"))
                .then()
                .statusCode(200);
        desk.put("publication", Map.of()).then().statusCode(409);
    }
}
