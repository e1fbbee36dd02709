package press.gazette.site.reading;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.media.Media;
import press.gazette.newsroom.CachingServer;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;
import press.gazette.newsroom.PausedServer;
import press.gazette.newsroom.ServerCache;
import press.gazette.newsroom.TestTags;
import press.gazette.site.SiteClient;

/** The cached site is invalidated by every change that readers notice in it. */
@QuarkusTest
@TestProfile(CachingServer.class)
class CachedSiteTest {

    @Inject
    EntityManagerFactory factory;

    @BeforeEach
    void anew() {
        ServerCache.invalidate();
    }

    @AfterEach
    void tidyUp() {
        PausedServer.go();
        SiteClient.tidyUp();
        ListClient.tidyUp();
        DeskClient.tidyUp();
        TestTags.clear();
        anew();
    }

    @Test
    void cachedSiteIsServedWithoutTheDatabase() {
        PausedServer.stop();
        String etag = when().get("/v1/site").header("ETag");
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        when().get("/v1/site").then().statusCode(200).header("ETag", equalTo(etag));
        given().header("If-None-Match", etag).get("/v1/site").then().statusCode(304);
        assertThat(statistics.getPrepareStatementCount()).isZero();
    }

    @Test
    void publicationAndItsEndInvalidateTheSite() {
        SiteClient desk = SiteClient.reading();
        titleIs("The Averil Gazette");
        desk.patch("title", "Second").then().statusCode(200);
        titleIs("The Averil Gazette");
        desk.publish().then().statusCode(200);
        titleIs("Second");
        desk.publish("revision", 1).then().statusCode(200);
        titleIs("The Averil Gazette");
        desk.delete("/publication").then().statusCode(200);
        titleIs("Gazette");
    }

    private static void titleIs(String title) {
        for (int i = 0; i < 2; i++) {
            when().get("/v1/site").then().body("title", equalTo(title));
        }
    }

    @Test
    void changesOfTargetsInvalidateTheSite() {
        TestTags.keyword("trial-quay", "active");
        DeskClient story = DeskClient.published("Desk: in the menu");
        ListClient list = ListClient.create("trial-menu");
        list.publish().then().statusCode(201);
        SiteClient.reading()
                .show(Map.of("tag", "trial-quay"), Map.of("article", story.id()), Map.of("list", "trial-menu"));
        shown("Trial trial-quay", "Desk: in the menu", "Trial trial-menu");
        TestTags.patch("trial-quay", """
                        {"name": "Trial pier"}""").then().statusCode(200);
        shown("Trial pier", "Desk: in the menu", "Trial trial-menu");
        list.patch("title", "Trial list").then().statusCode(200);
        list.publish().then().statusCode(200);
        shown("Trial pier", "Desk: in the menu", "Trial list");
        story.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        shown("Trial pier", "Trial list");
        list.remove("/publication").then().statusCode(200);
        shown("Trial pier");
        TestTags.patch("trial-quay", """
                        {"state": "hidden"}""").then().statusCode(200);
        shown();
        story.put("publication", Map.of()).then().statusCode(201);
        shown("Desk: in the menu");
    }

    private static void shown(String... titles) {
        for (int i = 0; i < 2; i++) {
            assertThat(SiteClient.shown()).containsExactly(titles);
        }
    }

    /** A proposed tag appears with the first public article that carries it. */
    @Test
    void appearanceOfATagInvalidatesTheSite() {
        TestTags.keyword("trial-dawn", "proposed");
        SiteClient.reading().show(Map.of("tag", "trial-dawn"));
        shown();
        DeskClient.write("Desk: first of its tag", "tags", List.of("trial-dawn"))
                .put("publication", Map.of())
                .then()
                .statusCode(201);
        shown("Trial trial-dawn");
    }

    @Test
    void changeOfTheLogoInvalidatesTheSite() {
        String logo = Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("url", "https://pictures.test/logo.svg", "alt", "A trial", "width", 10, "height", 10))
                .post("/v1/desk/media")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        try {
            SiteClient desk = SiteClient.reading();
            desk.patch("logo", logo).then().statusCode(200);
            desk.publish().then().statusCode(200);
            when().get("/v1/site").then().body("logo.alt", equalTo("A trial"));
            change(logo, Map.of("alt", "Another trial"));
            when().get("/v1/site").then().body("logo.alt", equalTo("Another trial"));
            change(logo, Map.of("rightsExpireAt", "2020-01-01T00:00:00Z"));
            assertThat(when().get("/v1/site").<Object>path("logo")).isNull();
            desk.read().then().body("warnings.code", contains("rights-end"));
        } finally {
            SiteClient.tidyUp();
            QuarkusTransaction.requiringNew().run(() -> Media.delete("url", "https://pictures.test/logo.svg"));
        }
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
}
