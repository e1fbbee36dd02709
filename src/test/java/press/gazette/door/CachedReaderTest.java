package press.gazette.door;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.CachingServer;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.PausedServer;

/** Pages of the reader site are cached as sent, and invalidated by changes to their content. */
@QuarkusTest
@TestProfile(CachingServer.class)
class CachedReaderTest {

    @Inject
    EntityManagerFactory factory;

    @AfterEach
    void tidyUp() {
        PausedServer.go();
        DeskClient.tidyUp();
    }

    @Test
    void cachedPageIsServedUnchangedWithoutTheDatabase() {
        PausedServer.stop();
        PausedServer.awaitSettledDates();
        for (String url : List.of("/reader/articles/" + Newsroom.GAS_CONTRACT, "/reader/tags/film")) {
            Response first = when().get(url);
            Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
            statistics.clear();
            Response second = when().get(url);
            given().header("If-None-Match", first.header("ETag"))
                    .get(url)
                    .then()
                    .statusCode(304);
            assertThat(statistics.getPrepareStatementCount()).isZero();
            assertThat(second.asString()).isEqualTo(first.asString());
            for (String name :
                    List.of("Content-Type", "ETag", "Cache-Control", "Content-Security-Policy", "Referrer-Policy")) {
                assertThat(second.header(name)).as(name).isNotNull().isEqualToIgnoringCase(first.header(name));
            }
        }
    }

    @Test
    void withdrawalInvalidatesTheCachedPageAtOnce() {
        DeskClient desk = DeskClient.published("Desk: cached page");
        for (int i = 0; i < 2; i++) {
            when().get("/reader/articles/desk-cached-page").then().statusCode(200);
        }
        desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        when().get("/reader/articles/desk-cached-page").then().statusCode(410).body(not(containsString("cached page")));
    }

    @Test
    void publicationOfANewTitleInvalidatesTheCachedPage() {
        DeskClient desk = DeskClient.published("Desk: first title");
        when().get("/reader/articles/desk-first-title").then().body(containsString("Desk: first title"));
        desk.patch(Map.of("title", "Desk: second title")).then().statusCode(200);
        when().get("/reader/articles/desk-first-title").then().body(containsString("Desk: first title"));
        desk.put("publication", Map.of()).then().statusCode(200);
        when().get("/reader/articles/desk-first-title").then().body(containsString("Desk: second title"));
    }
}
