package press.gazette.article.desk;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Newsroom;

/** Writing, publishing and discarding articles, as editors and readers see it. */
@QuarkusTest
class DeskArticlesTest {

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void draftIsHiddenUntilItIsPublished() {
        DeskClient desk = DeskClient.write("Desk: the lock is closed", "body", Map.of("markdown", "It *is*."));
        desk.read()
                .then()
                .statusCode(200)
                .body("status", equalTo("draft"))
                .body("slug", equalTo("desk-the-lock-is-closed"));
        when().get("/v1/articles/desk-the-lock-is-closed").then().statusCode(404);
        desk.put("publication", Map.of())
                .then()
                .statusCode(201)
                .body("status", equalTo("published"))
                .body("unpublishedChanges", equalTo(false));
        when().get("/v1/articles/desk-the-lock-is-closed")
                .then()
                .statusCode(200)
                .body("body.html", equalTo("<p>It <em>is</em>.</p>"))
                .body("tags.slug", hasItem("averil"));
        when().get("/v1/articles/" + desk.id()).then().statusCode(200);
        desk.delete("/publication").then().statusCode(200).body("status", equalTo("draft"));
        when().get("/v1/articles/desk-the-lock-is-closed").then().statusCode(404);
    }

    @Test
    void editOfAPublishedArticleWaitsForThePublication() {
        DeskClient desk = DeskClient.published("Desk: edited");
        String updatedAt = DeskClient.asReader("desk-edited").path("updatedAt");
        desk.patch(Map.of("title", "Desk: edited again", "note", "better title"))
                .then()
                .statusCode(200)
                .body("title", equalTo("Desk: edited again"))
                .body("unpublishedChanges", equalTo(true));
        DeskClient.asReader("desk-edited").then().body("title", equalTo("Desk: edited"));
        desk.put("publication", Map.of("significant", false)).then().statusCode(200);
        DeskClient.asReader("desk-edited")
                .then()
                .body("title", equalTo("Desk: edited again"))
                .body("updatedAt", equalTo(updatedAt));
        desk.patch(Map.of("standfirst", "News.")).then().statusCode(200);
        desk.put("publication", Map.of("significant", true)).then().statusCode(200);
        assertThat(DeskClient.asReader("desk-edited").<String>path("updatedAt")).isGreaterThan(updatedAt);
    }

