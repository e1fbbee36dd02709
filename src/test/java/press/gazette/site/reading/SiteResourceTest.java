package press.gazette.site.reading;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.change.Subject;
import press.gazette.delivery.Dated;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.TestTags;
import press.gazette.site.SiteClient;

/** The site document as readers get it. */
@QuarkusTest
class SiteResourceTest {

    @Inject
    CurrentSite site;

    @Inject
    Clock clock;

    @AfterEach
    void tidyUp() {
        SiteClient.tidyUp();
        ListClient.tidyUp();
        DeskClient.tidyUp();
        TestTags.clear();
    }

    @Test
    void sampleNewsroomHasASite() {
        when().get("/v1/site")
                .then()
                .statusCode(200)
                .body("title", equalTo("The Averil Gazette"))
                .body("description", startsWith("News, reporting"))
                .body("language", equalTo("en"))
                .body("timeZone", equalTo("Europe/Copenhagen"))
                .body("url", equalTo("http://localhost:8080/reader"))
                .body("logo.url", equalTo("/newsroom/pictures/lantern.svg"))
                .body("logo.width", equalTo(240))
                .body("logo.alt", containsString("lighthouse"))
                .body("social.platform", contains("Mastodon", "YouTube"))
                .body("menus.key", contains("main", "about"))
                .body("menus[0].items[0].kind", equalTo("page"))
                .body("menus[0].items[0].ref", equalTo("home"))
                .body("menus[0].items[0].href", equalTo("/v1/pages/home"))
                .body("menus[0].items[0]", not(hasKey("items")))
                .body("menus[0].items[1].title", equalTo("World"))
                .body("menus[0].items[1].items[0].items.ref", contains("russia", "ukraine"))
                .body("menus[1].items[0].kind", equalTo("link"))
                .body("menus[1].items[0].href", equalTo("https://averil.example/newsletters"))
                .body("menus[1].items[0]", not(hasKey("ref")))
                .body("publisher.legalName", equalTo("Averil Gazette Cooperative"))
                .body("publisher.logo.url", equalTo("/newsroom/pictures/lantern.svg"))
                .body("publisher.contact.email", equalTo("newsdesk@averil.example"))
                .body("policies.keySet()", contains("ethicsPolicy", "correctionsPolicy"))
                .body(
                        "sections.slug",
                        contains("world", "politics", "city", "business", "science", "culture", "sport", "opinion"));
    }

    @Test
    void menuLeadsToResourcesOfTheApi() {
        List<String> hrefs = SiteClient.asReader().path("menus.items.flatten().findAll { it.kind != 'link' }.href");
        assertThat(hrefs).hasSizeGreaterThan(8);
        hrefs.forEach(href -> when().get(href).then().statusCode(200));
    }

    @Test
    void settingsStandInForAnUnpublishedDocument() {
        SiteClient desk = SiteClient.reading();
        desk.delete("/publication").then().statusCode(200).body("$", not(hasKey("liveRevision")));
        when().get("/v1/site")
                .then()
                .statusCode(200)
                .body("title", equalTo("Gazette"))
                .body("language", equalTo("en"))
                .body("timeZone", equalTo("UTC"))
                .body("url", equalTo("http://localhost:8080/reader"))
                .body("menus", equalTo(List.of()))
                .body("social", equalTo(List.of()))
                .body("publisher", equalTo(Map.of("name", "Gazette", "url", "http://localhost:8080/reader")))
                .body("$", not(hasKey("logo")))
                .body("$", not(hasKey("policies")))
                .body(
                        "sections.slug",
                        contains("business", "city", "culture", "opinion", "politics", "science", "sport", "world"));
        desk.delete("/publication").then().statusCode(409);
        desk.publish("revision", 1).then().statusCode(201);
        when().get("/v1/site").then().body("title", equalTo("The Averil Gazette"));
    }

    @Test
    void hiddenTargetIsAbsentWithTheItemsBelowIt() {
        SiteClient desk = SiteClient.reading();
        desk.show(Map.of("tag", "world"));
        String never = SiteClient.asReader().asString();
        String etag = SiteClient.asReader().header("ETag");
        ListClient list = ListClient.create("trial-menu");
        DeskClient draft = DeskClient.write("Desk: not yet");
        desk.show(
                Map.of("article", Newsroom.EMBARGOED_STORY),
                Map.of(
                        "tag",
                        "world",
                        "items",
                        List.of(Map.of("article", draft.id(), "items", List.of(Map.of("tag", "city"))))),
                Map.of("list", "trial-menu", "title", "Trial"),
                Map.of("article", Newsroom.WITHDRAWN_STORY));
        assertThat(SiteClient.asReader().asString()).isEqualTo(never);
        assertThat(SiteClient.asReader().header("ETag")).isEqualTo(etag);
        list.publish().then().statusCode(201);
        draft.put("publication", Map.of()).then().statusCode(201);
        assertThat(SiteClient.shown()).containsExactly("World", "Trial");
        when().get("/v1/site")
                .then()
                .body("menus[0].items[0].items[0].title", equalTo("Desk: not yet"))
                .body("menus[0].items[0].items[0].href", equalTo("/v1/articles/desk-not-yet"))
                .body("menus[0].items[0].items[0].items.title", contains("City"));
        draft.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        list.remove("/publication").then().statusCode(200);
        assertThat(SiteClient.asReader().asString()).isEqualTo(never);
    }

