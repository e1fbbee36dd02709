package press.gazette.sync;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.change.compaction.LedgerCompactor;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.TestTags;

@QuarkusTest
class ChangesResourceTest {

    private static final Instant FUTURE = Instant.parse("2300-01-01T00:00:00Z");

    /** Those of listings, and the imprint. */
    private static final int ALL = Newsroom.PUBLIC_ARTICLES + 1;

    @Inject
    LedgerCompactor compactor;

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
        TestTags.clear();
    }

    @Test
    void copyHasEachPublicArticleOnceAndNothingElse() {
        Copy copy = new Copy("types=article").complete();
        assertThat(copy.contents()).hasSize(ALL);
        assertThat(get(copy.next()).asString()).doesNotContain(Newsroom.WITHDRAWN_STORY);
    }

    @Test
    void lifeOfAnArticleIsTold() {
        String end = end();
        DeskClient article = DeskClient.published("Desk: tram");
        Response created = get(end);
        created.then()
                .body("items.size()", equalTo(1))
                .body("items[0].kind", equalTo("created"))
                .body("items[0].type", equalTo("article"))
                .body("items[0].id", equalTo(article.id()))
                .body("items[0].slug", equalTo("desk-tram"))
                .body("items[0].href", equalTo("/v1/articles/desk-tram"))
                .body("items[0].version", equalTo(1))
                .body("items[0].groups", hasItem("article:" + article.id()))
                .body("items[0].content", nullValue())
                .body("more", equalTo(false));
        article.patch(Map.of("slug", "desk-night-tram")).then().statusCode(200);
        article.put("publication", Map.of()).then().statusCode(200);
        get(created.path("next"))
                .then()
                .body("items.kind", equalTo(List.of("moved")))
                .body("items[0].formerSlugs", equalTo(List.of("desk-tram")));
        get(end).then().body("items.kind", equalTo(List.of("moved")));
        article.put("withdrawal", Map.of("reason", "rights")).then().statusCode(201);
        get(created.path("next"))
                .then()
                .body("items.kind", equalTo(List.of("withdrawn")))
                .body("items[0].reason", equalTo("rights"))
                .body("items[0].slug", nullValue())
                .body("items[0].href", equalTo("/v1/articles/" + article.id()));
        assertThat(new Copy("types=article").complete().contents()).hasSize(ALL);
    }

    @Test
    void hiddenChangesAreNotTold() {
        String end = end();
        DeskClient article = DeskClient.write("Desk: secret");
        article.put("embargo", Map.of("until", "indefinite")).then().statusCode(201);
        article.put("publication", Map.of()).then().statusCode(201);
        get(end).then().body("items.size()", equalTo(0)).body("next", equalTo(end));
        article.delete("/embargo").then().statusCode(200);
        get(end).then().body("items.kind", equalTo(List.of("created")));
    }

    @Test
    void groupsDoNotNameHiddenTags() {
        String hidden = TestTags.keyword("trial-secret", "active");
        DeskClient article = DeskClient.published("Desk: with a hidden tag", "tags", List.of("world", "trial-secret"));
        TestTags.patch("trial-secret", "{\"state\": \"hidden\"}").then().statusCode(200);
        String end = end();
        article.patch(Map.of("title", "Desk: with a tag that is hidden")).then().statusCode(200);
        article.put("publication", Map.of()).then().statusCode(200);
        get(end).then()
                .body("items[0].id", equalTo(article.id()))
                .body("items[0].groups", hasItem(startsWith("tag:")))
                .body("items[0].groups", not(hasItem("tag:" + hidden)));
        TestTags.patch("trial-secret", "{\"state\": \"active\"}").then().statusCode(200);
        get(end).then().body("items[0].groups", hasItem("tag:" + hidden));
    }

    /** No change names the tags that an article loses while readers do not see it. */
    @Test
    void articleThatComesBackWithoutTheTagLeavesTheCopy() {
        DeskClient article = DeskClient.published("Desk: pipeline", "tags", List.of("putin", "world"));
        Copy copy = new Copy("types=article&tags=putin").complete();
        assertThat(copy.contents()).containsKey("article:" + article.id());
        article.delete("/publication").then().statusCode(200);
        article.patch(Map.of("tags", List.of("world"))).then().statusCode(200);
        article.put("publication", Map.of()).then().statusCode(201);
        assertThat(copy.complete().contents()).doesNotContainKey("article:" + article.id());
    }

    @Test
    void contentIsThatOfTheListing() {
        String end = new Copy("include=content&limit=20").complete().next();
        DeskClient.published("Desk: bridge", "body", Map.of("markdown", "The *old* bridge."));
        get(end).then()
                .body("items[0].content.title", equalTo("Desk: bridge"))
                .body("items[0].content.body.html", containsString("<em>old</em>"))
                .header("Cache-Control", containsString("max-age=15"));
    }

    @Test
    void lifetimeIsThatOfThePage() {
        Response first = get("/v1/changes?limit=2");
        first.then()
                .header("Cache-Control", containsString("max-age=3600"))
                .header("Cache-Control", not(containsString("immutable")))
                .header("Link", containsString("rel=\"next\""))
                .header("ETag", notNullValue())
                .body("more", equalTo(true));
        Response last = get(end());
        last.then().header("Cache-Control", equalTo("public, max-age=5"));
        given().header("If-None-Match", last.header("ETag"))
                .urlEncodingEnabled(false)
                .get(end())
                .then()
                .statusCode(304);
    }

    @Test
    void articleThatLeavesTheFilterIsDeleted() {
        Copy copy = new Copy("types=article&tags=energy").complete();
        DeskClient article = DeskClient.published("Desk: pylon", "tags", List.of("energy", "world"));
        copy.complete();
        assertThat(copy.contents()).containsKey("article:" + article.id());
        article.patch(Map.of("tags", List.of("world"))).then().statusCode(200);
        article.put("publication", Map.of()).then().statusCode(200);
        get(copy.next()).then().body("items.kind", equalTo(List.of("deleted")));
        get("/v1/changes?types=article&kinds=deleted&limit=100").then().body("items.size()", equalTo(0));
    }

    @Test
    void positionWithoutItsRemovalsIsGone() {
        DeskClient article = DeskClient.published("Desk: kiosk");
        String end = end();
        article.put("withdrawal", Map.of("reason", "other")).then().statusCode(201);
        boolean more = true;
        while (more) {
            boolean replaced = compactor.compact(FUTURE);
            more = compactor.prune(FUTURE) || replaced;
        }
        get(end).then()
                .statusCode(410)
                .body("code", equalTo("changes-gone"))
                .body("detail", containsString("/v1/changes"));
        get(end()).then().statusCode(200);
    }

    /** A client that reads a page of articles and follows from then on misses nothing. */
    @Test
    void numberInTheHeadersOfAResponseIsAPosition() {
        DeskClient.published("Desk: fetched");
        String seq = given().get("/v1/articles?limit=1").header("Gazette-Seq");
        DeskClient article = DeskClient.published("Desk: subscribed");
        Response later = get("/v1/changes?types=article&after=" + seq);
        later.then().statusCode(200).body("items.id", equalTo(List.of(article.id())));
        get(later.path("next")).then().statusCode(200).body("items", equalTo(List.of()));
        get("/v1/changes?after=999999999999").then().statusCode(410);
    }

    @Test
    void badParametersAreRejected() {
        get("/v1/changes?after=abc").then().statusCode(400).body("code", equalTo("invalid-cursor"));
        String end = end();
        get(end.replace("types=article", "types=tag"))
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("after"));
        get("/v1/changes?types=articles").then().statusCode(400).body("detail", containsString("article, tag"));
        get("/v1/changes?types=tag,tag").then().statusCode(400).body("detail", containsString("twice"));
        get("/v1/changes?kinds=lost").then().statusCode(400).body("detail", containsString("withdrawn"));
        get("/v1/changes?include=all").then().statusCode(400).body("detail", containsString("content"));
        get("/v1/changes?include=content&limit=21").then().statusCode(400).body("detail", containsString("20"));
        get("/v1/changes?tags=nobody").then().statusCode(400).body("detail", containsString("no tag"));
        get("/v1/changes?cursor=abc").then().statusCode(400).body("code", equalTo("unknown-parameter"));
    }

    private static String end() {
        return new Copy("types=article&limit=100").complete().next();
    }

    private static Response get(String url) {
        return given().urlEncodingEnabled(false).get(url);
    }
}
