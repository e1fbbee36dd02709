package press.gazette.document;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.ConfiguredSite;
import press.gazette.newsroom.Newsroom;

/** The URLs of a newsroom with a site of its own. */
@QuarkusTest
@TestProfile(ConfiguredSite.class)
class OwnSiteTest {

    private static final String ADDRESS = "/v1/articles/" + Newsroom.GAS_CONTRACT;
    private static final String MARSH = "https://www.example.org/contributor/elena-marsh";

    @Test
    void articlesCardsAndContributorsHaveTheUrlsOfTheirPages() {
        when().get(ADDRESS).then().body("url", equalTo(page())).body("contributors[0].url", equalTo(MARSH));
        when().get("/v1/articles?tags=putin&contributor=elena-marsh&fields=slug,url,contributors.url")
                .then()
                .body("items.find { it.slug == '" + Newsroom.GAS_CONTRACT + "' }.url", equalTo(page()))
                .body("items[0].contributors[0].url", equalTo(MARSH));
    }

    @Test
    void translationsHaveTheUrlsOfTheirPages() {
        JsonPath translation = when().get("/v1/articles/" + Newsroom.SATURDAY_SCHOOL_IN_UKRAINIAN)
                .jsonPath();
        when().get("/v1/articles/" + Newsroom.SATURDAY_SCHOOL)
                .then()
                .body("translations.url", equalTo(List.of(translation.getString("url"))))
                .body("translations[0].url", endsWith("/" + Newsroom.SATURDAY_SCHOOL_IN_UKRAINIAN));
    }

    @Test
    void jsonLdNamesTheSite() {
        when().get(ADDRESS + ".jsonld")
                .then()
                .body("url", equalTo(page()))
                .body("mainEntityOfPage", equalTo(page()))
                .body("author[0].url", equalTo(MARSH))
                .body("about[0].url", equalTo("https://www.example.org/person/putin"))
                .body("publisher.name", equalTo("The Averil Gazette"))
                .body("publisher.url", equalTo("https://averil.example/"))
                .body("image[0].url", equalTo(ConfiguredSite.HERE + "/newsroom/pictures/gas-pipeline.svg"))
                .header("Link", containsString("<" + page() + ">; rel=\"canonical\""))
                .header("Link", containsString("<" + ConfiguredSite.HERE + ADDRESS + ".md>; rel=\"alternate\""));
    }

    @Test
    void markdownNamesTheSite() {
        when().get(ADDRESS + ".md").then().body(containsString("\nurl: \"" + page() + "\"\n"));
    }

    @Test
    void opmlNamesThePagesOfTags() {
        when().get("/feeds.opml").then().body(containsString("htmlUrl=\"https://www.example.org/person/putin\""));
    }

    private static String page() {
        JsonPath story = when().get(ADDRESS).jsonPath();
        return "https://www.example.org/" + story.getString("firstPublishedAt").substring(0, 4) + "/"
                + Newsroom.GAS_CONTRACT;
    }
}
