package press.gazette.article.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.body.block.Block;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;

/** The rest of an article that is not free is in no public byte, and all of it is there with the scope content:full. */
@QuarkusTest
class RestOfArticlesTest {

    private static final List<String> FORMATS = List.of("html", "blocks", "markdown", "text");

    private static final String ALL = String.join(",", FORMATS);

    @Inject
    Clock clock;

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
        DeskClient.tidyUp();
    }

    @Test
    void everyTypeOfBlockIsTried() {
        Set<String> known = Stream.of(
                        Block.class.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<Object> tried = CanaryStory.blocks().stream()
                .skip(CanaryStory.PREVIEW)
                .map(block -> ((Map<?, ?>) block).get("type"))
                .collect(Collectors.toSet());
        assertThat(tried).isEqualTo(known);
    }

    @Test
    void noPublicByteHasTheRest() {
        CanaryStory today = CanaryStory.published("Desk: the rest today", null);
        CanaryStory past = CanaryStory.published("Desk: the rest of a past day", today().minusDays(3));
        ListClient list = ListClient.create("trial-rest");
        list.place("article", today.slug());
        list.place("article", past.slug());
        list.publish();
        for (CanaryStory story : List.of(today, past)) {
            for (String url : addresses(story)) {
                assertNoneIn(url);
            }
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The addresses of everything public that shows the article. */
    List<String> addresses(CanaryStory story) {
        List<String> urls = new ArrayList<>();
        for (String ref : List.of(story.slug(), story.id())) {
            FORMATS.forEach(format -> urls.add("/v1/articles/" + ref + "?body=" + format));
            urls.add("/v1/articles/" + ref);
            urls.add("/v1/articles/" + ref + "?include=related,tags.parents&body=" + ALL);
            urls.add("/v1/articles/" + ref + "?fields=body&body=" + ALL);
            urls.add("/v1/articles/" + ref + "/related");
            urls.addAll(List.of("/v1/articles/" + ref + ".jsonld", "/v1/articles/" + ref + ".md"));
        }
        FORMATS.forEach(format -> urls.add("/v1/articles?ids=" + story.id() + "&body=" + format));
        urls.add("/v1/articles?order=updated&limit=20&body=" + ALL);
        urls.add("/v1/articles?limit=20&include=related&body=" + ALL);
        urls.add("/v1/tags/averil/articles?limit=20&body=" + ALL);
        urls.addAll(List.of(
                "/v1/search?q=averil&highlight=true&limit=20",
                "/v1/lists/trial-rest",
                "/v1/pages/home",
                "/v1/tags/averil"));
        urls.add("/reader/articles/" + story.slug());
        List<String> feeds = new ArrayList<>(List.of("articles", "tags/averil", "lists/trial-rest"));
        if (!story.day().equals(today())) {
            feeds.add("articles/" + story.day());
        }
        for (String feed : feeds) {
            Stream.of("rss", "atom", "json", "ninjs").forEach(format -> urls.add("/feeds/" + feed + "." + format));
        }
        urls.addAll(List.of("/feeds.opml", "/sitemap.xml", "/sitemaps/news.xml", "/sitemaps/articles-1.xml"));
        return urls;
    }

    private static void assertNoneIn(String url) {
        Response response = given().urlEncodingEnabled(false).get(url);
        assertThat(response.statusCode()).as(url).isEqualTo(200);
        String bytes = response.headers() + response.asString();
        assertThat(CanaryStory.canaries().stream().filter(bytes::contains))
                .as(url)
                .isEmpty();
    }

    @Test
    void previewIsThereWithItsFootnoteAndWithoutOthers() {
        CanaryStory story = CanaryStory.published("Desk: the rest", null);
        Response read = given().urlEncodingEnabled(false).get("/v1/articles/" + story.slug() + "?body=" + ALL);
        read.then().statusCode(200);
        assertThat(read.<Boolean>path("truncated")).isTrue();
        assertThat(read.<List<String>>path("body.blocks.type")).containsExactly("paragraph", "heading", "notes");
        assertThat(read.<List<String>>path("body.blocks[2].notes.id")).containsExactly("1");
        for (String format : List.of("html", "markdown", "text")) {
            assertThat(read.<String>path("body." + format))
                    .contains(CanaryStory.OPEN, CanaryStory.OPEN_FOOTNOTE, "For everybody too");
        }
        assertThat(read.<String>path("body.html"))
                .contains("<h2 id=\"for-everybody-too\">")
                .isEqualTo(given().get("/v1/articles/" + story.slug()).path("body.html"));
    }

    /** The preview of the desk is made by another way, and has the whole. */
    @Test
    void wholeIsThereWithTheScope() {
        CanaryStory story = CanaryStory.published("Desk: the whole", null);
        String key = Keys.with("content:full");
        for (String format : Stream.concat(FORMATS.stream(), Stream.of(ALL)).toList()) {
            Response whole =
                    Keys.as(key).urlEncodingEnabled(false).get("/v1/articles/" + story.slug() + "?body=" + format);
            whole.then().statusCode(200);
            assertThat(whole.<Object>path("truncated")).isNull();
            assertThat(whole.<Map<String, Object>>path("body"))
                    .isEqualTo(Keys.asAdmin()
                            .urlEncodingEnabled(false)
                            .get("/v1/desk/articles/" + story.slug() + "/preview?body=" + format)
                            .path("body"));
        }
        for (String url : List.of(
                "/v1/articles/" + story.slug() + "?body=blocks",
                "/v1/articles?ids=" + story.id() + "&body=blocks",
                "/v1/articles?limit=20&body=blocks",
                "/v1/tags/averil/articles?limit=20&body=blocks&fields=body")) {
            String bytes = Keys.as(key).urlEncodingEnabled(false).get(url).asString();
            assertThat(CanaryStory.canaries()).as(url).allMatch(bytes::contains);
        }
    }

    @Test
    void signedPreviewShowsTheWhole() {
        CanaryStory story = CanaryStory.published("Desk: the rest previewed", null);
        String url = Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("article", story.id()))
                .post("/v1/desk/previews")
                .path("url");
        Response preview = given().get(url + "?body=blocks");
        assertThat(CanaryStory.canaries()).allMatch(preview.asString()::contains);
        assertThat(preview.<Object>path("truncated")).isNull();
        assertThat(preview.<String>path("access.level")).isEqualTo("paid");
    }
}
