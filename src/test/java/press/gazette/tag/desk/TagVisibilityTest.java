package press.gazette.tag.desk;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static press.gazette.newsroom.TestTags.TAGS;
import static press.gazette.newsroom.TestTags.clear;
import static press.gazette.newsroom.TestTags.keyword;
import static press.gazette.newsroom.TestTags.patch;

import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.TestTags;

/** The visibility of tags in each state, to readers and in the ledger. */
@QuarkusTest
class TagVisibilityTest {

    private long ledger;

    @org.junit.jupiter.api.BeforeEach
    void remember() {
        ledger = ledger();
    }

    @AfterEach
    void takeOut() {
        clear();
    }

    @Test
    void newTagIsProposedAndHiddenFromReaders() {
        Response created = TestTags.create("""
                {"name": "Trial Tünnel", "type": "keyword", "description": "Below the harbour.", "parents": ["averil"],
                 "sameAs": ["https://www.wikidata.org/entity/Q1"]}""");
        created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", TAGS + "/" + created.path("id"))
                .body("slug", equalTo("trial-tunnel"))
                .body("state", equalTo("proposed"))
                .body("revealed", equalTo(false))
                .body("parents", equalTo(List.of("averil")))
                .body("image", nullValue())
                .body("modifiedAt", notNullValue());
        when().get("/v1/tags/trial-tunnel").then().statusCode(404);
        assertThat(changes()).isEmpty();
        desk().get(TAGS + "/trial-tunnel").then().statusCode(200).body("id", equalTo(created.path("id")));
    }

    @Test
    void changesThatReadersNoticeNeedTheScopeToPublish() {
        String writer = Keys.with("desk:write");
        as(writer, "{\"slug\": \"trial-loud\", \"name\": \"Trial\", \"type\": \"keyword\", \"state\": \"active\"}")
                .post(TAGS)
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"))
                .body("detail", containsString("desk:publish"));
        as(writer, "{\"slug\": \"trial-quiet\", \"name\": \"Trial\", \"type\": \"keyword\"}")
                .post(TAGS)
                .then()
                .statusCode(201)
                .body("state", equalTo("proposed"));
        keyword("trial-open", "active");
        for (String patch : List.of(
                "{\"name\": \"Trial renamed\"}",
                "{\"state\": \"hidden\"}",
                "{\"slug\": \"trial-moved\"}",
                "{\"parents\": [\"averil\"]}",
                "{\"description\": \"Louder.\"}")) {
            patchAs(writer, "trial-open", patch).then().statusCode(403).body("detail", containsString("desk:publish"));
        }
        patchAs(writer, "trial-quiet", "{\"state\": \"active\"}").then().statusCode(403);
        patchAs(writer, "trial-quiet", "{\"name\": \"Trial in silence\"}")
                .then()
                .statusCode(200);
        patchAs(writer, "trial-open", "{}").then().statusCode(200).header("ETag", "\"0\"");
        when().get("/v1/tags/trial-open").then().statusCode(200).body("name", equalTo("Trial trial-open"));
        String publisher = Keys.with("desk:write", "desk:publish");
        patchAs(publisher, "trial-open", "{\"name\": \"Trial renamed\"}").then().statusCode(200);
    }

    private static io.restassured.specification.RequestSpecification as(String key, String content) {
        return Keys.as(key).contentType("application/json").body(content);
    }

    private static Response patchAs(String key, String ref, String patch) {
        return Keys.as(key)
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", "*")
                .body(patch)
                .patch(TAGS + "/" + ref);
    }

    @Test
    void activeTagIsVisibleAtOnceAndFoundByItsName() {
        String id = keyword("trial-open", "active");
        when().get("/v1/tags/" + id).then().statusCode(200).body("slug", equalTo("trial-open"));
        assertThat(changes()).containsExactly("created tag:" + id);
        patch(id, "{\"name\": \"Trial Émile\"}").then().statusCode(200).header("ETag", "\"1\"");
        given().urlEncodingEnabled(false)
                .get("/v1/tags?q=trial%20emi")
                .then()
                .body("items.slug", equalTo(List.of("trial-open")));
        assertThat(changes()).containsExactly("created tag:" + id, "updated tag:" + id);
    }

