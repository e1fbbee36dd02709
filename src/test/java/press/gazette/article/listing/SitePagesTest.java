package press.gazette.article.listing;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;
import press.gazette.newsroom.Newsroom;

/** Articles of the type page: they stand at their address and in a listing of their own, and in no other. */
@QuarkusTest
class SitePagesTest {

    private static final String IMPRINT = "desk-imprint";
    private static final String OUR_PAGES = "/v1/articles?type=page&limit=100";

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
        ListClient.tidyUp();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/articles?limit=3",
                "/v1/articles?limit=3&order=updated",
                "/v1/articles?limit=3&language=en",
                "/v1/articles?limit=3&type=news",
                "/v1/articles?limit=3&tags=averil",
                "/v1/articles?limit=3&tags=averil|world",
                "/v1/articles?limit=3&updatedSince=2020-01-01&order=updated",
                "/v1/tags/averil/articles?limit=3",
                "/v1/articles/desk-neighbour/related",
                "/v1/lists/latest-posts",
                "/v1/lists/world-news",
                "/feeds/articles.rss?limit=3",
                "/feeds/articles.json?limit=3",
                "/feeds/tags/averil.atom?limit=3",
                "/feeds/lists/latest-posts.ninjs",
                "/sitemaps/news.xml"
            })
    void pageStandsInNoListing(String url) {
        DeskClient.published("Desk: neighbour");
        String before = get(url).asString();
        DeskClient page = imprint();
        get(url).then().statusCode(200).body(not(containsString(IMPRINT)));
        page.patch(Map.of("type", "news")).then().statusCode(200);
        page.put("publication", Map.of()).then().statusCode(200);
        assertThat(before).doesNotContain(IMPRINT);
        get(url).then().statusCode(200).body(containsString(IMPRINT));
    }

    @Test
    void pageHasItsAddressAndItsListing() {
        DeskClient page = imprint();
        DeskClient.asReader(IMPRINT).then().statusCode(200).body("type", equalTo("page"));
        get("/v1/articles?ids=" + page.id()).then().body("items.slug", equalTo(List.of(IMPRINT)));
        get(OUR_PAGES).then().body("items.slug", hasItem(IMPRINT));
        get("/v1/tags/averil/articles?type=page").then().body("items.slug", equalTo(List.of(IMPRINT)));
        get("/sitemaps/articles-1.xml").then().body(containsString(IMPRINT));
        get("/reader/articles/" + IMPRINT).then().statusCode(200);
        int total = get("/v1/articles?count=exact&limit=1").path("total");
        page.patch(Map.of("type", "opinion")).then().statusCode(200);
        page.put("publication", Map.of()).then().statusCode(200);
        get("/v1/articles?count=exact&limit=1").then().body("total", equalTo(total + 1));
        get(OUR_PAGES).then().body("items.slug", not(hasItem(IMPRINT)));
    }

    @Test
    void storyThatBecomesAPageLeavesItsFeeds() {
        DeskClient story = DeskClient.published("Desk: imprint");
        String urn = "urn:uuid:" + story.id();
        String deleted = "<at:deleted-entry ref=\"" + urn + "\"";
        for (String feed : List.of("/feeds/articles.atom", "/feeds/tags/averil.atom")) {
            get(feed).then().body(not(containsString(deleted)));
        }
        story.patch(Map.of("type", "page")).then().statusCode(200);
        story.put("publication", Map.of()).then().statusCode(200);
        for (String feed : List.of("/feeds/articles.atom", "/feeds/tags/averil.atom")) {
            get(feed).then().body(containsString(deleted)).body(not(containsString("<id>" + urn)));
        }
        story.patch(Map.of("type", "news")).then().statusCode(200);
        story.put("publication", Map.of()).then().statusCode(200);
        get("/feeds/articles.atom").then().body(not(containsString(deleted))).body(containsString("<id>" + urn));
    }

    @Test
    void withdrawnPageIsInNoFeed() {
        DeskClient page = imprint();
        page.put("withdrawal", Map.of("reason", "other")).then().statusCode(201);
        DeskClient.asReader(IMPRINT).then().statusCode(410);
        get(OUR_PAGES).then().body("items.slug", not(hasItem(IMPRINT)));
        get("/feeds/articles.json").then().body(not(containsString(page.id())));
        get("/feeds/tags/averil.atom").then().body(not(containsString(page.id())));
    }

    @Test
    void pageIsNeitherPlacedNorRelated() {
        DeskClient page = imprint();
        ListClient list = ListClient.create("trial-pages");
        list.place("article", IMPRINT)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/target/article"))
                .body("errors[0].detail", containsString("type page"));
        ListClient.tryCreate("trial-other", "fill", List.of(Map.of("query", Map.of("type", "page"))))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/fill/0/query/type"));
        list.placed(Newsroom.NIGHT_TRAMS, "supporting", List.of(Map.of("article", IMPRINT)));
        list.publish().then().statusCode(201);
        list.asReader().then().body("items[0].supporting[0].slug", equalTo(IMPRINT));
        Map<String, Object> draft = new HashMap<>(Map.of("title", "Desk: other", "type", "news", "language", "en"));
        draft.put("related", List.of(page.id()));
        Keys.as(Keys.BOOTSTRAP)
                .contentType("application/json")
                .body(draft)
                .post("/v1/desk/articles")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/related/0"));
    }

    @Test
    void placedStoryThatBecomesAPageLeavesTheList() {
        DeskClient story = DeskClient.published("Desk: imprint");
        ListClient list = ListClient.create("trial-pages", "kind", "manual");
        list.placed(IMPRINT);
        list.publish().then().statusCode(201);
        assertThat(list.shown()).containsExactly(IMPRINT);
        DeskClient related = DeskClient.write("Desk: neighbour", "related", List.of(IMPRINT));
        related.put("publication", Map.of()).then().statusCode(201);
        story.patch(Map.of("type", "page")).then().statusCode(200);
        story.put("publication", Map.of()).then().statusCode(200);
        assertThat(list.shown()).isEmpty();
        get("/v1/articles/desk-neighbour?include=related").then().body("related", empty());
    }

    private static DeskClient imprint() {
        DeskClient desk = DeskClient.write("Desk: imprint", "type", "page");
        desk.put("publication", Map.of()).then().statusCode(201);
        return desk;
    }
}
