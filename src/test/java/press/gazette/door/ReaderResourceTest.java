package press.gazette.door;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Newsroom;

/** The reader site as the server sends it; its behaviour in a browser is tested in src/test/browser. */
@QuarkusTest
class ReaderResourceTest {

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reader",
                "/reader/articles/" + Newsroom.GAS_CONTRACT,
                "/reader/tags/" + Newsroom.PUTIN,
                "/reader/search",
                "/reader/search?q=harbour&section=city&type=news&tags=averil"
            })
    void everyUrlOfTheSiteCanBeLinkedTo(String url) {
        when().get(url)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("src=\"/reader/files/reader.js\""));
    }

    @Test
    void articlePageHasAHead() {
        Map<String, Object> story =
                when().get("/v1/articles/" + Newsroom.GAS_CONTRACT).path("");
        Document page = Jsoup.parse(text("/reader/articles/" + Newsroom.GAS_CONTRACT));
        Map<?, ?> seo = (Map<?, ?>) story.get("seo");
        assertThat(page.title()).isEqualTo(seo.get("title") + " · Gazette");
        assertThat(meta(page, "name", "description")).isEqualTo(seo.get("description"));
        assertThat(page.select("link[rel=canonical]").attr("href"))
                .isEqualTo("http://localhost:8080/reader/articles/" + Newsroom.GAS_CONTRACT);
        assertThat(meta(page, "property", "og:type")).isEqualTo("article");
        assertThat(meta(page, "property", "og:title")).isEqualTo(seo.get("title"));
        assertThat(meta(page, "property", "og:image"))
                .isEqualTo("http://localhost:8080/newsroom/pictures/gas-pipeline.svg");
        assertThat(meta(page, "property", "article:published_time")).isEqualTo(story.get("publishedAt"));
    }

    @Test
    void tagPageAndHomePageHaveAHead() {
        Document tag = Jsoup.parse(text("/reader/tags/" + Newsroom.PUTIN));
        assertThat(tag.title()).isEqualTo("Putin · Gazette");
        assertThat(meta(tag, "name", "description"))
                .isEqualTo(when().get("/v1/tags/" + Newsroom.PUTIN).path("description"));
        assertThat(tag.select("link[rel=canonical]").attr("href"))
                .isEqualTo("http://localhost:8080/reader/tags/" + Newsroom.PUTIN);
        Document home = Jsoup.parse(text("/reader"));
        assertThat(home.title()).isEqualTo("Gazette");
        assertThat(home.select("link[rel=canonical]").attr("href")).isEqualTo("http://localhost:8080/reader");
    }

    @Test
    void scriptInAHeadlineIsEscaped() {
        String title = "Desk: \"><script>alert(1)</script> & 'so on'";
        DeskClient.write(title, "slug", "desk-markup", "standfirst", title, "seo", Map.of("title", title))
                .put("publication", Map.of())
                .then()
                .statusCode(201);
        Document page = Jsoup.parse(text("/reader/articles/desk-markup"));
        assertThat(page.select("script")).hasSize(2);
        assertThat(page.select("script[type=application/ld+json]").html())
                .isEqualTo(text("/v1/articles/desk-markup.jsonld"));
        assertThat(page.title()).isEqualTo(title + " · Gazette");
        assertThat(meta(page, "property", "og:title")).isEqualTo(title);
        assertThat(meta(page, "name", "description")).isEqualTo(title);
    }

    @Test
    void externalOriginalIsTheCanonicalUrl() {
        DeskClient.write("Desk: agency", "slug", "desk-agency", "canonicalUrl", "https://agency.example/a?b=1&c=2")
                .put("publication", Map.of())
                .then()
                .statusCode(201);
        assertThat(Jsoup.parse(text("/reader/articles/desk-agency"))
                        .select("link[rel=canonical]")
                        .attr("href"))
                .isEqualTo("https://agency.example/a?b=1&c=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "articles/never-written",
                "articles/" + Newsroom.DRAFT_STORY,
                "articles/" + Newsroom.SCHEDULED_STORY,
                "articles/" + Newsroom.EMBARGOED_STORY,
                "articles/" + Newsroom.EXPIRED_STORY,
                "articles/Not%20a%20slug",
                "tags/nobody"
            })
    void hiddenArticleIsIndistinguishableFromAnUnknownOne(String path) {
        String unknown = when().get("/reader/articles/never-written").asString();
        given().urlEncodingEnabled(false)
                .get("/reader/" + path)
                .then()
                .statusCode(404)
                .contentType("text/html")
                .header("Cache-Control", "public, max-age=10")
                .body(equalTo(unknown));
        Document page = Jsoup.parse(unknown);
        assertThat(page.title()).isEqualTo("There is nothing here · Gazette");
        assertThat(meta(page, "name", "robots")).isEqualTo("noindex");
    }

    @Test
    void pageOfAWithdrawnArticleIsGoneAtOnceWithItsTitle() {
        when().get("/reader/articles/" + Newsroom.WITHDRAWN_STORY).then().statusCode(410);
        DeskClient desk = DeskClient.published("Desk: here and gone");
        String url = "/reader/articles/desk-here-and-gone";
        for (int i = 0; i < 2; i++) {
            assertThat(text(url)).contains("here and gone");
        }
        desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        when().get(url)
                .then()
                .statusCode(410)
                .contentType("text/html")
                .body(containsString("<title>No longer available · Gazette</title>"))
                .body(not(containsString("here and gone")));
    }

    @Test
    void articlePageIsRevalidatedWith304() {
        String tag = when().get("/reader/articles/" + Newsroom.GAS_CONTRACT)
                .then()
                .header("Cache-Control", "public, max-age=0")
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag)
                .get("/reader/articles/" + Newsroom.GAS_CONTRACT)
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @CsvSource({
        "/reader/, /reader",
        "/reader/articles/" + Newsroom.GAS_CONTRACT + "/, /reader/articles/" + Newsroom.GAS_CONTRACT,
        "/reader/tags/" + Newsroom.PUTIN + "/, /reader/tags/" + Newsroom.PUTIN,
        "/reader/search/, /reader/search",
        "/reader/previews/x/, /reader/previews/x",
        "/reader/articles/" + Newsroom.GAS_CONTRACT_FORMERLY + ", /reader/articles/" + Newsroom.GAS_CONTRACT,
        "/reader/tags/" + Newsroom.PUTIN_FORMERLY + ", /reader/tags/" + Newsroom.PUTIN,
    })
    void trailingSlashAndFormerSlugRedirect(String url, String target) {
        given().redirects().follow(false).get(url).then().statusCode(308).header("Location", equalTo(target));
    }

    @Test
    void pageOfResultsIsNotIndexed() {
        Document page = Jsoup.parse(text("/reader/search?q=harbour"));
        assertThat(meta(page, "name", "robots")).isEqualTo("noindex");
        when().get("/reader/search?author=x").then().statusCode(400);
    }

    @Test
    void previewPageIsPrivate() {
        when().get("/reader/previews/AZmjxR9efDqLHS9gx7Gp5AAAAABpIcsAo4JbW0G7cU5v1rXk0dQ8aQ")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", startsWith("default-src 'none'"));
    }

    @Test
    void contentSecurityPolicyAllowsOnlyOwnFiles() {
        when().get("/reader")
                .then()
                .header(
                        "Content-Security-Policy",
                        startsWith("default-src 'none'; script-src 'self'; style-src 'self';"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reader/files/application.properties",
                "/reader/files/..%2fapplication.properties",
                "/reader/lists/home",
                "/reader/articles/a/b"
            })
    void otherPathsAreNotFound(String url) {
        given().urlEncodingEnabled(false).get(url).then().statusCode(404).body("code", equalTo("not-found"));
    }

    private static String meta(Document page, String attribute, String name) {
        return page.select("meta[" + attribute + "=" + name + "]").attr("content");
    }

    private static String text(String url) {
        return when().get(url).then().statusCode(200).extract().asString();
    }
}