    /** Readers cannot tell a menu of hidden items from an empty one, nor hidden sections from none. */
    @Test
    void onlyHiddenTargetsEqualNone() {
        SiteClient desk = SiteClient.reading();
        desk.show();
        String empty = SiteClient.asReader().asString();
        section("trial-section", "proposed");
        desk.put(
                        "Trial",
                        "menus",
                        List.of(Map.of("key", "main", "items", List.of(Map.of("tag", "trial-section")))),
                        "sections",
                        List.of("trial-section"))
                .then()
                .statusCode(200);
        desk.publish().then().statusCode(200);
        assertThat(SiteClient.asReader().asString()).isEqualTo(empty);
    }

    @Test
    void itemLeadsToAPageOfTheSite() {
        SiteClient.reading().show(Map.of("article", Newsroom.IMPRINT));
        when().get("/v1/site")
                .then()
                .body("menus[0].items.ref", contains(Newsroom.IMPRINT))
                .body("menus[0].items.href", contains("/v1/articles/" + Newsroom.IMPRINT));
    }

    @Test
    void renamedTagKeepsItsItem() {
        section("trial-ferries", "active");
        SiteClient desk = SiteClient.reading();
        desk.show(Map.of("tag", "trial-ferries"), Map.of("tag", "trial-ferries", "title", "On the water"));
        TestTags.patch("trial-ferries", """
                        {"name": "Trial Boats", "slug": "trial-boats"}""").then().statusCode(200);
        when().get("/v1/site")
                .then()
                .body("menus[0].items.title", contains("Trial Boats", "On the water"))
                .body("menus[0].items.ref", contains("trial-boats", "trial-boats"));
        desk.read().then().body("menus[0].items[0].tag", equalTo("trial-boats"));
        TestTags.patch("trial-boats", """
                        {"state": "hidden"}""").then().statusCode(200);
        assertThat(SiteClient.shown()).isEmpty();
    }

    @Test
    void mergedTagFollowsItsSuccessor() {
        section("trial-one", "active");
        section("trial-two", "active");
        SiteClient desk = SiteClient.reading();
        desk.put(
                        "Trial",
                        "menus",
                        List.of(Map.of("key", "main", "items", List.of(Map.of("tag", "trial-one")))),
                        "sections",
                        List.of("trial-two", "trial-one"))
                .then()
                .statusCode(200);
        desk.publish().then().statusCode(200);
        Keys.asAdmin()
                .header("If-Match", "*")
                .contentType("application/json")
                .body(Map.of("into", "trial-two"))
                .put(TestTags.TAGS + "/trial-one/merger")
                .then()
                .statusCode(200);
        when().get("/v1/site")
                .then()
                .body("menus[0].items.ref", contains("trial-two"))
                .body("sections.slug", contains("trial-two"));
        desk.read().then().body("menus[0].items.tag", contains("trial-two"));
        desk.patch("title", "One of two").then().statusCode(200).body("sections", contains("trial-two"));
    }

    @Test
    void removedPageLeavesTheMenu() {
        Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("key", "trial-page", "title", "Trial page", "lists", List.of()))
                .post("/v1/desk/pages")
                .then()
                .statusCode(201);
        SiteClient desk = SiteClient.reading();
        desk.show(Map.of("page", "trial-page"), Map.of("tag", "world"));
        assertThat(SiteClient.shown()).containsExactly("Trial page", "World");
        Keys.asAdmin()
                .header("If-Match", "*")
                .delete("/v1/desk/pages/trial-page")
                .then()
                .statusCode(204);
        assertThat(SiteClient.shown()).containsExactly("World");
        desk.read()
                .then()
                .body("warnings.code", contains("gone"))
                .body("warnings.pointer", contains("/menus/0/items/0"));
    }

    /** They name no target: hidden ones would be among them. */
    @Test
    void groupsDoNotDependOnTheContent() {
        String groups = "\"site\", \"tags\", \"lists\", \"articles\", \"labels\"";
        when().get("/v1/site").then().header("Cache-Groups", equalTo(groups));
        SiteClient desk = SiteClient.reading();
        desk.show();
        when().get("/v1/site").then().header("Cache-Groups", equalTo(groups));
    }

    @Test
    void matchingETagGets304() {
        Response read = SiteClient.asReader();
        given().header("If-None-Match", read.header("ETag"))
                .get("/v1/site")
                .then()
                .statusCode(304);
        when().get("/v1/site?limit=1").then().statusCode(400);
    }

    /** The publisher for JSON-LD and feeds. */
    @Test
    void publisherIsReadAlone() {
        Dated<PublisherView> read = site.publisher(clock.instant());
        assertThat(read.content().name()).isEqualTo("The Averil Gazette");
        assertThat(read.content().url()).isEqualTo("https://averil.example/");
        assertThat(read.groups()).contains(Subject.SITE);
    }

    @Test
    void entryDocumentAndCatalogueLinkToIt() {
        given().accept("application/json").get("/").then().body("links.site", equalTo("/v1/site"));
        when().get("/.well-known/api-catalog").then().body("linkset[0].'service-meta'[0].href", equalTo("/v1/site"));
        assertThat(given().accept("text/html").get("/").asString()).contains("href=\"/v1/site\"");
    }

    private static void section(String slug, String state) {
        TestTags.create("""
                        {"slug": "%s", "name": "Trial %s", "type": "section", "state": "%s"}""".formatted(slug, slug, state)).then().statusCode(201);
    }
}
