package press.gazette.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import press.gazette.feed.format.FeedFormat;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.Slow;

/** Changes to an article as feeds of every format show them: its id and its dates must be stable. */
@Slow
@QuarkusTest
class FeedLifeTest {

    private static final List<String> FEEDS = List.of("/feeds/articles", "/feeds/tags/averil", "/feeds/tags/world");

    @Inject
    Clock clock;

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void newSlugChangesOnlyTheLink(FeedFormat format) {
        DeskClient desk = DeskClient.published("Desk: moves");
        List<ReadFeed.Item> before = items(format, desk);
        desk.patch(Map.of("slug", "desk-has-moved")).then().statusCode(200);
        desk.put("publication", Map.of("significant", false)).then().statusCode(200);
        List<ReadFeed.Item> after = items(format, desk);
        for (int i = 0; i < FEEDS.size(); i++) {
            assertSameDates(before.get(i), after.get(i));
            assertThat(after.get(i).url())
                    .endsWith("/desk-has-moved")
                    .isNotEqualTo(before.get(i).url());
        }
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void insignificantEditChangesNoDate(FeedFormat format) {
        DeskClient desk = DeskClient.published("Desk: a typo");
        List<ReadFeed.Item> before = items(format, desk);
        nextSecond(before.get(0).updated());
        desk.patch(Map.of("title", "Desk: no typo")).then().statusCode(200);
        desk.put("publication", Map.of("significant", false)).then().statusCode(200);
        List<ReadFeed.Item> after = items(format, desk);
        for (int i = 0; i < FEEDS.size(); i++) {
            assertSameDates(before.get(i), after.get(i));
            assertThat(after.get(i).title()).isEqualTo("Desk: no typo");
        }
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void correctionChangesOnlyTheUpdatedDate(FeedFormat format) {
        DeskClient desk = DeskClient.published("Desk: corrected");
        List<ReadFeed.Item> before = items(format, desk);
        nextSecond(before.get(0).updated());
        desk.post("corrections", Map.of("kind", "correction", "text", "It was Tuesday."))
                .then()
                .statusCode(201);
        List<ReadFeed.Item> after = items(format, desk);
        for (int i = 0; i < FEEDS.size(); i++) {
            assertThat(after.get(i).published()).isEqualTo(before.get(i).published());
            assertThat(Instant.parse(after.get(i).updated()))
                    .isAfter(Instant.parse(before.get(i).updated()));
        }
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void editorsDateDoesNotChangeThePublishedDate(FeedFormat format) {
        DeskClient desk = DeskClient.published("Desk: dated anew");
        List<ReadFeed.Item> before = items(format, desk);
        String yesterday = clock.instant().minus(Duration.ofDays(1)).toString();
        desk.put("publication", Map.of("publishedAt", yesterday, "significant", false))
                .then()
                .statusCode(200);
        List<ReadFeed.Item> after = items(format, desk);
        for (int i = 0; i < FEEDS.size(); i++) {
            assertSameDates(before.get(i), after.get(i));
        }
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void withdrawnArticleLeavesAtOnceAndReturnsUnchanged(FeedFormat format) {
        DeskClient desk = DeskClient.published("Desk: withdrawn");
        List<ReadFeed.Item> before = items(format, desk);
        List<Instant> dates = dates(format);
        desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        for (String path : FEEDS) {
            ReadFeed feed = ReadFeed.at(path, format);
            assertThat(feed.ids()).doesNotContain(desk.id());
            assertThat(feed.response().asString()).doesNotContain("Desk: withdrawn", "desk-withdrawn");
            if (format == FeedFormat.RSS) {
                assertThat(feed.response().asString()).doesNotContain(desk.id());
            } else {
                assertThat(feed.removed()).contains(desk.id());
            }
        }
        List<Instant> datesAfter = dates(format);
        for (int i = 0; i < FEEDS.size(); i++) {
            assertThat(datesAfter.get(i)).isAfterOrEqualTo(dates.get(i));
        }
        desk.put("publication", Map.of()).then().statusCode(201);
        List<ReadFeed.Item> after = items(format, desk);
        for (int i = 0; i < FEEDS.size(); i++) {
            assertSameDates(before.get(i), after.get(i));
            assertThat(ReadFeed.at(FEEDS.get(i), format).removed()).doesNotContain(desk.id());
        }
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void articleThatWasNeverPublicLeavesNoTrace(FeedFormat format) {
        List<String> before = bodies(format);
        DeskClient desk = DeskClient.write("Desk: never seen");
        desk.put("embargo", Map.of("until", "indefinite")).then().statusCode(201);
        desk.put("publication", Map.of()).then().statusCode(201);
        desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        assertThat(bodies(format)).isEqualTo(before);
    }

    /**
     * The newest article is removed, so the rest is older: a conditional request with the former date must still get
     * the removal.
     */
    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void removalChangesLastModified(FeedFormat format) {
        DeskClient desk = DeskClient.published("Desk: the newest");
        String url = "/feeds/tags/averil." + format.extension;
        String tag = given().get(url).header("ETag");
        String date = given().get(url).header("Last-Modified");
        desk.put("withdrawal", Map.of("reason", "error")).then().statusCode(201);
        given().header("If-Modified-Since", date).get(url).then().statusCode(200);
        given().header("If-None-Match", tag).get(url).then().statusCode(200);
        String now = given().get(url).header("ETag");
        given().header("If-None-Match", "\"other\", W/" + now).get(url).then().statusCode(304);
        given().header("If-None-Match", "*").get(url).then().statusCode(304);
        given().header("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")
                .get(url)
                .then()
                .statusCode(304);
        given().header("If-None-Match", now)
                .header("If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT")
                .get(url)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(now));
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void headEqualsGetWithoutContent(FeedFormat format) {
        String url = "/feeds/lists/" + Newsroom.LATEST_POSTS + "." + format.extension;
        Response get = given().header("Accept-Encoding", "gzip").get(url);
        Response head = given().header("Accept-Encoding", "gzip").head(url);
        assertThat(head.statusCode()).isEqualTo(200);
        for (String name : List.of("ETag", "Content-Type", "Content-Encoding", "Link", "Cache-Control", "Vary")) {
            assertThat(head.header(name)).as(name).isEqualTo(get.header(name));
        }
        assertThat(get.header("Content-Encoding")).isEqualTo("gzip");
    }

    private static List<ReadFeed.Item> items(FeedFormat format, DeskClient desk) {
        List<ReadFeed.Item> items = new ArrayList<>();
        FEEDS.forEach(path -> items.add(ReadFeed.at(path, format).item(desk.id())));
        return items;
    }

    private static List<String> bodies(FeedFormat format) {
        return FEEDS.stream()
                .map(path -> ReadFeed.at(path, format).response().asString())
                .toList();
    }

    private static List<Instant> dates(FeedFormat format) {
        return FEEDS.stream()
                .map(path -> ReadFeed.at(path, format).updated())
                .map(FeedLifeTest::instant)
                .toList();
    }

    private static Instant instant(String date) {
        return date.endsWith("Z")
                ? Instant.parse(date)
                : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME
                        .withZone(ZoneOffset.UTC)
                        .parse(date));
    }

    private static void assertSameDates(ReadFeed.Item before, ReadFeed.Item after) {
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.published()).isEqualTo(before.published());
        assertThat(after.updated()).isEqualTo(before.updated());
    }

    /** Feeds have whole seconds. */
    private void nextSecond(String date) {
        Instant next = Instant.parse(date).plusSeconds(1);
        await().until(() -> clock.instant().isAfter(next));
    }
}
