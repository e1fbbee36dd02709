package press.gazette.tag.reading;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import java.util.ArrayList;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.TestTags;

@QuarkusTest
class TagsResourceTest {

    @Test
    void tagHasItsDescriptionPictureAndIdentifiers() {
        when().get("/v1/tags/" + Newsroom.PUTIN)
                .then()
                .statusCode(200)
                .body("slug", equalTo(Newsroom.PUTIN))
                .body("name", equalTo("Putin"))
                .body("type", equalTo("person"))
                .body("state", equalTo("active"))
                .body("description", containsString("Russia"))
                .body("aliases", hasItem(Newsroom.PUTIN_FORMERLY))
                .body("sameAs", hasItem("https://www.wikidata.org/entity/Q7747"))
                .body("image.alt", notNullValue());
    }

    @Test
    void placeHasItsParents() {
        when().get("/v1/tags/" + Newsroom.RUSSIA).then().body("parents.slug", equalTo(List.of(Newsroom.EUROPE)));
    }

    @Test
    void formerSlugRedirectsToTheCurrentOne() {
        given().redirects()
                .follow(false)
                .when()
                .get("/v1/tags/" + Newsroom.PUTIN_FORMERLY)
                .then()
                .statusCode(308)
                .header("Location", "/v1/tags/" + Newsroom.PUTIN);
    }

    @Test
    void listingIsOrderedBySlugAndComplete() {
        List<String> slugs = new ArrayList<>();
        String url = "/v1/tags?limit=9";
        while (url != null) {
            JsonPath page = given().urlEncodingEnabled(false).get(url).jsonPath();
            slugs.addAll(page.getList("items.slug"));
            url = page.getString("next");
        }
        assertThat(slugs)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(Newsroom.PUTIN)
                .hasSizeGreaterThan(40);
    }

    @Test
    void listingOfATypeHasOnlyThatType() {
        when().get("/v1/tags?type=person&limit=2")
                .then()
                .body("items.type", everyItem(equalTo("person")))
                .body("next", containsString("type=person"));
    }

    @Test
    void errorForAnUnknownTypeNamesTheKnownOnes() {
        when().get("/v1/tags?type=celebrity")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("type"))
                .body("errors[0].detail", containsString("organisation"));
    }

    @Test
    void hiddenTagIsIndistinguishableFromAnUnknownOne() {
        hide("film");
        try {
            String unknown = when().get("/v1/tags/never-existed")
                    .then()
                    .statusCode(404)
                    .extract()
                    .asString();
            String hidden =
                    when().get("/v1/tags/film").then().statusCode(404).extract().asString();
            assertThat(hidden.replace("film", "never-existed")).isEqualTo(unknown);
            when().get("/v1/tags/film/articles").then().statusCode(404);
            assertThat(when().get("/v1/tags?limit=100").jsonPath().getList("items.slug"))
                    .doesNotContain("film");
            assertThat(when().get("/v1/articles?limit=100").asString()).doesNotContain("\"slug\":\"film\"");
        } finally {
            show("film");
        }
        when().get("/v1/tags/film").then().statusCode(200);
    }

    private static void hide(String slug) {
        TestTags.patch(slug, """
                        {"state": "hidden"}""").then().statusCode(200);
    }

    private static void show(String slug) {
        TestTags.patch(slug, """
                        {"state": "active"}""").then().statusCode(200);
    }
}
