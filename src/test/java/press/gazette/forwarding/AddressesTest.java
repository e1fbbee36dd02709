package press.gazette.forwarding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.TestTags;
import press.gazette.security.Scope;

/** Addresses of a former site, at the desk and for readers. */
@QuarkusTest
class AddressesTest {

    private static final String DESK = "/v1/desk/addresses";

    @AfterEach
    void tidyUp() {
        QuarkusTransaction.requiringNew().run(() -> OldAddress.delete("path like '/desk-%' or path like '/?desk%'"));
        DeskClient.tidyUp();
        TestTags.clear();
    }

    @Test
    void oldAddressLeadsToTheArticleForEver() {
        DeskClient desk = DeskClient.published("Desk: forwarded");
        String id = keep(Map.of("path", "https://old.example/desk-2019/forwarded/", "article", "desk-forwarded"))
                .path("id");
        at("/desk-2019/forwarded/")
                .then()
                .statusCode(200)
                .body("path", equalTo("/desk-2019/forwarded"))
                .body("type", equalTo("article"))
                .body("id", equalTo(desk.id()))
                .body("slug", equalTo("desk-forwarded"))
                .body("href", equalTo("/v1/articles/desk-forwarded"))
                .body("url", endsWith("/desk-forwarded"));
        desk.patch(Map.of("slug", "desk-forwarded-again")).then().statusCode(200);
        desk.put("publication", Map.of()).then().statusCode(200);
        at("/desk-2019/forwarded").then().statusCode(200).body("slug", equalTo("desk-forwarded-again"));
        Keys.asAdmin().header("If-Match", "*").delete(DESK + "/" + id).then().statusCode(204);
        at("/desk-2019/forwarded").then().statusCode(404);
    }

    @Test
    void addressOfAMergedTagFollowsTheOther() {
        String from = TestTags.keyword("trial-old-quay", "active");
        String into = TestTags.keyword("trial-quay", "active");
        keep(Map.of("path", "/desk-topic", "tag", from));
        Keys.asAdmin()
                .header("If-Match", "*")
                .contentType("application/json")
                .body(Map.of("into", "trial-quay"))
                .put(TestTags.TAGS + "/trial-old-quay/merger")
                .then()
                .statusCode(200);
        at("/desk-topic").then().statusCode(200).body("id", equalTo(into)).body("slug", equalTo("trial-quay"));
        TestTags.patch("trial-quay", "{\"slug\": \"trial-new-quay\"}").then().statusCode(200);
        at("/desk-topic").then().statusCode(200).body("slug", equalTo("trial-new-quay"));
        TestTags.patch("trial-new-quay", "{\"state\": \"hidden\"}").then().statusCode(200);
        at("/desk-topic").then().statusCode(404);
    }

    @Test
    void hiddenTargetIsLikeAnUnknownAddress() {
        DeskClient desk = DeskClient.write("Desk: hidden target");
        keep(Map.of("path", "/desk-hidden", "article", desk.id()));
        assertThat(at("/desk-hidden").asString().replace("desk-hidden", "x"))
                .isEqualTo(at("/desk-unknown").asString().replace("desk-unknown", "x"));
        desk.put("publication", Map.of()).then().statusCode(201);
        at("/desk-hidden").then().statusCode(200);
        desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        at("/desk-hidden").then().statusCode(410).body("reason", equalTo("legal"));
    }

    @Test
    void addressLeadsToATagOrALink() {
        keep(Map.of("path", "/desk-category/russia", "tag", "russia"));
        at("/desk-category/russia/")
                .then()
                .statusCode(200)
                .body("type", equalTo("tag"))
                .body("href", equalTo("/v1/tags/russia"))
                .body("url", nullValue());
        Response kept = keep(Map.of("path", "/desk-shop", "link", "https://shop.example/"));
        at("/desk-shop").then().body("type", equalTo("link")).body("href", equalTo("https://shop.example/"));
        Keys.asAdmin()
                .header("If-Match", kept.header("ETag"))
                .contentType("application/merge-patch+json")
                .body("{\"link\":null,\"tag\":\"europe\"}")
                .patch(DESK + "/" + kept.path("id"))
                .then()
                .statusCode(200)
                .body("link", nullValue());
        at("/desk-shop").then().body("type", equalTo("tag")).body("slug", equalTo("europe"));
    }

    @Test
    void mapHasThePublicAddressesForAServerInFront() {
        DeskClient.published("Desk: mapped");
        DeskClient.write("Desk: unmapped");
        keep(Map.of("path", "/desk-map/мир", "article", "desk-mapped"));
        keep(Map.of("path", "/desk-map/hidden", "article", "desk-unmapped"));
        keep(Map.of("path", "/?desk=map", "link", "https://shop.example/a"));
        String csv = Keys.asAdmin().get(DESK + "/map").asString();
        assertThat(csv)
                .startsWith("path,target\n")
                .containsPattern("\"/desk-map/%D0%BC%D0%B8%D1%80\",\".*/desk-mapped\"\n")
                .doesNotContain("hidden");
        String nginx = Keys.asAdmin().get(DESK + "/map?format=nginx").asString();
        assertThat(nginx)
                .containsPattern("\"/desk-map/%D0%BC%D0%B8%D1%80/\" \".*/desk-mapped\";\n")
                .doesNotContain("hidden");
        String apache = Keys.asAdmin().get(DESK + "/map?format=apache").asString();
        assertThat(apache)
                .containsPattern("(?m)^/desk-map/мир/ .*/desk-mapped$")
                .contains("/?desk=map https://shop.example/a\n")
                .doesNotContain("hidden");
        Keys.asAdmin().get(DESK + "/map?format=caddy").then().statusCode(400);
    }

    @Test
    void queryBelongsToTheAddress() {
        keep(Map.of("path", "/?desk=123", "link", "/imprint"));
        at("/?desk=123").then().statusCode(200);
        at("/?desk=124").then().statusCode(404);
    }

    @Test
    void badDraftsAndParametersAreRejected() {
        keep(Map.of("path", "/desk-taken", "link", "/imprint"));
        post(Map.of("path", "/desk-taken/", "link", "/elsewhere"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/path"));
        post(Map.of("path", "/desk-two", "link", "/a", "tag", "russia"))
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("exactly one"));
        post(Map.of("path", "desk-no-slash", "link", "/a")).then().statusCode(400);
        post(Map.of("path", "/desk-script", "link", "javascript:alert(1)"))
                .then()
                .statusCode(400);
        post(Map.of("path", "/desk-nobody", "article", "nobody-wrote-this"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/article"));
        given().get("/v1/addresses").then().statusCode(400).body("code", equalTo("invalid-parameter"));
        at("no-slash").then().statusCode(400);
    }

    @Test
    void writersNeedTheScopeToPublish() {
        Keys.as(Keys.with(Scope.READ, Scope.WRITE))
                .contentType("application/json")
                .body(Map.of("path", "/desk-scope", "link", "/a"))
                .post(DESK)
                .then()
                .statusCode(403);
    }

    private static Response at(String path) {
        return given().queryParam("path", path).get("/v1/addresses");
    }

    private static Response keep(Map<String, String> draft) {
        Response kept = post(draft);
        kept.then().statusCode(201).header("Location", containsString(DESK));
        return kept;
    }

    private static Response post(Map<String, String> draft) {
        return Keys.asAdmin().contentType("application/json").body(draft).post(DESK);
    }
}
