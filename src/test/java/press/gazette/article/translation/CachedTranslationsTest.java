package press.gazette.article.translation;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.CachingServer;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Newsroom;

/** Cached responses follow the translations of what they show, articles that become pages of the site, and excluded articles. */
@QuarkusTest
@TestProfile(CachingServer.class)
class CachedTranslationsTest {

    /** The feed of a tag that the translation does not carry. */
    private static final String FEED = "/feeds/tags/world.atom?limit=5";

    private static final List<String> SHOWING =
            List.of("/v1/articles/desk-lock", FEED, "/sitemaps/articles-1.xml", "/reader/articles/desk-lock");

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void cachedResponsesShowATranslationAsLongAsItIsPublic() {
        DeskClient.published("Desk: lock");
        DeskClient german = DeskClient.write(
                "Desk: Schleuse", "language", "de", "translationOf", "desk-lock", "tags", List.of("averil"));
        assertShown(null);
        german.put("publication", Map.of()).then().statusCode(201);
        assertShown("desk-schleuse");
        german.patch(Map.of("slug", "desk-wehr")).then().statusCode(200);
        assertShown("desk-schleuse");
        german.put("publication", Map.of()).then().statusCode(200);
        assertShown("desk-wehr");
        german.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        assertShown(null);
        german.put("publication", Map.of()).then().statusCode(201);
        assertShown("desk-wehr");
        german.delete("/publication").then().statusCode(200);
        assertShown(null);
    }

    @Test
    void cachedListingsFollowAChangeOfType() {
        DeskClient desk = DeskClient.published("Desk: lock");
        List<String> listings =
                List.of("/v1/articles?limit=2", FEED, "/v1/lists/latest-posts", "/v1/articles?type=page");
        assertThat(contains(listings, "desk-lock")).containsExactly(true, true, true, false);
        desk.patch(Map.of("type", "page")).then().statusCode(200);
        assertThat(contains(listings, "desk-lock")).containsExactly(true, true, true, false);
        desk.put("publication", Map.of()).then().statusCode(200);
        assertThat(contains(listings, "desk-lock")).containsExactly(false, false, false, true);
        desk.patch(Map.of("type", "news")).then().statusCode(200);
        desk.put("publication", Map.of()).then().statusCode(200);
        assertThat(contains(listings, "desk-lock")).containsExactly(true, true, true, false);
    }

    @Test
    void cachedListIsOneForEachExclusion() {
        String latest = "/v1/lists/" + Newsroom.LATEST_POSTS;
        DeskClient desk = DeskClient.published("Desk: lock");
        List<String> urls = List.of(
                latest,
                latest + "?exclude=desk-lock&fields=article.slug",
                latest + "?fields=article.slug&exclude=desk-lock",
                latest + "?exclude=desk-lock-moved");
        assertThat(contains(urls, "desk-lock")).containsExactly(true, false, false, true);
        desk.patch(Map.of("slug", "desk-lock-moved")).then().statusCode(200);
        desk.put("publication", Map.of()).then().statusCode(200);
        assertThat(contains(urls, "desk-lock-moved")).containsExactly(true, false, false, false);
    }

    @Test
    void cachedArticleIsNotIndexed() {
        DeskClient desk = DeskClient.write("Desk: not indexed", "seo", Map.of("noIndex", true));
        desk.put("publication", Map.of()).then().statusCode(201);
        for (String suffix : List.of("", ".jsonld", ".md", "", ".jsonld", ".md")) {
            assertThat(get("/v1/articles/desk-not-indexed" + suffix).header("X-Robots-Tag"))
                    .as(suffix)
                    .isEqualTo("noindex");
        }
    }

    /** Each response twice: rendered, and from the cache. */
    private static void assertShown(String slug) {
        for (String url : SHOWING) {
            for (int i = 0; i < 2; i++) {
                String lock = lock(url);
                for (String each : List.of("desk-schleuse", "desk-wehr")) {
                    assertThat(lock.contains(each)).as(url + " " + each).isEqualTo(each.equals(slug));
                }
            }
        }
    }

    /** The part of a response that is about the article: the sitemap and feeds have the translation too. */
    private static String lock(String url) {
        String separator = url.contains("sitemaps") ? "</url>" : "</entry>";
        return Arrays.stream(get(url).asString().split(separator, -1))
                .filter(part -> part.contains("<loc>http://localhost:8080/reader/articles/desk-lock<")
                        || part.contains("Desk: lock"))
                .reduce("", String::concat);
    }

    private static List<Boolean> contains(List<String> urls, String slug) {
        return urls.stream()
                .map(url -> {
                    boolean first = get(url).asString().contains("/" + slug + "\"") || names(url, slug);
                    assertThat(get(url).asString().contains("/" + slug + "\"") || names(url, slug))
                            .isEqualTo(first);
                    return first;
                })
                .toList();
    }

    private static boolean names(String url, String slug) {
        return get(url).asString().contains("\"slug\":\"" + slug + "\"");
    }
}