    @Test
    void formerSlugRedirectsToTheTag() {
        String id = keyword("trial-old", "active");
        patch("trial-old", "{\"slug\": \"trial-new\"}")
                .then()
                .statusCode(200)
                .body("aliases", equalTo(List.of("trial-old")));
        given().redirects()
                .follow(false)
                .get("/v1/tags/trial-old")
                .then()
                .statusCode(308)
                .header("Location", "/v1/tags/trial-new");
        assertThat(changes()).containsExactly("created tag:" + id, "moved tag:" + id);
        TestTags.create("{\"slug\": \"trial-old\", \"name\": \"Trial\", \"type\": \"keyword\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/slug"));
        patch("trial-old", "{\"slug\": \"trial-old\"}")
                .then()
                .body("slug", equalTo("trial-old"))
                .body("aliases", equalTo(List.of("trial-new")));
    }

    @Test
    void formerSlugThatReadersNeverKnewLeadsToTheTagAtTheDeskOnly() {
        String id = keyword("trial-secret", "proposed");
        patch(id, "{\"slug\": \"trial-known\", \"name\": \"Trial\", \"state\": \"active\"}")
                .then()
                .statusCode(200)
                .body("aliases", equalTo(List.of()))
                .body("workingSlugs", equalTo(List.of("trial-secret")));
        assertThat(when().get("/v1/tags/trial-known").asString()).doesNotContain("secret");
        when().get("/v1/tags/trial-secret").then().statusCode(404);
        desk().get(TAGS + "/trial-secret").then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void ledgerHasOnlyChangesThatReadersNotice() {
        String id = keyword("trial-life", "proposed");
        patch(id, "{\"description\": \"Unseen.\"}").then().statusCode(200);
        patch(id, "{\"state\": \"hidden\"}").then().statusCode(200);
        patch(id, "{\"slug\": \"trial-lives\"}").then().statusCode(200);
        assertThat(changes()).isEmpty();
        patch(id, "{\"state\": \"active\"}").then().body("revealed", equalTo(true));
        patch(id, "{\"state\": \"deprecated\"}").then().statusCode(200);
        when().get("/v1/tags/" + id).then().statusCode(200).body("state", equalTo("deprecated"));
        patch(id, "{\"state\": \"hidden\"}").then().statusCode(200);
        when().get("/v1/tags/" + id).then().statusCode(404);
        patch(id, "{\"name\": \"Trial unseen\"}").then().statusCode(200);
        patch(id, "{\"state\": \"active\"}").then().statusCode(200);
        assertThat(changes())
                .containsExactly("created tag:" + id, "updated tag:" + id, "deleted tag:" + id, "created tag:" + id);
    }

    @Test
    void patchThatChangesNothingKeepsTheETagAndIsNotInTheLedger() {
        String id = keyword("trial-same", "active");
        String before = desk().get(TAGS + "/" + id).asString();
        patch(id, "{\"name\": \"Trial trial-same\", \"state\": null}").then().header("ETag", "\"0\"");
        assertThat(desk().get(TAGS + "/" + id).asString()).isEqualTo(before);
        assertThat(changes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"active, proposed", "hidden, proposed"})
    void visibleTagCannotBecomeProposed(String first, String then) {
        String id = keyword("trial-seen", "active");
        patch(id, "{\"state\": \"" + first + "\"}").then().statusCode(200);
        patch(id, "{\"state\": \"" + then + "\"}").then().statusCode(409).body("code", equalTo("conflict"));
    }

    @Test
    void unseenTagCannotBecomeDeprecated() {
        patch(keyword("trial-unseen", "proposed"), "{\"state\": \"deprecated\"}")
                .then()
                .statusCode(409);
    }

    private static io.restassured.specification.RequestSpecification desk() {
        return Keys.asAdmin();
    }

    private static long ledger() {
        return QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
    }

    /** The changes in the ledger since the test began. */
    private List<String> changes() {
        List<Change> told = QuarkusTransaction.requiringNew().call(() -> Ledger.after(ledger, 100));
        return told.stream()
                .map(change -> change.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + change.subject())
                .toList();
    }
}
