package press.gazette.article.listing;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static press.gazette.newsroom.Listings.walk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.Newsroom;

@QuarkusTest
class ArticlesResourceTest {

    @Test
    void oneRequestIsEnoughForAnArticlePage() {
        given().queryParam("include", "related")
                .when()
                .get("/v1/articles/" + Newsroom.GAS_CONTRACT)
                .then()
                .statusCode(200)
                .body("slug", equalTo(Newsroom.GAS_CONTRACT))
                .body("kicker", equalTo("Energy"))
                .body("title", notNullValue())
                .body("standfirst", notNullValue())
                .body("byline", equalTo("Elena Marsh"))
                .body("section.slug", equalTo("world"))
                .body("tags[0].slug", equalTo(Newsroom.PUTIN))
                .body("contributors.slug", equalTo(List.of("elena-marsh")))
                .body("image.credit", containsString("Illustration"))
                .body("image.renditions.name", equalTo(List.of("wide", "square")))
                .body("body.html", containsString("<blockquote>"))
                .body("body.html", containsString("<h2 id=\""))
                .body("corrections", hasSize(1))
                .body("related.slug", hasItem("how-european-sanctions-work"))
                .body("related[0]", not(hasKey("body")));
    }

    @Test
    void missingKickerAndBylineComeFromTags() {
        JsonPath article = when().get("/v1/articles/" + Newsroom.NIGHT_TRAMS).jsonPath();
        assertThat(article.getString("kicker")).isNotBlank();
        assertThat(article.getString("byline")).isNotBlank();
    }

    @Test
    void fourDatesAreInOrder() {
        JsonPath article = when().get("/v1/articles/" + Newsroom.GAS_CONTRACT).jsonPath();
        Instant first = Instant.parse(article.getString("firstPublishedAt"));
        assertThat(Instant.parse(article.getString("publishedAt"))).isEqualTo(first);
        assertThat(Instant.parse(article.getString("updatedAt"))).isAfter(first);
        assertThat(Instant.parse(article.getString("modifiedAt")))
                .isAfterOrEqualTo(Instant.parse(article.getString("updatedAt")));
    }

    @Test
    void bodyHasOnlyTheRequestedFormats() {
        given().queryParam("body", "blocks,text")
                .when()
                .get("/v1/articles/" + Newsroom.GAS_CONTRACT)
                .then()
                .statusCode(200)
                .body("body.blocks.type", hasItem("quote"))
                .body("body.text", containsString("gas"))
                .body("body", not(hasKey("html")))
                .body("body", not(hasKey("markdown")));
        given().queryParam("body", "none")
                .when()
                .get("/v1/articles/" + Newsroom.GAS_CONTRACT)
                .then()
                .body("$", not(hasKey("body")))
                .body("$", not(hasKey("related")));
    }

    @Test
    void idAndSlugGiveTheSameResponse() {
        String bySlug = when().get("/v1/articles/" + Newsroom.GAS_CONTRACT).asString();
        String id = JsonPath.from(bySlug).getString("id");
        assertThat(when().get("/v1/articles/" + id).asString()).isEqualTo(bySlug);
    }

    @Test
    void formerSlugRedirectsAndRepeatsTheQuery() {
        given().redirects()
                .follow(false)
                .when()
                .get("/v1/articles/" + Newsroom.GAS_CONTRACT_FORMERLY + "?body=none")
                .then()
                .statusCode(308)
                .header("Location", "/v1/articles/" + Newsroom.GAS_CONTRACT + "?body=none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {Newsroom.DRAFT_STORY, Newsroom.SCHEDULED_STORY, Newsroom.EMBARGOED_STORY, Newsroom.EXPIRED_STORY
            })
    void hiddenStoryIsIndistinguishableFromAnUnknownOne(String slug) {
        String unknown = when().get("/v1/articles/never-existed")
                .then()
                .statusCode(404)
                .extract()
                .asString();
        String hidden = when().get("/v1/articles/" + slug)
                .then()
                .statusCode(404)
                .extract()
                .asString();
        assertThat(hidden.replace(slug, "never-existed")).isEqualTo(unknown);
    }

    @Test
    void withdrawnStoryAnswers410WithTheReasonOnly() {
        when().get("/v1/articles/" + Newsroom.WITHDRAWN_STORY)
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("code", equalTo("withdrawn"))
                .body("reason", equalTo("error"))
                .body("$", not(hasKey("errors")))
                .body(not(containsString("ferry to the southern")));
    }

    @Test
    void listingHasEveryPublicArticleOnceNewestFirst() {
        List<Map<String, Object>> items = walk("/v1/articles?limit=7");
        List<String> slugs =
                items.stream().map(item -> item.get("slug").toString()).toList();
        assertThat(slugs).doesNotHaveDuplicates().hasSize(Newsroom.PUBLIC_ARTICLES);
        assertThat(slugs)
                .doesNotContain(
                        Newsroom.DRAFT_STORY,
                        Newsroom.SCHEDULED_STORY,
                        Newsroom.EMBARGOED_STORY,
                        Newsroom.EXPIRED_STORY,
                        Newsroom.WITHDRAWN_STORY);
        assertThat(items.stream()
                        .map(item -> Instant.parse(item.get("publishedAt").toString())))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void tagListingHasOnlyTheTagsArticles() {
        assertThat(walk("/v1/tags/putin/articles?limit=3"))
                .hasSize(8)
                .allSatisfy(item -> assertThat(item.get("tags").toString()).contains("slug=putin"));
    }

    @Test
    void tagListingByIdIsTheSameListing() {
        String id = when().get("/v1/tags/putin").jsonPath().getString("id");
        List<String> byId =
                when().get("/v1/tags/" + id + "/articles").jsonPath().getList("items.slug");
        List<String> bySlug = when().get("/v1/tags/putin/articles").jsonPath().getList("items.slug");
        assertThat(byId).isEqualTo(bySlug).isNotEmpty();
    }

    @Test
    void sectionsAndContributorsListTheirArticlesToo() {
        when().get("/v1/tags/culture/articles").then().body("items.section.slug", everyItem(equalTo("culture")));
        when().get("/v1/tags/elena-marsh/articles")
                .then()
                .body("items", not(hasSize(0)))
                .body("items.contributors.slug.flatten()", hasItem("elena-marsh"));
    }

    @Test
    void formerSlugOfATagRedirectsToItsListing() {
        given().redirects()
                .follow(false)
                .when()
                .get("/v1/tags/" + Newsroom.PUTIN_FORMERLY + "/articles?limit=2")
                .then()
                .statusCode(308)
                .header("Location", "/v1/tags/putin/articles?limit=2");
    }

    @Test
    void unknownTagHasNoListing() {
        when().get("/v1/tags/nobody/articles").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void listingsHaveNoBodies() {
        when().get("/v1/articles?limit=100")
                .then()
                .body("items.body", everyItem(nullValue()))
                .body("$", not(hasKey("next")))
                .header("Link", not(containsString("rel=\"next\"")));
    }

    @Test
    void cursorOfAnotherListingIsRejected() {
        String next = when().get("/v1/tags/putin/articles?limit=1").jsonPath().getString("next");
        String cursor = next.substring(next.indexOf("cursor=") + "cursor=".length());
        given().queryParam("cursor", cursor)
                .when()
                .get("/v1/articles")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"))
                .body("detail", containsString("other parameters"));
    }

    @Test
    void nextIsInTheHeaderToo() {
        String next = when().get("/v1/articles?limit=1").jsonPath().getString("next");
        when().get("/v1/articles?limit=1").then().header("Link", startsWith("<" + next + ">; rel=\"next\""));
    }
}
