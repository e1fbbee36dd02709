package press.gazette.article.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.change.Ledger;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.security.Signatures;

/** Preview links show the working draft for a time and change nothing. */
@QuarkusTest
class PreviewTest {

    @Inject
    Signatures signatures;

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void linkShowsADraftAsReadersWillGetIt() {
        DeskClient desk = DeskClient.write("Desk: previewed", "body", Map.of("markdown", "One *word*."));
        DeskClient.asReader("desk-previewed").then().statusCode(404);
        Response link = link(desk);
        link.then()
                .statusCode(201)
                .body("article", equalTo(desk.id()))
                .body("createdBy", equalTo("bootstrap"))
                .body("url", equalTo("/v1/previews/" + link.path("token")))
                .body("page", equalTo("/reader/previews/" + link.path("token")));
        Response preview = RestAssured.get(link.path("url").toString());
        preview.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", containsString("noindex"))
                .header("Referrer-Policy", "no-referrer")
                .header("Last-Modified", nullValue())
                .body("title", equalTo("Desk: previewed"))
                .body("body.html", equalTo("<p>One <em>word</em>.</p>"))
                .body("tags.slug", equalTo(List.of("averil")))
                .body("publishedAt", notNullValue());
        desk.put("publication", Map.of()).then().statusCode(201);
        Map<String, Object> shown = preview.path("");
        Map<String, Object> published = DeskClient.asReader("desk-previewed").path("");
        for (String name : new String[] {"firstPublishedAt", "publishedAt", "updatedAt", "modifiedAt", "version"}) {
            shown.remove(name);
            published.remove(name);
        }
        assertThat(shown).isEqualTo(published);
    }

    @Test
    void linkShowsTheWorkingDraftOfAPublishedArticleAndStoresNothing() {
        DeskClient desk = DeskClient.published("Desk: live");
        desk.patch(Map.of("title", "Desk: after live", "slug", "desk-moved-by-preview", "tags", List.of("putin")))
                .then()
                .statusCode(200);
        String etag = desk.etag();
        long head = head();
        String url = link(desk).path("url");
        for (int i = 0; i < 3; i++) {
            RestAssured.get(url)
                    .then()
                    .statusCode(200)
                    .body("title", equalTo("Desk: after live"))
                    .body("slug", equalTo("desk-moved-by-preview"))
                    .body("tags.slug", equalTo(List.of("putin")));
        }
        DeskClient.asReader("desk-live").then().statusCode(200).body("title", equalTo("Desk: live"));
        DeskClient.asReader("desk-moved-by-preview").then().statusCode(404);
        assertThat(desk.read().header("ETag").replace("-gzip", "")).isEqualTo(etag);
        assertThat(head()).isEqualTo(head);
    }

    @Test
    void linkShowsEverySaveAndTakesTheParametersOfArticles() {
        DeskClient desk = DeskClient.write("Desk: followed");
        String url = link(desk).path("url");
        desk.patch(Map.of("title", "Desk: followed on")).then().statusCode(200);
        RestAssured.get(url + "?fields=title")
                .then()
                .statusCode(200)
                .body("", equalTo(Map.of("title", "Desk: followed on")));
        RestAssured.get(url + "?colour=red").then().statusCode(400).body("code", equalTo("unknown-parameter"));
        RestAssured.get(url + "?body=pdf").then().statusCode(400).body("errors[0].parameter", equalTo("body"));
    }

    @Test
    void revokedAndExpiredLinksAnswer410() {
        DeskClient desk = DeskClient.write("Desk: over");
        Response link = link(desk);
        String preview = "/v1/desk/previews/" + link.path("id");
        Keys.asAdmin().when().delete(preview).then().statusCode(428);
        Keys.asAdmin()
                .header("If-Match", link.header("ETag"))
                .when()
                .delete(preview)
                .then()
                .statusCode(204);
        RestAssured.get(link.path("url").toString()).then().statusCode(410).body("code", equalTo("preview-ended"));
        Keys.asAdmin().when().get(preview).then().statusCode(404);

        UUID other = UUID.fromString(link(desk).path("id"));
        Instant over = Instant.now().minusSeconds(1);
        RestAssured.get("/v1/previews/" + new PreviewToken(other, over).text(signatures))
                .then()
                .statusCode(410)
                .header("Cache-Control", "no-store")
                .body("code", equalTo("preview-ended"))
                .body("detail", equalTo("This link has ended. Ask the newsroom for a new one."));
    }

