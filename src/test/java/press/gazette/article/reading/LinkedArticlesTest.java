package press.gazette.article.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Newsroom;

/** A link to an article by its id leads readers to the article's current address, and nowhere if they cannot see it. */
@QuarkusTest
class LinkedArticlesTest {

    private static final String ADDRESS = "/reader/articles/desk-linked";
    private static final String ALL_FORMATS = "?body=html,blocks,markdown,text";

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void everyFormatHasTheAddressAndKeepsTheId() {
        DeskClient linked = DeskClient.published("Desk: linked");
        linkingTo(linked.id());
        String anchor = "<a href=\"" + ADDRESS + "\" data-article=\"" + linked.id() + "\">the vote</a>";
        read(ALL_FORMATS)
                .then()
                .statusCode(200)
                .body("body.html", equalTo("<p>After " + anchor + ".</p>"))
                .body("body.markdown", equalTo("After " + anchor + "."))
                .body("body.text", equalTo("After the vote."))
                .body("body.blocks[0].text[1].href", equalTo(ADDRESS))
                .body("body.blocks[0].text[1].article", equalTo(linked.id()));
        read("").then().body("body.html", equalTo("<p>After " + anchor + ".</p>"));
    }

    @Test
    void linkLeadsToAPageOfTheSite() {
        DeskClient linked = DeskClient.write("Desk: linked", "type", "page");
        linked.put("publication", Map.of()).then().statusCode(201);
        linkingTo(linked.id());
        read("").then().body("body.html", containsString("href=\"" + ADDRESS + "\""));
    }

    @Test
    void picturesLeadToTheCurrentAddressAndNowhereOnceTheArticleIsHidden() {
        DeskClient linked = DeskClient.published("Desk: linked");
        Map<String, Object> picture =
                Map.of("type", "image", "url", "/hands.jpg", "alt", "Hands", "article", linked.id());
        Map<String, Object> gallery = Map.of("type", "gallery", "images", List.of(picture, picture));
        published(Map.of("blocks", List.of(picture, gallery, box(picture))));
        String anchor = "<a href=\"" + ADDRESS + "\" data-article=\"" + linked.id() + "\"><img";
        Response shown = read(ALL_FORMATS);
        shown.then()
                .body("body.blocks[0].link", equalTo(ADDRESS))
                .body("body.blocks[0].article", equalTo(linked.id()))
                .body("body.blocks[1].images.link", equalTo(List.of(ADDRESS, ADDRESS)))
                .body("body.blocks[2].blocks[0].link", equalTo(ADDRESS));
        assertThat(shown.path("body.html").toString().split(anchor, -1)).hasSize(5);
        linked.patch(Map.of("slug", "desk-linked-anew")).then().statusCode(200);
        linked.put("publication", Map.of()).then().statusCode(200);
        read(ALL_FORMATS).then().body("body.blocks[1].images[0].link", equalTo(ADDRESS + "-anew"));
        linked.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        assertThat(read(ALL_FORMATS).asString())
                .contains("/hands.jpg")
                .doesNotContain("desk-linked", linked.id(), "<a ");
    }

    @Test
    void listingsFillTheLinksOfTheirBodiesToo() {
        DeskClient linked = DeskClient.published("Desk: linked");
        DeskClient linking = linkingTo(linked.id());
        given().get("/v1/articles?body=html&ids=" + linking.id())
                .then()
                .statusCode(200)
                .body("items[0].body.html", containsString("href=\"" + ADDRESS + "\""));
        given().get("/v1/articles?body=html&limit=1")
                .then()
                .statusCode(200)
                .body("items[0].body.html", containsString("href=\"" + ADDRESS + "\""));
    }

    @Test
    void linkFollowsTheArticleToItsNewSlug() {
        DeskClient linked = DeskClient.published("Desk: linked");
        linkingTo(linked.id());
        linked.patch(Map.of("slug", "desk-linked-anew")).then().statusCode(200);
        read("").then().body("body.html", containsString("href=\"" + ADDRESS + "\""));
        linked.put("publication", Map.of()).then().statusCode(200);
        read("").then().body("body.html", containsString("href=\"/reader/articles/desk-linked-anew\""));
    }

    @Test
    void linksToDraftsEmbargoedAndMissingArticlesAreTheSameBytes() {
        DeskClient linked = DeskClient.write("Desk: linked");
        linkingTo(linked.id());
        String toDraft = whole(ALL_FORMATS);
        read(ALL_FORMATS)
                .then()
                .body("body.html", equalTo("<p>After the vote.</p>"))
                .body("body.markdown", equalTo("After the vote."))
                .body("body.blocks[0].text.text", equalTo(List.of("After the vote.")))
                .body("body.blocks[0].text[0].article", nullValue());
        assertThat(toDraft).doesNotContain(linked.id());
        linked.put("embargo", Map.of("until", "indefinite")).then().statusCode(201);
        linked.put("publication", Map.of()).then().statusCode(201);
        assertThat(whole(ALL_FORMATS)).isEqualTo(toDraft);
        linked.delete("/publication").then().statusCode(200);
        linked.delete("").then().statusCode(204);
        assertThat(whole(ALL_FORMATS)).isEqualTo(toDraft);
    }

