package press.gazette.media.desk;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.media.Media;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Listings;
import press.gazette.newsroom.Newsroom;

/** Pictures at the desk. */
@QuarkusTest
class DeskMediaTest {

    private static final String MEDIA = "/v1/desk/media";

    /** Public URLs that show the lead picture of one article. */
    private static final List<String> SHOWING = List.of(
            "/v1/articles/" + Newsroom.GAS_CONTRACT,
            "/v1/articles?limit=100",
            "/v1/articles?limit=100&tags=energy",
            "/v1/articles?limit=100&tags=energy%7Crussia",
            "/v1/tags/" + Newsroom.PUTIN + "/articles?limit=100",
            "/v1/lists/" + Newsroom.EDITORS_PICKS,
            "/v1/lists/" + Newsroom.LATEST_POSTS,
            "/v1/pages/" + Newsroom.HOME,
            "/v1/articles?limit=100&include=related",
            "/v1/tags/energy",
            "/v1/tags?limit=100");

    private long ledger;

    @BeforeEach
    void remember() {
        ledger = QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
    }

    @AfterEach
    void takeOut() {
        QuarkusTransaction.requiringNew().run(() -> Media.delete("alt", "A trial"));
    }

    @Test
    void pictureIsCreatedWithAllMembers() {
        Response filed = file("""
                {"url": "https://pictures.test/a.jpg", "alt": "A trial", "caption": "Below.", "credit": "Ada", "width": 1600,
                 "height": 900, "renditions": [{"name": "wide", "url": "/wide.jpg", "width": 800, "height": 450}],
                 "rightsExpireAt": "2036-01-01T01:00:00+01:00"}""");
        filed.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", MEDIA + "/" + filed.path("id"))
                .body("renditions[0].name", equalTo("wide"))
                .body("rightsExpireAt", equalTo("2036-01-01T00:00:00Z"));
        patch(filed.path("id"), "{\"caption\": null, \"rightsExpireAt\": null, \"width\": 1601}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("width", equalTo(1601))
                .body("credit", equalTo("Ada"))
                .body("caption", nullValue())
                .body("rightsExpireAt", nullValue());
        patch(filed.path("id"), "{\"width\": 1601}").then().header("ETag", "\"1\"");
        desk().get(MEDIA + "/" + filed.path("id")).then().statusCode(200).body("url", notNullValue());
        assertThat(changes()).as("readers do not see it").isEmpty();
    }

    @Test
    void listingIsOrderedNewestFirst() {
        List<String> filed = List.of(trial(), trial(), trial());
        assertThat(Listings.walk(MEDIA + "?limit=2", Keys::asAdmin))
                .extracting(item -> (String) item.get("id"))
                .doesNotHaveDuplicates()
                .startsWith(filed.get(2), filed.get(1), filed.get(0));
    }

    @Test
    void noResponseShowsThePictureAfterItsRightsEnd() {
        String id = when().get("/v1/articles/" + Newsroom.GAS_CONTRACT).path("image.id");
        String ofTag = when().get("/v1/tags/energy").path("image.id");
        assertThat(ofTag).isEqualTo(id);
        List<String> detail =
                SHOWING.stream().filter(url -> response(url).contains(id)).toList();
        assertThat(detail).hasSizeGreaterThan(SHOWING.size() - 3);
        patch(id, "{\"rightsExpireAt\": \"2020-01-01T00:00:00Z\"}").then().statusCode(200);
        try {
            for (String url : SHOWING) {
                assertThat(response(url)).as(url).doesNotContain(id);
            }
            when().get("/v1/articles/" + Newsroom.GAS_CONTRACT)
                    .then()
                    .statusCode(200)
                    .body("image", nullValue());
            assertThat(changes()).containsExactly("deleted media:" + id);
        } finally {
            patch(id, "{\"rightsExpireAt\": null}").then().statusCode(200);
        }
        for (String url : detail) {
            assertThat(response(url)).as(url).contains(id);
        }
        assertThat(changes()).hasSize(2);
    }

    @Test
    void endOfRightsIsRecordedInTheLedger() {
        String id = when().get("/v1/articles/" + Newsroom.GAS_CONTRACT).path("image.id");
        patch(id, "{\"rightsExpireAt\": \"" + Instant.now().plusMillis(1_500) + "\"}")
                .then()
                .statusCode(200);
        try {
            assertThat(response("/v1/articles/" + Newsroom.GAS_CONTRACT)).contains(id);
            assertThat(changes()).as("an end that is planned").isEmpty();
            await().atMost(Duration.ofSeconds(10)).until(() -> changes().size() == 1);
            assertThat(changes()).containsOnly("deleted media:" + id);
            assertThat(response("/v1/articles/" + Newsroom.GAS_CONTRACT)).doesNotContain(id);
        } finally {
            patch(id, "{\"rightsExpireAt\": null}").then().statusCode(200);
        }
    }

    @Test
    void changingAVisiblePictureNeedsTheScopeToPublish() {
        String writer = Keys.with("desk:write");
        String shown = when().get("/v1/articles/" + Newsroom.GAS_CONTRACT).path("image.id");
        String before = response("/v1/articles/" + Newsroom.GAS_CONTRACT);
        for (String patch : List.of(
                "{\"alt\": \"Something else\"}",
                "{\"credit\": \"Nobody\"}",
                "{\"url\": \"/other.jpg\"}",
                "{\"rightsExpireAt\": \"2020-01-01T00:00:00Z\"}",
                "{\"rightsExpireAt\": \"2036-01-01T00:00:00Z\"}")) {
            patchAs(writer, shown, patch)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("forbidden"))
                    .body("detail", containsString("desk:publish"));
        }
        patchAs(writer, shown, "{}").then().statusCode(200);
        patchAs(writer, trial(), "{\"credit\": \"Ada\"}").then().statusCode(200);
        assertThat(response("/v1/articles/" + Newsroom.GAS_CONTRACT)).isEqualTo(before);
        assertThat(changes()).isEmpty();
    }

