package press.gazette.curation.reading;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.ListClient;
import press.gazette.newsroom.Newsroom;

/** Lists and pages without some articles, with some fields; the listing of pages. */
@QuarkusTest
class ListDetailTest {

    private static final String LATEST = "/v1/lists/" + Newsroom.LATEST_POSTS;

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
        DeskClient.tidyUp();
    }

    @Test
    void othersTakeThePlacesOfExcludedArticles() {
        JsonPath whole = get(LATEST).jsonPath();
        List<String> slugs = whole.getList("items.article.slug");
        String id = whole.getString("items[1].article.id");
        JsonPath rest = get(LATEST + "?exclude=" + slugs.get(0) + "," + id).jsonPath();
        List<String> others = rest.getList("items.article.slug");
        assertThat(others).hasSameSizeAs(slugs).doesNotContain(slugs.get(0), slugs.get(1));
        assertThat(others.subList(0, slugs.size() - 2)).isEqualTo(slugs.subList(2, slugs.size()));
        assertThat(rest.getList("items.position")).isEqualTo(whole.getList("items.position"));
    }

    @Test
    void placedArticlesAndSupportingLinksAreExcludedToo() {
        ListClient list = ListClient.create(
                "trial-excluding", "maxItems", 2, "fill", List.of(Map.of("query", Map.of("tags", "putin"))));
        list.placed(Newsroom.NIGHT_TRAMS, "supporting", List.of(Map.of("article", Newsroom.KINO_SAVED)));
        list.placed(Newsroom.GAS_CONTRACT, "pin", 2);
        list.publish().then().statusCode(201);
        String url = "/v1/lists/trial-excluding?exclude=";
        get(url + Newsroom.GAS_CONTRACT_FORMERLY)
                .then()
                .body("items", hasSize(2))
                .body("items[0].article.slug", equalTo(Newsroom.NIGHT_TRAMS))
                .body("items[1].origin", equalTo("fill"));
        get(url + Newsroom.KINO_SAVED).then().body("items[0].supporting", equalTo(null));
    }

    @Test
    void listThatFillsAnotherExcludesToo() {
        ListClient inner = ListClient.create("trial-inner", "maxItems", 3, "fill", List.of(Map.of("query", Map.of())));
        inner.publish().then().statusCode(201);
        ListClient outer =
                ListClient.create("trial-outer", "maxItems", 3, "fill", List.of(Map.of("list", "trial-inner")));
        outer.publish().then().statusCode(201);
        String first = outer.shown().get(0);
        get("/v1/lists/trial-outer?exclude=" + first).then().body("items", hasSize(3));
    }

    @Test
    void pageExcludesInAllItsLists() {
        String slug = get(LATEST).path("items[0].article.slug");
        List<String> shown =
                get("/v1/pages/home?exclude=" + slug).jsonPath().getList("lists.items.flatten().article.slug");
        assertThat(shown).doesNotContain(slug).hasSizeGreaterThan(10);
    }

    @Test
    void articleThatIsNotPublicIsInNoListAnyway() {
        String whole = get(LATEST).asString();
        for (String slug : List.of(Newsroom.EMBARGOED_STORY, Newsroom.WITHDRAWN_STORY, "never-existed")) {
            assertThat(get(LATEST + "?exclude=" + slug).asString()).isEqualTo(whole);
        }
    }

    @Test
    void fieldsSelectMembersOfTheItems() {
        get(LATEST + "?fields=article.slug,article.section.name")
                .then()
                .body("key", equalTo(Newsroom.LATEST_POSTS))
                .body("items[0].keySet()", equalTo(java.util.Set.of("article")))
                .body("items[0].article.keySet()", equalTo(java.util.Set.of("slug", "section")));
        get("/v1/pages/home?fields=position,article.title")
                .then()
                .body("title", equalTo("Home"))
                .body("lists[0].key", equalTo(Newsroom.EDITORS_PICKS))
                .body("lists[0].items[0].keySet()", equalTo(java.util.Set.of("position", "article")))
                .body("lists[0].items[0].article.keySet()", equalTo(java.util.Set.of("title")));
    }

    @ParameterizedTest
    @CsvSource({
        "exclude=Not%20a%20slug, exclude, slugs or ids",
        "'exclude=a,a', exclude, listed twice",
        "'exclude=a,', exclude, slugs or ids",
        "fields=slug, fields, slug",
        "fields=article.titel, fields, titel",
        "'fields=position,position', fields, selected twice",
        "include=seo, include, include"
    })
    void badParametersAreRejected(String query, String parameter, String detail) {
        for (String path : List.of(LATEST, "/v1/pages/home")) {
            io.restassured.RestAssured.given()
                    .urlEncodingEnabled(false)
                    .get(path + "?" + query)
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo(parameter))
                    .body("detail", containsString(detail));
        }
    }

    @Test
    void atMostTwentyArticlesAreExcluded() {
        String twenty = IntStream.range(0, 20).mapToObj(i -> "a-" + i).collect(Collectors.joining(","));
        get(LATEST + "?exclude=" + twenty).then().statusCode(200);
        get(LATEST + "?exclude=" + twenty + ",a-20")
                .then()
                .statusCode(400)
                .body("detail", containsString("At most 20"));
    }

    @Test
    void pagesAreListed() {
        get("/v1/pages")
                .then()
                .statusCode(200)
                .body("items.key", equalTo(List.of("article", "home")))
                .body("items.title", equalTo(List.of("Beside an article", "Home")))
                .header("Cache-Groups", containsString("lists"));
        String next = get("/v1/pages?limit=1")
                .then()
                .body("items.key", equalTo(List.of("article")))
                .extract()
                .path("next");
        get(next).then().body("items.key", equalTo(List.of("home"))).body("next", equalTo(null));
        get("/v1/pages?cursor=nonsense").then().statusCode(400);
        get("/").then().body("links.pages", equalTo("/v1/pages"));
    }
}
