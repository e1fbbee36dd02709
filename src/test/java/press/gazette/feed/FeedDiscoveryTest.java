package press.gazette.feed;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.Newsroom;

/** Discovery of feeds: from the JSON resource with the same content, and from the OPML file. */
@QuarkusTest
class FeedDiscoveryTest {

    private static final Pattern ALTERNATE = Pattern.compile("<([^>]*)>; rel=\"alternate\"; type=\"([^\"]*)\"");

    @ParameterizedTest
    @CsvSource({
        "/v1/articles, /feeds/articles",
        "/v1/articles?limit=3&fields=title, /feeds/articles",
        "/v1/articles?order=newest&descendants=false, /feeds/articles",
        "/v1/tags/" + Newsroom.PUTIN + ", /feeds/tags/" + Newsroom.PUTIN,
        "/v1/tags/" + Newsroom.PUTIN + "/articles, /feeds/tags/" + Newsroom.PUTIN,
        "/v1/lists/" + Newsroom.EDITORS_PICKS + ", /feeds/lists/" + Newsroom.EDITORS_PICKS,
    })
    void jsonLinksToItsFeeds(String url, String feed) {
        Matcher links = ALTERNATE.matcher(when().get(url).header("Link"));
        List<String> found = new ArrayList<>();
        while (links.find()) {
            found.add(links.group(1));
            Response answer = when().get(links.group(1));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.contentType()).startsWith(links.group(2));
        }
        assertThat(found).containsExactly(feed + ".atom", feed + ".rss", feed + ".json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/articles?tags=" + Newsroom.PUTIN,
                "/v1/articles?order=oldest",
                "/v1/tags",
                "/v1/lists",
                "/v1/pages/home"
            })
    void resourceWithoutAFeedHasNoLink(String url) {
        assertThat(String.valueOf(when().get(url).header("Link"))).doesNotContain("alternate");
    }

    @Test
    void everyFeedInTheOpmlExists() {
        Response opml = when().get("/feeds.opml");
        opml.then().statusCode(200).contentType("text/x-opml").body(not(containsString("canary")));
        List<String> urls = opml.xmlPath().getList("opml.body.outline.@xmlUrl");
        assertThat(urls)
                .contains(
                        "http://localhost:8080/feeds/articles.atom",
                        "http://localhost:8080/feeds/lists/" + Newsroom.EDITORS_PICKS + ".atom",
                        "http://localhost:8080/feeds/tags/" + Newsroom.PUTIN + ".atom",
                        "http://localhost:8080/feeds/tags/world.atom",
                        "http://localhost:8080/feeds/tags/elena-marsh.atom")
                .doesNotHaveDuplicates();
        urls.forEach(url -> when().get(url.substring("http://localhost:8080".length()))
                .then()
                .statusCode(200));
    }
}