    @Test
    void withdrawnArticlesLoseTheirLinksOnly() {
        DeskClient linked = DeskClient.published("Desk: linked");
        linkingTo(linked.id());
        linked.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        read("").then().body("body.html", equalTo("<p>After the vote.</p>"));
    }

    @Test
    void responseNamesTheVisibleArticlesThatItDependsOnAndNoHiddenOne() {
        DeskClient linked = DeskClient.published("Desk: linked");
        linkingTo(linked.id());
        read("").then()
                .header("Cache-Groups", containsString("\"article:" + linked.id() + '"'))
                .header("Cache-Groups", not(containsString("\"articles\"")));
        read("?body=text").then().header("Cache-Groups", not(containsString(linked.id())));
        linked.delete("/publication").then().statusCode(200);
        read("").then()
                .header("Cache-Groups", not(containsString(linked.id())))
                .header("Cache-Groups", containsString("\"articles\""));
    }

    /** Rows come in any order from some statements: the order of groups must not show it. */
    @Test
    void groupsOfLinkedArticlesComeInTheOrderOfTheirIds() {
        List<String> linked = Stream.of("Desk: linked", "Desk: linked two", "Desk: linked three")
                .map(title -> DeskClient.published(title).id())
                .toList();
        linked.forEach(LinkedArticlesTest::linkingTo);
        String groups =
                given().get("/v1/articles?body=html&order=newest&limit=3").header("Cache-Groups");
        assertThat(Stream.of(groups.split(", ")).filter(group -> linked.stream().anyMatch(group::contains)))
                .hasSize(3)
                .isSorted();
    }

    @Test
    void responseWithManyLinksDependsOnAllArticles() {
        String links = IntStream.rangeClosed(1, 21)
                .mapToObj(i -> DeskClient.published("Desk: one of many " + i).id())
                .map(LinkedArticlesTest::link)
                .collect(Collectors.joining());
        published(Map.of("html", links));
        read("").then()
                .body("body.html", containsString("/reader/articles/desk-one-of-many-21\""))
                .header("Cache-Groups", containsString("\"articles\""));
    }

    @Test
    void previewHasTheLinksThatReadersWouldGet() {
        DeskClient visible = DeskClient.published("Desk: linked");
        DeskClient hidden = DeskClient.write("Desk: linked in vain");
        DeskClient linking =
                DeskClient.write("Desk: linking", "body", Map.of("html", link(visible.id()) + link(hidden.id())));
        Keys.asAdmin()
                .get(linking.path() + "/preview")
                .then()
                .statusCode(200)
                .body("body.html", containsString("href=\"" + ADDRESS + "\""))
                .body("body.html", not(containsString(hidden.id())));
    }

    @Test
    void sampleNewsroomHasSuchLinks() {
        given().get("/v1/articles/" + Newsroom.KINO_SAVED)
                .then()
                .body(
                        "body.html",
                        containsString("<a href=\"/reader/articles/" + Newsroom.SALT_HOURS + "\" data-article=\""));
        given().get("/v1/articles/rent-register-editorial")
                .then()
                .body(
                        "body.html",
                        containsString("<a href=\"/reader/articles/" + Newsroom.HARBOUR_FLATS + "\" data-article=\""));
    }

    private static DeskClient linkingTo(String id) {
        return published(Map.of("html", "<p>After <a data-article=\"" + id + "\">the vote</a>.</p>"));
    }

    private static DeskClient published(Map<String, Object> body) {
        DeskClient desk = DeskClient.write("Desk: linking", "body", body);
        desk.put("publication", Map.of()).then().statusCode(201);
        return desk;
    }

    private static Map<String, Object> box(Map<String, Object> block) {
        return Map.of("type", "box", "kind", "facts", "blocks", List.of(block));
    }

    private static String link(String id) {
        return "<p><a data-article=\"" + id + "\">a story</a></p>";
    }

    private static Response read(String query) {
        return DeskClient.asReader("desk-linking" + query);
    }

    /** The response with all headers that do not differ between two equal requests. */
    private static String whole(String query) {
        Set<String> ofOneResponse = Set.of("date", "trace-id", "ratelimit");
        Response response = read(query);
        String headers = response.headers().asList().stream()
                .filter(header -> !ofOneResponse.contains(header.getName().toLowerCase(Locale.ROOT)))
                .filter(header -> !header.getName().equalsIgnoreCase("Last-Modified"))
                .map(Header::toString)
                .sorted()
                .collect(Collectors.joining("\n"));
        return response.statusCode() + "\n" + headers + "\n" + response.asString();
    }
}
