package press.gazette.site.reading;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.media.Media;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.ServerCache;
import press.gazette.site.SiteClient;

/** Every document that names the newsroom takes its name, its logo and its addresses from the live site document. */
@QuarkusTest
class NamedNewsroomTest {

    private static final String STORY = "/v1/articles/" + Newsroom.GAS_CONTRACT;
    private static final String LOGO = "https://pictures.test/courant.png";

    @BeforeEach
    void invalidateCachedResponses() {
        ServerCache.invalidate();
    }

    @AfterEach
    void tidyUp() {
        SiteClient.tidyUp();
        DeskClient.tidyUp();
        QuarkusTransaction.requiringNew().run(() -> Media.delete("url like ?1", LOGO + "%"));
        invalidateCachedResponses();
    }

    @Test
    void documentsFollowThePublicationOfTheSite() {
        documents().forEach(document -> assertThat(text(document)).as(document).doesNotContain("Courant"));
        publishCourant();
        documents().forEach(document -> assertThat(text(document)).as(document).contains("Courant"));
    }

    @Test
    void documentsFollowThePublicationOfAnEarlierRevision() {
        Map<String, String> before = all(NamedNewsroomTest::text);
        SiteClient desk = publishCourant();
        desk.publish("revision", 1).then().statusCode(200);
        Map<String, String> after = all(NamedNewsroomTest::text);
        documents()
                .forEach(document ->
                        assertThat(undated(after.get(document))).as(document).isEqualTo(undated(before.get(document))));
    }

    @Test
    void documentsNameTheSettingsWithoutAPublicSite() {
        SiteClient.reading().delete("/publication").then().statusCode(200);
        when().get(STORY + ".jsonld")
                .then()
                .body(
                        "publisher",
                        equalTo(Map.of(
                                "@type", "NewsMediaOrganization",
                                "name", "Gazette",
                                "url", "http://localhost:8080/reader")));
        when().get("/feeds/articles.json")
                .then()
                .body("title", equalTo("Gazette"))
                .body("description", equalTo("News from Gazette"))
                .body("home_page_url", equalTo("http://localhost:8080/reader"))
                .body("icon", equalTo(null));
        assertThat(text("/feeds/articles.rss")).doesNotContain("<image>");
        assertThat(text("/feeds/articles.atom")).doesNotContain("<logo>");
        assertThat(text("/feeds.opml")).contains("<title>Feeds of Gazette</title>");
        assertThat(news()).contains("<news:name>Gazette</news:name>");
    }

    @Test
    void feedsHaveTheWordsOfTheSite() {
        publishCourant();
        when().get("/feeds/articles.json")
                .then()
                .body("title", equalTo("Second Courant"))
                .body("description", equalTo("News twice a day."))
                .body("home_page_url", equalTo("https://courant.example/"))
                .body("icon", equalTo(LOGO))
                .body("authors.name", equalTo(List.of("Courant Press")));
        when().get("/feeds/tags/putin.json").then().body("title", equalTo("Putin – Second Courant"));
        when().get("/feeds/lists/editors-picks.json")
                .then()
                .body("title", equalTo("Editor’s Picks – Second Courant"))
                .body("description", equalTo("News from Second Courant"));
        when().get("/feeds/articles.ninjs").then().body("by", equalTo("Courant Press"));
        assertThat(text("/feeds/articles.rss"))
                .contains("<image><url>" + LOGO + "</url><title>Second Courant</title>"
                        + "<link>https://courant.example/</link></image>");
        assertThat(text("/feeds/articles.atom"))
                .contains("<author><name>Courant Press</name></author>")
                .contains("<logo>" + LOGO + "</logo>");
        assertThat(text("/feeds.opml"))
                .contains("<title>Feeds of Second Courant</title>")
                .contains("htmlUrl=\"https://courant.example/\"");
        assertThat(news()).contains("<news:name>Second Courant</news:name>");
    }

    /** Items of several languages, or none, stand in a feed in the language of the site. */
    @Test
    void feedHasTheLanguageOfItsItemsElseOfTheSite() {
        publishCourant();
        when().get("/feeds/tags/putin.json").then().body("language", equalTo("en"));
        when().get("/feeds/articles/2020-01-01.json").then().body("language", equalTo("fr"));
        assertThat(text("/feeds/articles/2020-01-01.rss")).contains("<language>fr</language>");
        assertThat(text("/feeds/articles/2020-01-01.atom")).contains("xml:lang=\"fr\"");
    }

    @Test
    void jsonLdHasThePublisherWithItsLogoAndPolicies() {
        publishCourant();
        when().get(STORY + ".jsonld")
                .then()
                .body("publisher.name", equalTo("Courant Press"))
                .body("publisher.url", equalTo("https://press.example/"))
                .body("publisher.logo.url", equalTo(LOGO))
                .body("publisher.logo.width", equalTo("600"))
                .body("publisher.sameAs", equalTo(List.of("https://social.example/@courant")))
                .body("publisher.telephone", equalTo("+99 555 0100"))
                .body("publisher.ethicsPolicy", equalTo("https://courant.example/ethics"));
        when().get("/reader/articles/" + Newsroom.GAS_CONTRACT)
                .then()
                .body(containsString("\"name\":\"Courant Press\""));
    }