    @Test
    void formerSlugRedirectsToTheNewOne() {
        DeskClient desk = DeskClient.published("Desk: moved");
        desk.patch(Map.of("slug", "desk-moved-away")).then().statusCode(200);
        DeskClient.asReader("desk-moved").then().statusCode(200);
        desk.put("publication", Map.of()).then().statusCode(200).body("aliases", equalTo(List.of("desk-moved")));
        given().redirects()
                .follow(false)
                .get("/v1/articles/desk-moved")
                .then()
                .statusCode(308)
                .header("Location", "/v1/articles/desk-moved-away");
        Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("title", "Another", "type", "news", "language", "en", "slug", "desk-moved"))
                .post("/v1/desk/articles")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/slug"));
    }

    @Test
    void formerSlugOfADraftBecomesFree() {
        DeskClient desk = DeskClient.write("Desk: first thought");
        desk.patch(Map.of("slug", "desk-second-thought")).then().statusCode(200).body("aliases", equalTo(List.of()));
        assertThat(DeskClient.write("Desk: first thought").read().<String>path("slug"))
                .isEqualTo("desk-first-thought");
        assertThat(DeskClient.write("Desk: first thought").read().<String>path("slug"))
                .isEqualTo("desk-first-thought-2");
    }

    @Test
    void draftCanBeDiscardedAndPublishedArticleCannot() {
        DeskClient draft = DeskClient.write("Desk: discarded");
        draft.delete("").then().statusCode(204);
        Keys.asAdmin().get(draft.path()).then().statusCode(404);
        DeskClient seen = DeskClient.published("Desk: kept");
        seen.delete("/publication").then().statusCode(200);
        seen.delete("").then().statusCode(409);
    }

    @Test
    void secondOfTwoEditorsIsToldWhoWasFirst() {
        DeskClient desk = DeskClient.write("Desk: two editors");
        String stale = desk.etag();
        desk.patch(Map.of("kicker", "First")).then().statusCode(200);
        Keys.asAdmin()
                .header("If-Match", stale)
                .contentType("application/merge-patch+json")
                .body(Map.of("kicker", "Second"))
                .patch(desk.path())
                .then()
                .statusCode(412)
                .body("detail", containsString("last changed by bootstrap"));
        Keys.asAdmin()
                .contentType("application/merge-patch+json")
                .body(Map.of("kicker", "Second"))
                .patch(desk.path())
                .then()
                .statusCode(428);
        desk.read().then().body("kicker", equalTo("First"));
    }

    @Test
    void dryRunChangesNothing() {
        DeskClient desk = DeskClient.write("Desk: dry");
        Keys.asAdmin()
                .header("If-Match", desk.etag())
                .contentType("application/json")
                .body(Map.of())
                .put(desk.path() + "/publication?dryRun=true")
                .then()
                .statusCode(200)
                .body("status", equalTo("published"));
        desk.read().then().body("status", equalTo("draft"));
        when().get("/v1/articles/desk-dry").then().statusCode(404);
    }

    @Test
    void auditLogHasEveryAcknowledgedWriteAndNothingElse() {
        String key = Keys.with("desk:write", "desk:publish", "desk:read");
        DeskClient desk = DeskClient.writeAs(key, "Desk: audited");
        desk.patch(Map.of("kicker", "Seen")).then().statusCode(200);
        desk.patch(Map.of("kicker", 5)).then().statusCode(400);
        desk.put("publication?dryRun=true", Map.of()).then().statusCode(200);
        desk.put("publication", Map.of()).then().statusCode(201);
        Response log = Keys.asAdmin().get("/v1/desk/audit?subject=article:" + desk.id());
        log.then()
                .statusCode(200)
                .body("items.action", equalTo(List.of("PUT", "PATCH", "POST")))
                .body("items[0].path", equalTo(desk.path() + "/publication"))
                .body("items[0].version", equalTo(desk.read().<Integer>path("version")));
        String actor = log.path("items[0].actor");
        assertThat(actor).startsWith("key:");
        assertThat(Keys.asAdmin().get("/v1/desk/audit?limit=1&actor=" + actor).<String>path("next"))
                .isNotNull();
        Keys.asAdmin().get("/v1/desk/audit?from=2100-01-01T00:00:00Z").then().body("items", equalTo(List.of()));
        Keys.asAdmin()
                .get("/v1/desk/audit?from=soon")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("from"));
        Keys.as(key).get("/v1/desk/audit").then().statusCode(403);
    }

    /** RFC 9110 §13.1.1: a client may repeat a request whose response was lost. */
    @Test
    void repeatedSaveMakesOneRevision() {
        DeskClient desk = DeskClient.write("Desk: saved");
        Response first = desk.patch(Map.of("title", "Desk: saved once"));
        Response second = Keys.asAdmin()
                .header("If-Match", "\"1\"")
                .contentType("application/merge-patch+json")
                .body(Map.of("title", "Desk: saved once"))
                .patch(desk.path());
        second.then().statusCode(200).header("ETag", first.header("ETag")).body("revision", equalTo(2));
        Keys.asAdmin()
                .header("If-Match", "\"1\"")
                .contentType("application/merge-patch+json")
                .body(Map.of("title", "Desk: saved otherwise"))
                .patch(desk.path())
                .then()
                .statusCode(412);
        desk.patch(Map.of("title", "Desk: saved once")).then().statusCode(200).body("revision", equalTo(2));
    }

    @Test
    void patchThatChangesNothingKeepsTheETag() {
        DeskClient desk = DeskClient.published("Desk: unchanged");
        String before = desk.read().asString();
        String etag = desk.etag();
        desk.patch(Map.of()).then().statusCode(200).header("ETag", etag);
        desk.patch(Map.of("title", "Desk: unchanged")).then().statusCode(200).header("ETag", etag);
        assertThat(desk.read().asString()).isEqualTo(before);
    }

    @Test
    void errorForASectionPointsToTheTags() {
        Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("title", "Desk: wrong", "type", "news", "language", "en", "section", "world"))
                .post("/v1/desk/articles")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/section"))
                .body("errors[0].detail", containsString("\"tags\""));
    }

    @Test
    void deskListsArticlesByStatus() {
        DeskClient.write("Desk: listed draft");
        DeskClient.published("Desk: listed published");
        assertThat(Keys.asAdmin().get("/v1/desk/articles?limit=2").jsonPath().getList("items.slug"))
                .isEqualTo(List.of("desk-listed-published", "desk-listed-draft"));
        assertThat(Keys.asAdmin()
                        .get("/v1/desk/articles?status=draft&limit=1")
                        .jsonPath()
                        .getList("items.slug"))
                .isEqualTo(List.of("desk-listed-draft"));
        List<String> all = new ArrayList<>();
        String url = "/v1/desk/articles?limit=10";
        while (url != null) {
            Response page = Keys.asAdmin().urlEncodingEnabled(false).get(url);
            all.addAll(page.jsonPath().getList("items.slug"));
            url = page.path("next");
        }
        assertThat(all)
                .doesNotHaveDuplicates()
                .contains(Newsroom.EMBARGOED_STORY, Newsroom.DRAFT_STORY, "desk-listed-draft");
        Keys.asAdmin().get("/v1/desk/articles?status=gone").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title      | \"\"                              | /title",
                "title      | \"two\\nlines\"                   | /title",
                "type       | \"gossip\"                        | /type",
                "language   | \"english language\"              | /language",
                "slug       | \"Not A Slug\"                    | /slug",
                "slug       | \"" + Newsroom.GAS_CONTRACT + "\"           | /slug",
                "slug       | \"" + Newsroom.GAS_CONTRACT_FORMERLY + "\"           | /slug",
                "tags       | [\"averil\",\"nobody\"]           | /tags/1",
                "tags       | [\"averil\",\"averil\"]           | /tags/1",
                "tags       | \"averil\"                        | /tags",
                "image      | \"a-picture\"                     | /image",
                "related    | [\"no-such-article\"]             | /related/0",
                "body       | {}                                | /body",
                "body       | {\"html\":\"a\",\"markdown\":\"b\"} | /body",
                "body       | {\"blocks\":[{\"type\":\"gif\"}]} | /body/blocks/0/type",
                "body       | {\"blocks\":[{\"type\":\"heading\",\"level\":9,\"text\":[]}]} | /body/blocks/0",
                "canonicalUrl | \"javascript:alert(1)\"         | /canonicalUrl",
                "seo        | {\"titel\":\"x\"}                 | /seo/titel",
                "titel      | \"x\"                             | /titel",
                "kicker     | 5                                 | /kicker",
                "note       | \"\\u0000\"                       | /note",
            })
    void faultInADraftIsReportedWithItsPointer(String member, String value, String pointer) {
        String draft =
                "{\"language\":\"en\",\"title\":\"Desk: wrong\",\"type\":\"news\",\"" + member + "\":" + value + "}";
        String once = List.of("title", "type", "language").contains(member)
                ? draft.replaceFirst("\"" + member + "\":\"[^\"]*\",", "")
                : draft;
        Response refused =
                Keys.asAdmin().contentType("application/json").body(once).post("/v1/desk/articles");
        refused.then().statusCode(400);
        assertThat(refused.jsonPath().getList("errors.pointer", String.class).get(0))
                .startsWith(pointer);
        Keys.asAdmin().get("/v1/desk/articles/desk-wrong").then().statusCode(404);
    }
}
