package press.gazette.curation.page;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static press.gazette.newsroom.Newsroom.NIGHT_TRAMS;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.change.Ledger;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;

/** Pages at the desk: their lists, and the articles that lower lists skip. */
@QuarkusTest
class DeskPagesTest {

    private static final String PAGES = "/v1/desk/pages";

    private ListClient upper;
    private ListClient lower;

    @BeforeEach
    void begin() {
        Map<String, Object> putin = Map.of("query", Map.of("tags", "putin"));
        upper = ListClient.create("trial-upper", "maxItems", 3, "fill", List.of(putin));
        lower = ListClient.create("trial-lower", "maxItems", 3, "fill", List.of(putin));
        upper.placed(NIGHT_TRAMS);
        upper.publish().then().statusCode(201);
        lower.publish().then().statusCode(201);
    }

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
    }

    @Test
    void fillSkipsArticlesOfListsAbove() {
        create("trial-page", "trial-upper", "trial-lower")
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"");
        List<String> putin =
                when().get("/v1/tags/putin/articles?limit=5").jsonPath().getList("items.slug");
        JsonPath page = when().get("/v1/pages/trial-page").jsonPath();
        assertThat(page.getList("lists[0].items.article.slug"))
                .containsExactly(NIGHT_TRAMS, putin.get(0), putin.get(1));
        assertThat(page.getList("lists[1].items.article.slug")).isEqualTo(putin.subList(2, 5));
        assertThat(lower.shown()).isEqualTo(putin.subList(0, 3));
        lower.patch("dedupe", "none").then().statusCode(200);
        lower.publish().then().statusCode(200);
        when().get("/v1/pages/trial-page").then().body("lists[1].items.article.slug", equalTo(putin.subList(0, 3)));
    }

    /** Each list has 10 sources of 20 alternative tags each: 201 parts, of which a page has at most 400. */
    @Test
    void pageAboveTheBoundOfPartsIsRejected() {
        ListClient one = ListClient.create("trial-large-1", "fill", largeFill(0));
        ListClient other = ListClient.create("trial-large-2");
        one.publish().then().statusCode(201);
        other.publish().then().statusCode(201);
        create("trial-large", "trial-large-1", "trial-large-2").then().statusCode(201);
        other.patch("fill", largeFill(1)).then().statusCode(200);
        other.publish()
                .then()
                .statusCode(409)
                .body("detail", containsString("The page \"trial-large\" would be made of 402 parts"))
                .body("detail", containsString("At most 400"));
        other.put("schedule", "at", "2100-01-01T00:00:00Z").then().statusCode(409);
        create("trial-alone", "trial-large-1").then().statusCode(201);
        Keys.asAdmin()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(Map.of("lists", List.of("trial-upper")))
                .patch(PAGES + "/trial-large")
                .then()
                .statusCode(200);
        other.publish().then().statusCode(200);
        create("trial-again", "trial-large-2", "trial-large-1")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/lists"))
                .body("errors[0].detail", containsString("402 parts"));
        ListClient.tryCreate(
                        "trial-front",
                        "fill",
                        List.of(Map.of("list", "trial-large-1"), Map.of("list", "trial-large-2")))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/fill"))
                .body("errors[0].detail", containsString("The list would be made of 403 parts"));
        when().get("/v1/pages/trial-alone").then().statusCode(200);
    }

    private static List<Map<String, Object>> largeFill(int first) {
        List<String> tags = when().get("/v1/tags?limit=40").jsonPath().getList("items.slug");
        return IntStream.range(0, 10)
                .mapToObj(i -> tags.subList(10 * first + i, 10 * first + i + 20))
                .map(some -> Map.<String, Object>of("query", Map.of("tags", String.join("|", some))))
                .toList();
    }

    /** Nine sources of each list have no article and the last one has all: several statements read the candidates. */
    @Test
    void largePageShowsTheSameAsItsListsByThemselves() {
        List<String> tags = List.of("putin", "world", "averil", "energy", "russia");
        List<String> keys =
                IntStream.range(0, 20).mapToObj(i -> "trial-wide-" + i).toList();
        for (int i = 0; i < keys.size(); i++) {
            List<Map<String, Object>> fill = new ArrayList<>();
            for (int j = 0; j < 9; j++) {
                fill.add(Map.of("query", Map.of("tags", "putin,-putin", "maxAge", "P" + (1000 + 9 * i + j) + "D")));
            }
            fill.add(Map.of("query", Map.of("tags", tags.get(i % 5))));
            ListClient.create(keys.get(i), "maxItems", 100, "fill", fill)
                    .publish()
                    .then()
                    .statusCode(201);
        }
        create("trial-wide", keys.toArray(String[]::new)).then().statusCode(201);
        JsonPath page = when().get("/v1/pages/trial-wide").jsonPath();
        Set<String> above = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            List<String> left = new ArrayList<>(
                    when().get("/v1/lists/" + keys.get(i)).jsonPath().getList("items.article.slug"));
            left.removeAll(above);
            assertThat(page.getList("lists[" + i + "].items.article.slug")).isEqualTo(left);
            above.addAll(left);
        }
        assertThat(above).hasSizeGreaterThan(20);
    }

    @Test
    void placedArticleIsInBothLists() {
        lower.placed(NIGHT_TRAMS);
        lower.publish().then().statusCode(200);
        create("trial-page", "trial-upper", "trial-lower").then().statusCode(201);
        when().get("/v1/pages/trial-page")
                .then()
                .body("lists[0].items[0].article.slug", equalTo(NIGHT_TRAMS))
                .body("lists[1].items[0].article.slug", equalTo(NIGHT_TRAMS));
    }

    @Test
    void skippedArticleIsExplainedWithTheListThatHasIt() {
        create("trial-page", "trial-upper", "trial-lower").then().statusCode(201);
        String first = when().get("/v1/tags/putin/articles?limit=1").path("items[0].slug");
        Keys.asAdmin()
                .get(PAGES + "/trial-page/resolution?explain=true")
                .then()
                .statusCode(200)
                .body("lists[1].dropped[0].article.slug", equalTo(first))
                .body("lists[1].dropped[0].reason", equalTo("on-page"))
                .body("lists[1].dropped[0].source", equalTo(1))
                .body("lists[1].dropped[0].detail", containsString("\"trial-upper\""));
        Keys.asAdmin().get(PAGES + "/trial-nothing/resolution").then().statusCode(404);
    }

    @Test
    void listIsOnSeveralPagesAndAPageChangesAtOnce() {
        create("trial-page", "trial-upper", "trial-lower").then().statusCode(201);
        create("trial-other", "trial-lower").then().statusCode(201);
        when().get("/v1/pages/trial-other").then().body("lists.key", equalTo(List.of("trial-lower")));
        patch("trial-page", "\"0\"", "{\"title\":\"Turned\",\"lists\":[\"trial-lower\",\"trial-upper\"]}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        when().get("/v1/pages/trial-page")
                .then()
                .body("title", equalTo("Turned"))
                .body("lists.key", equalTo(List.of("trial-lower", "trial-upper")));
        patch("trial-page", "\"0\"", "{\"title\":\"Late\"}")
                .then()
                .statusCode(412)
                .body("detail", containsString("bootstrap PATCH /v1/desk/pages/trial-page at "));
        lower.remove("/publication").then().statusCode(200);
        when().get("/v1/pages/trial-page").then().body("lists.key", equalTo(List.of("trial-upper")));
        ListClient.create("trial-held");
        long head = head();
        patch("trial-other", "*", "{\"lists\":[\"trial-held\"]}").then().statusCode(200);
        assertThat(head()).as("readers see neither list").isEqualTo(head);
        when().get("/v1/pages/trial-other").then().body("lists", equalTo(List.of()));
        Keys.asAdmin()
                .header("If-Match", "*")
                .delete(ListClient.LISTS + "/trial-held")
                .then()
                .statusCode(409);
        Keys.asAdmin()
                .header("If-Match", "*")
                .delete(PAGES + "/trial-other")
                .then()
                .statusCode(204);
        when().get("/v1/pages/trial-other").then().statusCode(404);
        Keys.asAdmin().get(PAGES + "?limit=100").then().body("items.key", hasItem("trial-page"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'lists':['trial-upper','trial-upper']}; /lists/1",
                "{'lists':['no-such-list']}; /lists/0",
                "{'title':' '}; /title",
                "{'key':'trial-renamed'}; /key",
                "{'list':[]}; /list",
            })
    void faultyPageIsRejected(String patch, String pointer) {
        create("trial-page", "trial-upper").then().statusCode(201);
        patch("trial-page", "*", patch.replace('\'', '"'))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer));
        create("trial-page").then().statusCode(400).body("errors[0].pointer", equalTo("/key"));
        when().get("/v1/pages/trial-page").then().body("lists.key", equalTo(List.of("trial-upper")));
    }

    private static long head() {
        return QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
    }

    private static Response create(String key, String... lists) {
        return Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("key", key, "title", "A trial", "lists", List.of(lists)))
                .post(PAGES);
    }

    private static Response patch(String key, String ifMatch, String patch) {
        return Keys.asAdmin()
                .contentType("application/merge-patch+json")
                .header("If-Match", ifMatch)
                .body(patch)
                .patch(PAGES + "/" + key);
    }
}
