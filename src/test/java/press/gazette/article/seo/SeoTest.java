package press.gazette.article.seo;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Newsroom;

/** Articles that search engines must not index, and pictures for social networks. */
@QuarkusTest
class SeoTest {

    private static final String SITEMAP = "/sitemaps/articles-1.xml";
    private static final String NEWS = "/sitemaps/news.xml";
    private static final String SLUG = "desk-lock";

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void articleThatMustNotBeIndexedIsInNoSitemap() {
        DeskClient desk = DeskClient.published("Desk: lock");
        get(SITEMAP).then().body(containsString(SLUG));
        get(NEWS).then().body(containsString(SLUG));
        DeskClient.asReader(SLUG).then().header("X-Robots-Tag", nullValue());
        desk.patch(Map.of("seo", Map.of("noIndex", true)))
                .then()
                .statusCode(200)
                .body("seo.noIndex", equalTo(true));
        get(SITEMAP).then().body(containsString(SLUG));
        desk.put("publication", Map.of()).then().statusCode(200);
        get(SITEMAP).then().body(not(containsString(SLUG)));
        get(NEWS).then().body(not(containsString(SLUG)));
        get("/feeds/articles.atom?limit=1").then().body(containsString(SLUG));
        DeskClient.asReader(SLUG)
                .then()
                .header("X-Robots-Tag", equalTo("noindex"))
                .body("seo.noIndex", equalTo(true));
        get("/v1/articles/" + SLUG + "?fields=title").then().header("X-Robots-Tag", equalTo("noindex"));
        get("/reader/articles/" + SLUG)
                .then()
                .body(containsString("<meta name=\"robots\" content=\"noindex\" data-head>"))
                .body(containsString("og:title"));
        desk.patch(Map.of("seo", Map.of("noIndex", false))).then().statusCode(200);
        desk.put("publication", Map.of()).then().statusCode(200);
        get(SITEMAP).then().body(containsString(SLUG));
        DeskClient.asReader(SLUG).then().header("X-Robots-Tag", nullValue()).body("seo.noIndex", nullValue());
    }

    @Test
    void translationThatMustNotBeIndexedIsNoAlternateInTheSitemap() {
        DeskClient.published("Desk: lock");
        DeskClient german = DeskClient.write(
                "Desk: Schleuse", "language", "de", "translationOf", SLUG, "seo", Map.of("noIndex", true));
        german.put("publication", Map.of()).then().statusCode(201);
        get(SITEMAP).then().body(not(containsString("schleuse"))).body(not(containsString("desk-lock\"></xhtml")));
        DeskClient.asReader(SLUG).then().body("translations", hasSize(1));
    }

    @Test
    void pictureForSocialNetworksFollowsItsRights() {
        String picture = picture("https://pictures.example/social.jpg");
        DeskClient desk = DeskClient.write("Desk: lock", "seo", Map.of("title", "Lock", "image", picture));
        desk.put("publication", Map.of()).then().statusCode(201);
        DeskClient.asReader(SLUG)
                .then()
                .body("seo.title", equalTo("Lock"))
                .body("seo.image.id", equalTo(picture))
                .body("seo.image.url", equalTo("https://pictures.example/social.jpg"))
                .body("image", nullValue());
        get("/reader/articles/" + SLUG)
                .then()
                .body(containsString("<meta property=\"og:image\" content=\"https://pictures.example/social.jpg\""));
        Keys.as(Keys.BOOTSTRAP)
                .header("If-Match", "*")
                .delete("/v1/desk/media/" + picture)
                .then()
                .statusCode(409);
        Keys.as(Keys.BOOTSTRAP)
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(Map.of("rightsExpireAt", "2001-01-01T00:00:00Z"))
                .patch("/v1/desk/media/" + picture)
                .then()
                .statusCode(200);
        DeskClient.asReader(SLUG).then().body("seo.title", equalTo("Lock")).body("seo.image", nullValue());
        get("/reader/articles/" + SLUG).then().body(not(containsString("og:image")));
    }

    @Test
    void changeOfThePictureIsForThoseWhoMayPublish() {
        String picture = picture("https://pictures.example/social.jpg");
        DeskClient desk = DeskClient.write("Desk: lock", "seo", Map.of("image", picture));
        revised(picture, "A lock").then().statusCode(200);
        desk.put("publication", Map.of()).then().statusCode(201);
        revised(picture, "The lock").then().statusCode(403);
    }

    @Test
    void unknownPictureIsAFault() {
        Map<String, Object> draft = new HashMap<>(Map.of("title", "Desk: lock", "type", "news", "language", "en"));
        for (String image : List.of("01900000-0000-7000-8000-000000000000", "no-id")) {
            draft.put("seo", Map.of("image", image));
            Keys.as(Keys.BOOTSTRAP)
                    .contentType("application/json")
                    .body(draft)
                    .post("/v1/desk/articles")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/seo/image"));
        }
    }

    @Test
    void listingsIncludeCorrectionsAndSeo() {
        String picture = picture("https://pictures.example/social.jpg");
        DeskClient desk = DeskClient.write("Desk: lock", "seo", Map.of("description", "Closed", "image", picture));
        desk.put("publication", Map.of()).then().statusCode(201);
        desk.post("corrections", Map.of("kind", "clarification", "text", "It is open."))
                .then()
                .statusCode(201);
        get("/v1/articles?limit=2&body=text&include=corrections,seo")
                .then()
                .body("items[0].slug", equalTo(SLUG))
                .body("items[0].corrections.text", equalTo(List.of("It is open.")))
                .body("items[0].seo.description", equalTo("Closed"))
                .body("items[0].seo.image.id", equalTo(picture))
                .body("items[1].corrections", hasSize(0))
                .body("items[1].seo", nullValue());
        get("/v1/articles?limit=1")
                .then()
                .body("items[0].corrections", nullValue())
                .body("items[0].seo", nullValue());
        get("/v1/articles?limit=1&include=corrections&fields=corrections.text")
                .then()
                .body("items", equalTo(List.of(Map.of("corrections", List.of(Map.of("text", "It is open."))))));
        get("/v1/tags/averil/articles?limit=1&include=seo").then().body("items[0].seo.description", equalTo("Closed"));
        get("/v1/articles/" + Newsroom.GAS_CONTRACT + "/related?include=corrections")
                .then()
                .body("items[0].corrections", hasSize(0));
        refused("/v1/articles?fields=corrections", "fields", "needs include=corrections");
        refused("/v1/articles?fields=title&include=seo", "fields", "needs the field \"seo\"");
        refused("/v1/articles/" + SLUG + "?include=seo", "include", "related, tags.parents");
    }

    private static void refused(String url, String parameter, String detail) {
        get(url).then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo(parameter))
                .body("detail", containsString(detail));
    }

    private static String picture(String url) {
        return Keys.as(Keys.BOOTSTRAP)
                .contentType("application/json")
                .body(Map.of("url", url, "alt", "A lock", "width", 10, "height", 10))
                .post("/v1/desk/media")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response revised(String picture, String alt) {
        return Keys.as(Keys.with("desk:write"))
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(Map.of("alt", alt))
                .patch("/v1/desk/media/" + picture);
    }
}