    @Test
    void deletedPictureIsNoLogo() {
        String picture = shownLogo();
        Keys.asAdmin()
                .header("If-Match", "*")
                .delete("/v1/desk/media/" + picture)
                .then()
                .statusCode(204);
        assertLogo(LOGO, false);
    }

    @Test
    void pictureWhoseRightsHaveEndedIsNoLogo() {
        String picture = shownLogo();
        change(picture, Map.of("rightsExpireAt", "2020-01-01T00:00:00Z"));
        assertLogo(LOGO, false);
    }

    /** Publishes a site with a logo and returns the id of its picture. */
    private static String shownLogo() {
        publishCourant();
        assertLogo(LOGO, true);
        return when().get("/v1/site").path("publisher.logo.id");
    }

    private static void assertLogo(String url, boolean isShown) {
        for (String document : List.of(
                STORY + ".jsonld", "/feeds/articles.rss", "/feeds/articles.atom", "/feeds/articles.json", "/v1/site")) {
            assertThat(text(document).contains(url)).as(document).isEqualTo(isShown);
        }
    }

    @Test
    void changedPictureOfTheLogoChangesTheDocuments() {
        change(shownLogo(), Map.of("url", LOGO + "?v=2"));
        assertLogo(LOGO + "?v=2", true);
    }

    @Test
    void draftsAndPlansOfTheSiteChangeNoByte() {
        Map<String, String> before =
                all(document -> text(document) + get(document).header("ETag"));
        SiteClient desk = SiteClient.reading();
        desk.put("Second Courant", "logo", picture(), "publisher", Map.of("name", "Courant Press"))
                .then()
                .statusCode(200);
        desk.send("PUT", "/schedule", Map.of("at", "2100-01-01T00:00:00Z"))
                .then()
                .statusCode(201);
        desk.send("PUT", "/restoration", Map.of("revision", 1)).then().statusCode(200);
        invalidateCachedResponses();
        assertThat(all(document -> text(document) + get(document).header("ETag")))
                .isEqualTo(before);
    }

    @Test
    void responsesThatNameTheNewsroomDependOnTheSite() {
        documents()
                .forEach(document -> assertThat(get(document).header("Cache-Groups"))
                        .as(document)
                        .contains("\"site\""));
        for (String other : List.of(STORY, STORY + ".md", "/v1/articles", "/sitemap.xml", "/sitemaps/articles-1.xml")) {
            assertThat(get(other).header("Cache-Groups")).as(other).doesNotContain("\"site\"");
        }
    }

    /** A publication of a site with other words everywhere. */
    private static SiteClient publishCourant() {
        SiteClient desk = SiteClient.reading();
        desk.put(
                        "Second Courant",
                        "description",
                        "News twice a day.",
                        "language",
                        "fr",
                        "url",
                        "https://courant.example/",
                        "social",
                        List.of(Map.of("url", "https://social.example/@courant")),
                        "publisher",
                        Map.of(
                                "name",
                                "Courant Press",
                                "url",
                                "https://press.example/",
                                "logo",
                                picture(),
                                "contact",
                                Map.of("telephone", "+99 555 0100")),
                        "policies",
                        Map.of("ethicsPolicy", "https://courant.example/ethics"))
                .then()
                .statusCode(200);
        desk.publish().then().statusCode(200);
        return desk;
    }

    private static String picture() {
        return Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("url", LOGO, "alt", "A lantern", "width", 600, "height", 60))
                .post("/v1/desk/media")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void change(String picture, Map<String, String> patch) {
        Keys.asAdmin()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch("/v1/desk/media/" + picture)
                .then()
                .statusCode(200);
    }

    /** All kinds of documents with the name of the newsroom. */
    private static List<String> documents() {
        return List.of(
                STORY + ".jsonld",
                "/feeds/articles.rss",
                "/feeds/articles.atom",
                "/feeds/articles.json",
                "/feeds/articles.ninjs",
                "/feeds/tags/putin.rss",
                "/feeds/lists/editors-picks.atom",
                "/feeds/articles/2020-01-01.json",
                "/feeds/tags/putin/2020-01-01.ninjs",
                "/feeds.opml",
                "/sitemaps/news.xml",
                "/reader/articles/" + Newsroom.GAS_CONTRACT);
    }

    private static Map<String, String> all(Function<String, String> reading) {
        return documents().stream().collect(Collectors.toMap(Function.identity(), reading));
    }

    private static String news() {
        return text("/sitemaps/news.xml");
    }

    /** The body of the second of two equal responses, which may come from the cache. */
    private static String text(String address) {
        Response first = get(address);
        first.then().statusCode(200);
        String again = get(address).asString();
        assertThat(again).isEqualTo(first.asString());
        return again;
    }

    /** Feeds have the date of the last publication of the site. */
    private static String undated(String text) {
        return text.replaceAll("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z|\\w{3}, \\d+ \\w{3} 20\\d\\d [0-9:]+ GMT", "");
    }
}
