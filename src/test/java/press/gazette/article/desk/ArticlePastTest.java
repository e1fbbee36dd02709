package press.gazette.article.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;

/** Articles that come from another system: identity, former slugs, dates. */
@QuarkusTest
class ArticlePastTest {

    private static final Map<String, Object> FOREIGN =
            Map.of("system", "https://old.example", "id", "4711", "fields", Map.of("ad_slot", List.of("top", "side")));

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void identityIsTheDesksOwn() {
        DeskClient desk = DeskClient.published("Desk: foreign", "foreign", FOREIGN);
        desk.read()
                .then()
                .body("foreign.system", equalTo("https://old.example"))
                .body("foreign.id", equalTo("4711"))
                .body("foreign.fields.ad_slot", equalTo(List.of("top", "side")));
        assertThat(DeskClient.asReader("desk-foreign").asString())
                .doesNotContain("4711")
                .doesNotContain("ad_slot");
        desk.patch(Map.of("title", "Desk: foreign still"))
                .then()
                .statusCode(200)
                .body("foreign.id", equalTo("4711"));
    }

    @Test
    void identityIsThatOfOneArticle() {
        DeskClient first = DeskClient.write("Desk: foreign one", "foreign", FOREIGN);
        create("Desk: foreign two", Map.of("foreign", FOREIGN))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/foreign/id"))
                .body("errors[0].detail", containsString(first.id()));
        create("Desk: foreign elsewhere", Map.of("foreign", Map.of("system", "https://other.example", "id", "4711")))
                .then()
                .statusCode(201)
                .body("foreign.fields", nullValue());
    }

    @Test
    void formerSlugLeadsToTheArticleOnceItIsPublic() {
        DeskClient desk = DeskClient.write("Desk: renamed", "aliases", List.of("desk-first-name", "desk-second-name"));
        desk.read().then().body("aliases", equalTo(List.of("desk-first-name", "desk-second-name")));
        former("desk-first-name").then().statusCode(404);
        desk.put("publication", Map.of()).then().statusCode(201);
        former("desk-first-name").then().statusCode(308).header("Location", "/v1/articles/desk-renamed");
        create("Desk: other", Map.of("aliases", List.of("desk-second-name", "desk-x", "desk-x", "No Slug")))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/aliases/3"));
        create("Desk: other", Map.of("aliases", List.of("desk-second-name", "desk-x", "desk-x")))
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/aliases/0", "/aliases/2")));
    }

    @Test
    void faultsOfTheContentStandBesideThoseOfThePast() {
        create("Desk: faulty", Map.of("aliases", List.of("No Slug"), "tagz", List.of()))
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("Did you mean \"tags\"?"));
        create("Desk: faulty", Map.of("section", "world"))
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("Sections and contributors are tags"));
        create("Desk: faulty", Map.of("foreign", Map.of("system", "x")))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/foreign/id"));
    }

    @Test
    void longSlugOfAnotherSystemIsKept() {
        String slug = "desk-" + "long-".repeat(38) + "slug";
        DeskClient.published("Desk: long", "slug", slug);
        DeskClient.asReader(slug).then().statusCode(200).body("slug", equalTo(slug));
        create("Desk: too long", Map.of("slug", "desk-" + "x".repeat(196)))
                .then()
                .statusCode(400);
    }

    @Test
    void publicationBringsTheDateOfTheLastUpdate() {
        DeskClient desk = DeskClient.write("Desk: dated");
        desk.put("publication", Map.of("publishedAt", "2019-03-02T05:00:00Z", "updatedAt", "2019-03-01T05:00:00Z"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/updatedAt"));
        desk.put("publication", Map.of("publishedAt", "2019-03-02T05:00:00Z", "updatedAt", "2036-03-01T05:00:00Z"))
                .then()
                .statusCode(400);
        desk.put("publication", Map.of("publishedAt", "2019-03-02T05:00:00Z", "updatedAt", "2020-01-01T05:00:00Z"))
                .then()
                .statusCode(201);
        DeskClient.asReader("desk-dated")
                .then()
                .body("firstPublishedAt", equalTo("2019-03-02T05:00:00Z"))
                .body("publishedAt", equalTo("2019-03-02T05:00:00Z"))
                .body("updatedAt", equalTo("2020-01-01T05:00:00Z"));
    }

    /** The listing of a tag keeps its own copy of the date: pages in the order of updates have no gap and no repeat. */
    @Test
    void broughtDateOrdersTheListingOfATag() {
        for (String title : List.of("Desk: one", "Desk: two", "Desk: three")) {
            DeskClient desk = DeskClient.write(title, "tags", List.of("world", "putin"));
            desk.put("publication", Map.of("publishedAt", "2019-03-02T05:00:00Z"))
                    .then()
                    .statusCode(201);
            desk.put("publication", Map.of("updatedAt", "2020-01-01T05:00:00Z", "significant", true))
                    .then()
                    .statusCode(200);
        }
        List<String> walked = new ArrayList<>();
        String next = "/v1/tags/putin/articles?order=updated&limit=1&fields=slug";
        while (next != null) {
            Response page = given().urlEncodingEnabled(false).get(next);
            walked.addAll(page.path("items.slug"));
            next = page.path("next");
        }
        assertThat(walked).contains("desk-one", "desk-two", "desk-three").doesNotHaveDuplicates();
    }

    private static Response former(String slug) {
        return given().redirects().follow(false).get("/v1/articles/" + slug);
    }

    private static Response create(String title, Map<String, Object> more) {
        Map<String, Object> draft = new HashMap<>(Map.of("title", title, "type", "news", "language", "en"));
        draft.putAll(more);
        return Keys.asAdmin().contentType("application/json").body(draft).post("/v1/desk/articles");
    }
}
