package press.gazette.feed;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import press.gazette.feed.format.FeedFormat;
import press.gazette.newsroom.CachingServer;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.PausedServer;

/** Feeds are cached as sent, and invalidated by changes to their content. */
@QuarkusTest
@TestProfile(CachingServer.class)
class CachedFeedsTest {

    @Inject
    EntityManagerFactory factory;

    @AfterEach
    void tidyUp() {
        PausedServer.go();
        DeskClient.tidyUp();
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void cachedFeedIsServedUnchangedWithoutTheDatabase(FeedFormat format) {
        PausedServer.stop();
        PausedServer.awaitSettledDates();
        String url = "/feeds/tags/film." + format.extension;
        Response first = given().header("Accept", "text/html").get(url);
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        Response second = given().header("Accept", "text/html").get(url);
        given().header("If-None-Match", first.header("ETag")).get(url).then().statusCode(304);
        assertThat(statistics.getPrepareStatementCount()).isZero();
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        for (String name : List.of("Content-Type", "ETag", "Link", "Cache-Groups", "Cache-Control", "Last-Modified")) {
            assertThat(second.header(name)).as(name).isNotNull().isEqualToIgnoringCase(first.header(name));
        }
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void withdrawnArticleLeavesCachedFeedsAtOnce(FeedFormat format) {
        DeskClient desk = DeskClient.published("Desk: kept and withdrawn");
        List<String> feeds = List.of("/feeds/articles", "/feeds/tags/averil", "/feeds/lists/" + Newsroom.LATEST_POSTS);
        feeds.forEach(path -> assertThat(ReadFeed.at(path, format).ids()).contains(desk.id()));
        feeds.forEach(path -> assertThat(ReadFeed.at(path, format).ids()).contains(desk.id()));
        desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        feeds.forEach(path -> {
            ReadFeed feed = ReadFeed.at(path, format);
            assertThat(feed.ids()).doesNotContain(desk.id());
            assertThat(feed.response().asString()).doesNotContain("kept and withdrawn");
        });
        assertThat(when().get("/feeds.opml").statusCode()).isEqualTo(200);
        assertThat(when().get("/sitemaps/news.xml").asString()).doesNotContain("desk-kept-and-withdrawn");
        assertThat(when().get("/sitemaps/articles-1.xml").asString()).doesNotContain("desk-kept-and-withdrawn");
    }

    /** The API's default page size is not that of feeds. */
    @Test
    void feedsWithDifferentLimitsAreCachedSeparately() {
        assertThat(ReadFeed.atUrl("/feeds/articles.atom?limit=20").ids()).hasSize(20);
        assertThat(ReadFeed.atUrl("/feeds/articles.atom").ids()).hasSizeGreaterThan(20);
    }
}
