package press.gazette.article.desk;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;

/** The place in listings of stories with an embargo, another date or a second appearance. */
@QuarkusTest
class PublicDatesTest {

    @Inject
    Clock clock;

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void storyUnderEmbargoIsListedByTheEndOfItsEmbargo() {
        Instant start = clock.instant();
        DeskClient desk = DeskClient.write("Desk: embargo rank");
        Instant end = clock.instant().plusMillis(2500).truncatedTo(ChronoUnit.MICROS);
        desk.put("embargo", Map.of("until", end.toString())).then().statusCode(201);
        desk.put("publication", Map.of()).then().statusCode(201);
        DeskClient.published("Desk: meanwhile 0");
        DeskClient.published("Desk: meanwhile 1");
        await().until(() -> DeskClient.asReader("desk-embargo-rank").statusCode() == 200);
        Response shown = DeskClient.asReader("desk-embargo-rank");
        for (String date : List.of("firstPublishedAt", "publishedAt", "updatedAt", "modifiedAt")) {
            assertThat(shown.<String>path(date)).as(date).isEqualTo(end.toString());
        }
        List<String> expected = List.of("desk-embargo-rank", "desk-meanwhile-1", "desk-meanwhile-0");
        for (String listing : List.of("/v1/articles?", "/v1/articles?tags=averil&", "/v1/tags/averil/articles?")) {
            assertThat(slugs(listing + "from=" + start)).isEqualTo(expected);
            assertThat(slugs(listing + "order=updated&updatedSince=" + start)).isEqualTo(expected);
            assertThat(slugs(listing + "order=oldest&from=" + start))
                    .containsExactly("desk-meanwhile-0", "desk-meanwhile-1", "desk-embargo-rank");
        }
        assertThat(when().get("/sitemaps/news.xml").asString())
                .contains("<news:publication_date>" + end.truncatedTo(ChronoUnit.SECONDS) + "</news:publication_date>");
    }

    @Test
    void backdatedStoryIsListedAsUpdated() {
        Instant start = clock.instant();
        DeskClient desk = DeskClient.write("Desk: backdated");
        desk.put("publication", Map.of("publishedAt", "2016-11-01T08:00:00Z"))
                .then()
                .statusCode(201);
        assertThat(DeskClient.asReader("desk-backdated").<String>path("updatedAt"))
                .isEqualTo("2016-11-01T08:00:00Z");
        assertThat(slugs("/v1/articles?order=updated&updatedSince=" + start)).containsExactly("desk-backdated");
        assertThat(slugs("/v1/tags/world/articles?updatedSince=" + start)).containsExactly("desk-backdated");
        assertThat(slugs("/v1/articles?from=" + start)).isEmpty();
    }

    @Test
    void returningStoryIsListedAsUpdated() {
        DeskClient desk = DeskClient.published("Desk: back");
        String updated = DeskClient.asReader("desk-back").path("updatedAt");
        desk.put("withdrawal", Map.of("reason", "error")).then().statusCode(201);
        DeskClient.published("Desk: meanwhile");
        Instant start = clock.instant();
        desk.put("publication", Map.of()).then().statusCode(201);
        assertThat(slugs("/v1/articles?order=updated&updatedSince=" + start)).containsExactly("desk-back");
        assertThat(DeskClient.asReader("desk-back").<String>path("updatedAt")).isEqualTo(updated);
    }

    @Test
    void newsSitemapShowsTheDateByWhichItSelects() {
        DeskClient desk = DeskClient.write("Desk: dated anew");
        desk.put("publication", Map.of("publishedAt", "2019-05-05T05:05:05Z"))
                .then()
                .statusCode(201);
        assertThat(when().get("/sitemaps/news.xml").asString()).doesNotContain("desk-dated-anew");
        Instant date = clock.instant().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        desk.put("publication", Map.of("publishedAt", date.toString())).then().statusCode(200);
        assertThat(when().get("/sitemaps/news.xml").asString())
                .contains("desk-dated-anew", "<news:publication_date>" + date + "</news:publication_date>")
                .doesNotContain("<news:publication_date>2019");
        assertThat(DeskClient.asReader("desk-dated-anew").<String>path("updatedAt"))
                .isEqualTo(date.toString());
    }

    /** All pages of a listing with one article each. */
    private static List<String> slugs(String listing) {
        List<String> slugs = new ArrayList<>();
        String url = listing + "&limit=1";
        while (url != null) {
            Response page = given().urlEncodingEnabled(false).get(url);
            page.then().statusCode(200);
            slugs.addAll(page.<List<String>>path("items.slug"));
            url = page.path("next");
        }
        return slugs;
    }
}