    @Test
    void forgedTokensAnswer404() {
        DeskClient desk = DeskClient.write("Desk: forged");
        Response link = link(desk);
        String token = link.path("token");
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'Q' : 'A';
            String forged = token.substring(0, i) + other + token.substring(i + 1);
            RestAssured.get("/v1/previews/" + forged).then().statusCode(404);
        }
        UUID id = UUID.fromString(link.path("id"));
        Instant later = Instant.parse(link.path("expiresAt")).plusSeconds(1);
        String prolonged = new PreviewToken(id, later).text(signatures).substring(0, 32) + token.substring(32);
        for (String text : new String[] {prolonged, id.toString(), token + "A", token.substring(1), "x", "%00", "."}) {
            assertThat(RestAssured.given()
                            .urlEncodingEnabled(false)
                            .get("/v1/previews/" + text)
                            .statusCode())
                    .as(text)
                    .isIn(400, 404);
        }
    }

    @Test
    void linkHasOneSpelling() {
        String token = link(DeskClient.write("Desk: spelt")).path("token");
        RestAssured.get("/v1/previews/" + token).then().statusCode(200);
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        for (char digit : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            String other = token.substring(0, token.length() - 1) + digit;
            if (!other.equals(token) && Arrays.equals(Base64.getUrlDecoder().decode(other), bytes)) {
                RestAssured.get("/v1/previews/" + other).then().statusCode(404);
            }
        }
    }

    @Test
    void linkShowsAWithdrawnArticleAndNoDiscardedOne() {
        DeskClient withdrawn = DeskClient.published("Desk: gone");
        withdrawn.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        RestAssured.get(link(withdrawn).path("url").toString()).then().statusCode(200);

        DeskClient discarded = DeskClient.write("Desk: discarded");
        String url = link(discarded).path("url");
        discarded.delete("").then().statusCode(204);
        RestAssured.get(url).then().statusCode(410);
    }

    @Test
    void deskListsTheValidLinks() {
        DeskClient desk = DeskClient.write("Desk: listed links");
        String first = link(desk).path("id");
        String second = link(desk).path("id");
        Keys.asAdmin()
                .when()
                .get("/v1/desk/previews?article=desk-listed-links")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("items.id", equalTo(List.of(second, first)));
        Keys.asAdmin().when().get("/v1/desk/previews").then().statusCode(400);
        Keys.asAdmin()
                .when()
                .get("/v1/desk/previews?article=desk-nowhere")
                .then()
                .statusCode(400);
    }

    @Test
    void numberOfLinksToAnArticleIsLimited() {
        DeskClient desk = DeskClient.write("Desk: many links");
        for (int i = 0; i < 50; i++) {
            link(desk).then().statusCode(201);
        }
        link(desk).then().statusCode(409).body("detail", containsString("50 valid links"));
        QuarkusTransaction.requiringNew()
                .run(() -> Preview.update(
                        "expiresAt = ?1 where articleId = ?2 and createdAt = (select max(createdAt) from Preview)",
                        Instant.now().minusSeconds(1),
                        UUID.fromString(desk.id())));
        link(desk).then().statusCode(201);
        Keys.asAdmin()
                .when()
                .get("/v1/desk/previews?article=" + desk.id())
                .then()
                .body("items", hasSize(50));
    }

    @ParameterizedTest
    @CsvSource({
        "article, desk-nowhere",
        "article, not a slug",
        "expiresAt, 2020-01-01T00:00:00Z",
        "expiresAt, 2999-01-01T00:00:00Z",
        "expiresAt, tomorrow",
    })
    void faultInALinkIsReportedWithItsPointer(String name, String value) {
        DeskClient desk = DeskClient.write("Desk: senseless");
        Map<String, Object> draft = new HashMap<>(Map.of("article", desk.id()));
        draft.put(name, value);
        post(Keys.asAdmin(), draft).then().statusCode(400).body("errors[0].pointer", equalTo("/" + name));
        post(Keys.asAdmin(), Map.of("article", desk.id(), "note", "n".repeat(501)))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/note"));
        post(Keys.asAdmin(), Map.of()).then().statusCode(400).body("errors[0].pointer", equalTo("/article"));
    }

    @Test
    void keyShowsThePreviewWithoutALink() {
        DeskClient desk = DeskClient.write("Desk: for a frontend");
        String key = Keys.with("preview:read");
        Keys.as(key)
                .when()
                .get(desk.path() + "/preview?body=text")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("title", equalTo("Desk: for a frontend"));
        Keys.as(key).when().get(desk.path()).then().statusCode(403);
        RestAssured.get(desk.path() + "/preview").then().statusCode(401);
    }

    private static Response link(DeskClient desk) {
        Instant end = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        return post(Keys.asAdmin(), Map.of("article", desk.id(), "expiresAt", end.toString()));
    }

    private static Response post(RequestSpecification as, Map<String, Object> draft) {
        return as.contentType("application/json").body(draft).when().post("/v1/desk/previews");
    }

    private static long head() {
        return QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
    }
}
