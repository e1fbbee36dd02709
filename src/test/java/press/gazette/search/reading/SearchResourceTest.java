package press.gazette.search.reading;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static press.gazette.search.reading.Searches.awaitFound;
import static press.gazette.search.reading.Searches.id;
import static press.gazette.search.reading.Searches.read;
import static press.gazette.search.reading.Searches.slugs;
import static press.gazette.search.reading.Searches.total;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Newsroom;
import press.gazette.search.index.RebuiltIndex;

/** Search for readers: filters, pages, counts, highlights, and what it must not show. */
@QuarkusTest
class SearchResourceTest {

    /** Finds nearly everything. */
    private static final String COMMON = "/v1/search?q=the+of+and+averil+a&match=any&typos=none";

    @BeforeEach
    void awaitIndex() {
        Searches.awaitIndex();
    }

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void foundArticleIsTheCardOfTheListing() {
        Map<String, Object> card = when().get("/v1/articles?ids=" + id(Newsroom.GAS_CONTRACT))
                .jsonPath()
                .getMap("items[0]");
        Map<String, Object> found = read("/v1/search?q=gas+contract&limit=1").getMap("items[0]");

        assertThat(found).isEqualTo(card);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tags=putin,(energy%7Crussia),-explainer",
                "tags=vladimir-putin",
                "tags=-putin",
                "section=world",
                "contributor=elena-marsh",
                "type=opinion",
                "language=uk",
                "from=2020-01-01&to=2100-01-01",
                "to=2020-01-01",
                "updatedSince=2020-01-01",
                "tags=europe&descendants=true",
                "tags=europe",
            })
    void filterMeansTheSameAsInListings(String filter) {
        List<String> all = slugs(COMMON + "&limit=100");
        Set<String> listed = new HashSet<>(slugs("/v1/articles?limit=100&" + filter));
        listed.retainAll(all);

        assertThat(slugs(COMMON + "&limit=100&" + filter)).containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void pagesOfTheSiteAreFoundOnlyByTheirType() {
        assertThat(slugs("/v1/search?q=imprint&match=all")).doesNotContain(Newsroom.IMPRINT);
        assertThat(slugs("/v1/search?q=imprint&type=page")).containsExactly(Newsroom.IMPRINT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relevance", "newest", "oldest"})
    void pagesHaveNoGapAndNoRepeat(String order) {
        List<String> whole = slugs(COMMON + "&limit=100&order=" + order);
        List<String> paged = new ArrayList<>();
        String next = COMMON + "&limit=7&fields=slug&order=" + order;
        while (next != null) {
            Response page = given().urlEncodingEnabled(false).get(next);
            paged.addAll(page.jsonPath().getList("items.slug"));
            next = page.jsonPath().getString("next");
            assertThat(page.header("Link")).isEqualTo(next == null ? null : "<" + next + ">; rel=\"next\"");
        }

        assertThat(whole).hasSizeGreaterThan(30);
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void ordersByDateAreThoseOfListings() {
        List<String> newest = slugs(COMMON + "&limit=100&order=newest");
        List<String> listed = new ArrayList<>(slugs("/v1/articles?limit=100"));
        listed.retainAll(newest);

        assertThat(newest).isEqualTo(listed);
        List<String> oldest = slugs(COMMON + "&limit=100&order=oldest");
        assertThat(IntStream.range(0, oldest.size()).mapToObj(i -> oldest.get(oldest.size() - 1 - i)))
                .containsExactlyElementsOf(newest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=harbours", "q=harbour&match=any", "q=harbour&order=newest", "q=harbour&section=world"})
    void cursorBelongsToItsSearch(String other) {
        String next = when().get("/v1/search?q=harbour&limit=1").path("next");
        String cursor = next.substring(next.indexOf("cursor="));

        given().urlEncodingEnabled(false)
                .get("/v1/search?" + other + "&" + cursor)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
    }

    @Test
    void facetsAreExactUnderAllFiltersButTheirOwn() {
        RebuiltIndex.now();
        String facets = "&limit=1&facets=tags,section,contributor,type,language,year";
        JsonPath open = read(COMMON + facets);
        JsonPath filtered = read(COMMON + facets + "&section=world");

        assertThat(filtered.getList("facets.section")).isEqualTo(open.getList("facets.section"));
        assertThat(filtered.getList("facets.type")).isNotEqualTo(open.getList("facets.type"));
        for (String facet : List.of("tags", "section", "contributor")) {
            for (int i = 0; i < 3; i++) {
                String slug = open.getString("facets." + facet + "[" + i + "].tag.slug");
                long count = open.getLong("facets." + facet + "[" + i + "].count");
                assertThat(total(COMMON + "&" + facet + "=" + slug)).as(slug).isEqualTo(count);
            }
        }
        List<Map<String, Object>> types = open.getList("facets.type");
        for (Map<String, Object> type : types) {
            assertThat(total(COMMON + "&type=" + type.get("value")))
                    .isEqualTo(((Number) type.get("count")).longValue());
        }
        assertThat(open.getList("facets.type.value")).doesNotContain("page");
        assertThat(open.getList("facets.language.value")).contains("en");
        assertThat(open.getList("facets.year.value", String.class)).allMatch(year -> year.matches("20\\d\\d"));
        assertThat(open.getList("facets.tags")).hasSizeBetween(10, 20);
    }

    @Test
    void totalIsTheNumberOfAllArticles() {
        // Tests delete their articles, all of the type news, behind the index.
        String features = COMMON + "&type=feature";
        assertThat(total(features))
                .isEqualTo(slugs(features + "&limit=100").size())
                .isPositive();
        when().get("/v1/search?q=harbour").then().body("total", nullValue());
    }

    @Test
    void highlightsArePlainTextAndRanges() {
        JsonPath page = read("/v1/search?q=harbour+budget&highlight=true&limit=5");
        List<Map<String, Object>> items = page.getList("items");
        assertThat(items).isNotEmpty();
        for (Map<String, Object> item : items) {
            List<Map<String, Object>> highlights = highlights(item);
            assertThat(highlights.stream().filter(each -> each.get("field").equals("body")))
                    .hasSizeLessThanOrEqualTo(2);
            for (Map<String, Object> highlight : highlights) {
                String text = (String) highlight.get("text");
                if (highlight.get("field").equals("title")) {
                    assertThat(text).isEqualTo(item.get("title"));
                }
                if (highlight.get("field").equals("body")) {
                    assertThat(text.length()).isLessThanOrEqualTo(160);
                }
                assertThat(words(highlight))
                        .isNotEmpty()
                        .allMatch(word -> word.toLowerCase(Locale.ROOT).matches("(harbour|budget).*"));
            }
        }
        assertThat(String.join(" ", words(highlights(items.get(0)).get(0)))).isEqualTo("harbour budget");
    }

    @Test
    void highlightsAreTheTextAsItIsNow() {
        DeskClient desk = DeskClient.published("Desk: a zebrafish <b>in</b> the 🐟 \"tank\"");
        Response found = awaitFound("zebrafish", "&highlight=true");

        assertThat(found.jsonPath().getString("items[0].highlights[0].text"))
                .isEqualTo("Desk: a zebrafish <b>in</b> the 🐟 \"tank\"");
        desk.delete("/publication");
    }

    @Test
    void fieldsSelectMembersOfEachArticle() {
        when().get("/v1/search?q=harbour&highlight=true&fields=slug,highlights.text&facets=type&count=exact")
                .then()
                .statusCode(200)
                .body("items", everyItem(hasKey("slug")))
                .body("items", everyItem(not(hasKey("title"))))
                .body("items[0].highlights[0]", not(hasKey("ranges")))
                .body("facets.type[0].count", not(nullValue()))
                .body("total", not(nullValue()));
    }

    @Test
    void includeAddsRelatedArticles() {
        assertThat(read("/v1/search?q=gas+contract&limit=1&include=related").getList("items[0].related"))
                .isNotEmpty();
    }

    @Test
    void nothingFoundIsAnEmptyPage() {
        when().get("/v1/search?q=xyzzyx&highlight=true&facets=section,type&count=exact")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("total", equalTo(0))
                .body("next", nullValue())
                .body("facets.section", empty())
                .body("didYouMean", nullValue());
    }

    @Test
    void misspeltWordFindsNothingWithoutTypos() {
        when().get("/v1/search?q=harbuor&typos=none")
                .then()
                .body("items", empty())
                .body("didYouMean", nullValue());
        when().get("/v1/search?q=harbour").then().body("didYouMean", nullValue());
    }

    @Test
    void responseIsNotIndexedAndNamesItsGroups() {
        when().get("/v1/search?q=harbour")
                .then()
                .header("X-Robots-Tag", "noindex")
                .header("Surrogate-Key", "articles labels tags")
                .header("Last-Modified", not(nullValue()));
        when().head("/v1/search?q=harbour").then().statusCode(200).header("X-Robots-Tag", "noindex");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> highlights(Map<String, Object> item) {
        return (List<Map<String, Object>>) item.get("highlights");
    }

    @SuppressWarnings("unchecked")
    private static List<String> words(Map<String, Object> highlight) {
        String text = (String) highlight.get("text");
        return ((List<List<Integer>>) highlight.get("ranges"))
                .stream()
                        .map(range -> text.substring(range.get(0), range.get(1)))
                        .toList();
    }
}
