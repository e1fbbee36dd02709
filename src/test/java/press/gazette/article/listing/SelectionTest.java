package press.gazette.article.listing;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static press.gazette.newsroom.Listings.walk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.article.Article;
import press.gazette.newsroom.Newsroom;

/** The parameters fields, include, body, count and ids. */
@QuarkusTest
class SelectionTest {

    @Test
    void itemsHaveExactlyTheSelectedFields() {
        Map<String, Object> item = first("/v1/articles?fields=title,tags.name,image.url&limit=1&tags=putin");
        assertThat(item.keySet()).isSubsetOf("title", "tags", "image").contains("title", "tags");
        List<Map<String, Object>> tags = listOfMaps(item.get("tags"));
        assertThat(tags).isNotEmpty().allSatisfy(tag -> assertThat(tag.keySet()).containsExactly("name"));
    }

    @Test
    void fieldsSelectInsideBodyAndRelatedArticles() {
        Map<String, Object> article = given().urlEncodingEnabled(false)
                .get("/v1/articles/" + Newsroom.GAS_CONTRACT
                        + "?fields=slug,body.text,related.title,corrections&body=text,html&include=related")
                .jsonPath()
                .getMap("");
        assertThat(article.keySet()).containsExactlyInAnyOrder("slug", "body", "related", "corrections");
        assertThat(((Map<?, ?>) article.get("body")).keySet()).isEqualTo(Set.of("text"));
        assertThat(listOfMaps(article.get("related")))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.keySet()).containsExactly("title"));
    }

    @Test
    void everyPageOfAListingHasTheSameFields() {
        List<Map<String, Object>> items = walk("/v1/articles?fields=slug,publishedAt&limit=7");
        assertThat(items)
                .hasSize(Newsroom.PUBLIC_ARTICLES)
                .allSatisfy(item -> assertThat(item.keySet()).containsExactlyInAnyOrder("slug", "publishedAt"));
    }

    @Test
    void cursorWorksWithAnyFields() {
        String next = when().get("/v1/articles?fields=slug&limit=2").jsonPath().getString("next");
        String cursor = next.substring(next.indexOf("cursor="));
        given().urlEncodingEnabled(false)
                .get("/v1/articles?limit=3&" + cursor)
                .then()
                .statusCode(200)
                .body("items[0]", hasKey("title"));
    }

    @Test
    void listingHasBodiesOnRequest() {
        when().get("/v1/articles?limit=3").then().body("items", everyItem(not(hasKey("body"))));
        JsonPath page = when().get("/v1/articles?limit=3&body=text,html").jsonPath();
        assertThat(page.getList("items.body.text", String.class))
                .hasSize(3)
                .allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(page.getString("items[0].body.html"))
                .isEqualTo(when().get("/v1/articles/" + page.getString("items[0].slug"))
                        .jsonPath()
                        .getString("body.html"));
    }

    @Test
    void listingHasRelatedArticlesOnRequest() {
        List<Map<String, Object>> alone =
                listOfMaps(when().get("/v1/articles/" + Newsroom.GAS_CONTRACT + "?include=related")
                        .jsonPath()
                        .getList("related"));
        Map<String, Object> listed = walk("/v1/articles?include=related&limit=20").stream()
                .filter(item -> item.get("slug").equals(Newsroom.GAS_CONTRACT))
                .findFirst()
                .orElseThrow();
        assertThat(listOfMaps(listed.get("related"))).isNotEmpty().isEqualTo(alone);
    }

    @Test
    void listingHasParentsOfTagsOnRequest() {
        JsonPath page = when().get("/v1/articles?tags=russia&limit=1&include=tags.parents")
                .jsonPath();
        assertThat(page.getList("items[0].tags.find { it.slug == 'russia' }.parents.slug"))
                .isEqualTo(List.of(Newsroom.EUROPE));
        when().get("/v1/articles?tags=russia&limit=1")
                .then()
                .body("items[0].tags.find { it.slug == 'russia' }", not(hasKey("parents")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/articles",
                "/v1/articles?tags=putin",
                "/v1/tags/averil/articles",
                "/v1/articles?tags=putin%7Cfilm%7Caveril",
                "/v1/articles?tags=-putin",
                "/v1/articles?section=world&type=news",
                "/v1/articles?tags=europe&descendants=true",
            })
    void totalEqualsTheNumberOfItemsOnAllPages(String listing) {
        String join = listing.contains("?") ? "&" : "?";
        int walked = walk(listing + join + "limit=100").size();
        given().urlEncodingEnabled(false)
                .get(listing + join + "count=exact&limit=2")
                .then()
                .body("total", equalTo(walked))
                .body("totalIsLowerBound", nullValue())
                .body("next", walked > 2 ? containsString("count=exact") : nullValue());
        given().urlEncodingEnabled(false).get(listing).then().body("total", nullValue());
    }

    @Test
    void descendantsIncludesTheTagsBelow() {
        List<String> europe = slugs("/v1/articles?tags=europe&descendants=true&limit=3");
        List<String> russia = slugs("/v1/articles?tags=russia&limit=100");
        assertThat(europe).containsAll(russia).doesNotHaveDuplicates();
        assertThat(slugs("/v1/articles?tags=europe&limit=100")).hasSizeLessThan(europe.size());
        assertThat(slugs("/v1/tags/europe/articles?descendants=true")).isEqualTo(europe);
        List<String> without = new ArrayList<>(slugs("/v1/articles?limit=100"));
        without.removeAll(europe);
        assertThat(slugs("/v1/articles?tags=-europe&descendants=true&limit=4")).isEqualTo(without);
    }

    @Test
    void articlesByIdAreInTheRequestedOrderWithMissingIdsNamed() {
        List<String> ids =
                new ArrayList<>(when().get("/v1/articles?limit=100").jsonPath().<String>getList("items.id"));
        Collections.reverse(ids);
        String unknown = "01900000-0000-7000-8000-000000000000";
        String withdrawn = idOf(Newsroom.WITHDRAWN_STORY);
        String embargoed = idOf(Newsroom.EMBARGOED_STORY);
        List<String> asked = new ArrayList<>(ids);
        asked.add(1, unknown);
        asked.add(withdrawn);
        asked.add(3, embargoed);
        JsonPath batch = given().urlEncodingEnabled(false)
                .get("/v1/articles?fields=id,title&ids=" + String.join(",", asked))
                .jsonPath();
        assertThat(batch.getList("items.id")).isEqualTo(ids);
        assertThat(batch.getList("missing")).containsExactly(unknown, embargoed, withdrawn);
        assertThat(batch.getMap("").keySet()).containsExactlyInAnyOrder("items", "missing");
    }

    @Test
    void missingIsEmptyIfAllIdsArePublic() {
        String id = when().get("/v1/articles?limit=1").jsonPath().getString("items[0].id");
        when().get("/v1/articles?ids=" + id).then().body("missing", hasSize(0)).body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "articles?fields=titel                       | fields      | title",
                "articles?fields=tags.nam                    | fields      | name",
                "articles?fields=title.length                | fields      | no field",
                "articles?fields=title,                      | fields      | no field",
                "articles?fields=title,title                 | fields      | twice",
                "articles?fields=tags,tags.name              | fields      | twice",
                "articles?fields=title&body=html             | fields      | body",
                "articles?fields=title,body                  | fields      | body=html",
                "articles?fields=title&include=related       | fields      | related",
                "articles?fields=title,related               | fields      | include=related",
                "articles?fields=title&include=tags.parents  | fields      | tags.parents",
                "articles?fields=Title                       | fields      | title",
                "articles?fields=corrections                 | fields      | include=corrections",
                "articles/x?fields=corections                | fields      | corrections",
                "articles/x?fields=body&body=none            | fields      | body=html",
                "articles?include=everything                 | include     | related, tags.parents",
                "articles?include=related,related            | include     | each once",
                "articles?body=pdf                           | body        | markdown",
                "articles?body=text&limit=21                 | limit       | at most 20",
                "articles?count=roughly                      | count       | exact",
                "articles?descendants=yes&tags=putin         | descendants | true or false",
                "articles?descendants=true                   | descendants | needs a tag",
                "articles?ids=putin                          | ids         | UUIDs",
                "articles?ids=01900000-0000-7000-8000-000000000000,  | ids | UUIDs",
                "articles?ids=01900000-0000-7000-8000-000000000000,01900000-0000-7000-8000-000000000000 | ids | twice",
                "articles?ids=01900000-0000-7000-8000-000000000000&limit=3 | ids | combines with",
                "tags/putin/articles?ids=01900000-0000-7000-8000-000000000000 | ids | /v1/articles",
            })
    void errorNamesTheBadParameter(String request, String parameter, String hint) {
        given().urlEncodingEnabled(false)
                .get("/v1/" + request.strip())
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo(parameter.strip()))
                .body("detail", containsString(hint.strip()));
    }

    private static String idOf(String slug) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Article.<Article>find("text.slug", slug)
                        .singleResult()
                        .id()
                        .toString());
    }

    private static List<String> slugs(String listing) {
        return walk(listing).stream().map(item -> item.get("slug").toString()).toList();
    }

    private static Map<String, Object> first(String listing) {
        return given().urlEncodingEnabled(false).get(listing).jsonPath().getMap("items[0]");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> listOfMaps(Object list) {
        return (List<Map<String, Object>>) list;
    }
}