    private static Response patchAs(String key, String id, String patch) {
        return Keys.as(key)
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", "*")
                .body(patch)
                .patch(MEDIA + "/" + id);
    }

    @Test
    void onlyAnUnusedPictureCanBeRemoved() {
        String id = trial();
        remove(id, "\"4\"").then().statusCode(412);
        remove(id, "\"0\"").then().statusCode(204);
        desk().get(MEDIA + "/" + id).then().statusCode(404);
        String shown = when().get("/v1/tags/" + Newsroom.PUTIN).path("image.id");
        remove(shown, "*").then().statusCode(409).body("detail", containsString("in use"));
        desk().get(MEDIA + "/" + shown).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '´',
            value = {
                "\"url\": \"a.jpg\"                    | /url",
                "\"url\": \"//evil.test/a.jpg\"        | /url",
                "\"url\": \"javascript:alert(1)\"      | /url",
                "\"url\": \"/a b.jpg\"                 | /url",
                "\"url\": \"/\\\\evil.test/a.jpg\"     | /url",
                "\"url\": null                         | /url",
                "\"alt\": null                         | /alt",
                "\"alt\": \"a\\u0007\"                 | /alt",
                "\"width\": 0                          | /width",
                "\"height\": 30001                     | /height",
                "\"height\": \"900\"                   | /height",
                "\"rightsExpireAt\": \"tomorrow\"      | /rightsExpireAt",
                "\"right\": \"none\"                   | /right",
                "\"renditions\": [{\"name\": \"a\", \"url\": \"a\", \"width\": 1, \"height\": 1}]  | /renditions/0/url",
                "\"renditions\": [{\"name\": \"a\", \"url\": \"/a\", \"width\": 0, \"height\": 1}] | /renditions/0/width",
                "\"renditions\": [{\"name\": \" \", \"url\": \"/a\", \"width\": 1, \"height\": 1}] | /renditions/0/name",
            })
    void faultInAPictureIsPointedAt(String member, String pointer) {
        patch(trial(), "{" + member + "}")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-content"))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4", "harbour"})
    void unknownPictureIsNotFound(String id) {
        desk().get(MEDIA + "/" + id).then().statusCode(404);
        patch(id, "{}").then().statusCode(404);
    }

    private static String trial() {
        return file("{\"url\": \"/a.jpg\", \"alt\": \"A trial\", \"width\": 16, \"height\": 9}")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static io.restassured.specification.RequestSpecification desk() {
        return Keys.asAdmin();
    }

    private static Response file(String content) {
        return desk().contentType("application/json").body(content).post(MEDIA);
    }

    private static Response patch(String id, String patch) {
        return desk().contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch(MEDIA + "/" + id);
    }

    private static Response remove(String id, String ifMatch) {
        return desk().header("If-Match", ifMatch).delete(MEDIA + "/" + id);
    }

    private static String response(String url) {
        return io.restassured.RestAssured.given()
                .urlEncodingEnabled(false)
                .get(url)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** The changes in the ledger since the test began. */
    private List<String> changes() {
        List<Change> told = QuarkusTransaction.requiringNew().call(() -> Ledger.after(ledger, 100));
        return told.stream()
                .map(change -> change.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + change.subject())
                .toList();
    }
}
