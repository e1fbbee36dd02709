package press.gazette.feed;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.feed.format.FeedFormat;
import press.gazette.newsroom.Newsroom;

/** The content of feeds and their responses. */
@QuarkusTest
class FeedsTest {

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void feedHasTheArticlesOfItsListingInTheSameOrder(FeedFormat format) {
        assertThat(ReadFeed.at("/feeds/tags/" + Newsroom.PUTIN, format).ids())
                .isEqualTo(listed("/v1/tags/" + Newsroom.PUTIN + "/articles?limit=50"));
        assertThat(ReadFeed.at("/feeds/articles", format).ids()).isEqualTo(listed("/v1/articles?limit=50"));
        assertThat(ReadFeed.at("/feeds/tags/world", format).ids())
                .isEqualTo(listed("/v1/tags/world/articles?limit=50"));
        assertThat(ReadFeed.at("/feeds/tags/elena-marsh", format).ids())
                .isEqualTo(listed("/v1/tags/elena-marsh/articles?limit=50"));
        List<String> ids = when().get("/v1/lists/" + Newsroom.EDITORS_PICKS).path("items.article.id");
        assertThat(ReadFeed.at("/feeds/lists/" + Newsroom.EDITORS_PICKS, format).ids())
                .isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource({
        "rss, application/rss+xml",
        "atom, application/atom+xml",
        "json, application/feed+json",
        "ninjs, application/json",
    })
    void extensionSelectsTheFormatAndAcceptIsIgnored(String extension, String mediaType) {
        given().header("Accept", "text/html")
                .get("/feeds/articles." + extension)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith(mediaType))
                .header("Cache-Control", containsString("max-age=15"))
                .header("Cache-Groups", equalTo("\"articles\", \"labels\", \"site\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/feeds/articles.xml                       | 404 | rss, atom, json, ninjs",
                "/feeds/tags/" + Newsroom.PUTIN + ".RSS                     | 404 | rss, atom, json, ninjs",
                "/feeds/tags/nobody.rss                    | 404 | no such tag",
                "/feeds/tags/Not%20a%20tag.rss             | 404 | no such tag",
                "/feeds/lists/nothing.json                 | 404 | no such list",
                "/feeds/articles                           | 404 | nothing at this address",
                "/feeds/articles/2026-13-01.atom           | 404 | no such archive",
                "/feeds/articles/9999-01-01.atom           | 404 | no such archive",
                "/feeds/articles/+999999999-01-01.atom     | 404 | no such archive",
                "/feeds/articles.rss?limit=0               | 400 | 1 to 100",
                "/feeds/articles.rss?limit=101             | 400 | 1 to 100",
                "/feeds/articles.rss?cursor=x              | 400 | cursor",
                "/feeds/articles.rss?tags=" + Newsroom.PUTIN + "            | 400 | no parameter",
                "/feeds/lists/" + Newsroom.EDITORS_PICKS + ".rss?limit=5    | 400 | no parameter",
            })
    void unknownFeedIsAProblemThatNamesTheKnownOnes(String url, int status, String detail) {
        given().urlEncodingEnabled(false)
                .get(url)
                .then()
                .statusCode(status)
                .header("Content-Type", startsWith("application/problem+json"))
                .body("detail", containsString(detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rss", "atom", "json", "ninjs"})
    void formerSlugRedirectsToTheSameFormat(String extension) {
        given().redirects()
                .follow(false)
                .get("/feeds/tags/" + Newsroom.PUTIN_FORMERLY + "." + extension + "?limit=3")
                .then()
                .statusCode(308)
                .header("Location", equalTo("/feeds/tags/" + Newsroom.PUTIN + "." + extension + "?limit=3"));
    }

    /** Readers click these links. */
    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void articlesLinkToTheirPagesInTheReaderSite(FeedFormat format) {
        assertThat(ReadFeed.at("/feeds/articles", format).items())
                .isNotEmpty()
                .allMatch(item -> item.url().startsWith("http://localhost:8080/reader/articles/"));
    }

    @Test
    void sitemapsListThePagesOfTheReaderSite() {
        when().get("/sitemaps/articles-1.xml")
                .then()
                .body(containsString("<loc>http://localhost:8080/reader/articles/" + Newsroom.GAS_CONTRACT + "</loc>"));
    }

    @Test
    void opmlLinksToThePagesOfTheReaderSite() {
        when().get("/feeds.opml")
                .then()
                .body(containsString("htmlUrl=\"http://localhost:8080/reader\""))
                .body(containsString("htmlUrl=\"http://localhost:8080/reader/tags/" + Newsroom.PUTIN + "\""));
        when().get("/feeds/articles.rss").then().body(containsString("<link>http://localhost:8080/reader</link>"));
    }

    @ParameterizedTest
    @CsvSource({
        "/feeds/articles.rss?utm_source=newsletter, /feeds/articles.rss",
        "/feeds/articles.rss?utm_source=a&utm_source=&limit=3&fbclid=x&_=17, /feeds/articles.rss?limit=3",
        "/feeds/articles.rss?utm%5Fsource=newsletter, /feeds/articles.rss",
        "/feeds/tags/" + Newsroom.PUTIN + ".atom?gclid=x, /feeds/tags/" + Newsroom.PUTIN + ".atom",
        "/feeds/lists/" + Newsroom.EDITORS_PICKS + ".json?mc_cid=x&mc_eid=y, /feeds/lists/" + Newsroom.EDITORS_PICKS
                + ".json",
        "/feeds.opml?msclkid=x, /feeds.opml",
        "/sitemap.xml?_=17, /sitemap.xml",
        "/sitemaps/news.xml?utm_medium=x, /sitemaps/news.xml",
        "/reader?utm_campaign=x, /reader",
        "/reader/articles/" + Newsroom.GAS_CONTRACT + "?fbclid=x, /reader/articles/" + Newsroom.GAS_CONTRACT,
    })
    void trackingParametersRedirectToTheUrlWithoutThem(String url, String target) {
        given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(url)
                .then()
                .statusCode(308)
                .header("Location", equalTo(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds/articles.rss?utm_source=newsletter&colour=red",
                "/feeds/articles.rss?utm=x",
                "/sitemap.xml?fbclid2=x",
                "/v1/articles?utm_source=newsletter",
            })
    void otherUnknownParametersAreRejected(String url) {
        when().get(url).then().statusCode(400).body("code", equalTo("unknown-parameter"));
    }

    @Test
    void feedsWithSummariesHaveCorrections() {
        Map<String, Object> note =
                when().get("/v1/articles/" + Newsroom.GAS_CONTRACT).path("corrections[0]");
        String at = note.get("at").toString().replaceFirst("\\.\\d+Z", "Z");
        assertThat(when().get("/feeds/articles.json?limit=100")
                        .<Object>path(
                                "items.find { it.url.endsWith('" + Newsroom.GAS_CONTRACT + "') }._gazette.corrections"))
                .isEqualTo(List.of(Map.of("at", at, "kind", note.get("kind"), "text", note.get("text"))));
        for (String extension : List.of("atom", "rss")) {
            when().get("/feeds/articles." + extension + "?limit=100")
                    .then()
                    .body(containsString("<gazette:correction kind=\"correction\" at=\"" + at + "\">" + note.get("text")
                            + "</gazette:correction>"));
        }
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void feedsWithSummariesHaveNoMediaOfBodies(FeedFormat format) {
        when().get("/v1/articles/" + Newsroom.OPERA).then().body("body.html", containsString("dry-dock-chorus.mp3"));
        assertThat(ReadFeed.atUrl("/feeds/articles." + format.extension + "?limit=100")
                        .response()
                        .asString())
                .contains(Newsroom.OPERA)
                .doesNotContain("dry-dock-chorus", "dry-dock-lights", "enclosure", "attachments", "\"video\"");
    }

    @Test
    void sitemapIndexHasTheDateOfEachSitemap() {
        List<String> updates = when().get("/v1/articles?limit=100").path("items.updatedAt");
        String latest = updates.stream().max(String::compareTo).orElseThrow().replaceFirst("\\.\\d+Z", "Z");
        String index = when().get("/sitemap.xml").asString();
        assertThat(index)
                .contains("/sitemaps/articles-1.xml</loc><lastmod>" + latest + "</lastmod>")
                .containsPattern("/sitemaps/news.xml</loc><lastmod>[0-9T:-]+Z</lastmod>");
    }

    @Test
    void robotsTxtNamesTheSitemapAndAllowsEverything() {
        when().get("/robots.txt")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(equalTo("User-agent: *\nDisallow:\n\nSitemap: http://localhost:8080/sitemap.xml\n"));
    }

    @Test
    void nextLinksLeadToTheLastPage() {
        List<String> all = listed("/v1/articles?limit=100");
        ReadFeed page = ReadFeed.atUrl("/feeds/articles.atom?limit=20");
        List<String> read = new ArrayList<>(page.ids());
        while (page.next() != null) {
            page = ReadFeed.atUrl(page.next());
            read.addAll(page.ids());
        }
        assertThat(read).isEqualTo(all);
    }

    private static List<String> listed(String url) {
        return when().get(url).path("items.id");
    }
}
