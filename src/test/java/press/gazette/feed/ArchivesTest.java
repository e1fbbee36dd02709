package press.gazette.feed;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.feed.format.FeedFormat;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Newsroom;

/**
 * RFC 5005: lists are complete, the newest articles link to archives of whole days, and archives of past days do not
 * change.
 */
@QuarkusTest
class ArchivesTest {

    private static final Pattern PREVIOUS = Pattern.compile("<([^>]*)>; rel=\"prev-archive\"");

    @Inject
    Clock clock;

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rss", "atom"})
    void curatedListIsComplete(String extension) {
        when().get("/feeds/lists/" + Newsroom.EDITORS_PICKS + "." + extension)
                .then()
                .body(containsString("<fh:complete></fh:complete>"));
        when().get("/feeds/tags/" + Newsroom.PUTIN + "." + extension).then().body(not(containsString("fh:complete>")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/articles.atom", "/feeds/tags/" + Newsroom.PUTIN + ".rss", "/feeds/tags/world.json"})
    void newestArticlesAndArchivesAreComplete(String url) {
        ReadFeed feed = ReadFeed.atUrl(url + "?limit=100");
        Set<String> all = new TreeSet<>(feed.ids());
        Set<String> archived = new TreeSet<>();
        List<String> archives = new ArrayList<>();
        String previous = previous(feed);
        while (previous != null) {
            archives.add(previous);
            ReadFeed archive = ReadFeed.atUrl(previous);
            assertThat(archive.ids()).isNotEmpty().noneMatch(archived::contains);
            archived.addAll(archive.ids());
            previous = previous(archive);
        }
        assertThat(archives).hasSizeGreaterThan(3);
        assertThat(all).containsAll(archived);
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        assertThat(all.size() - archived.size()).isEqualTo((int)
                feed.items().stream().filter(item -> isOf(item, today)).count());
    }

    @Test
    void archiveDoesNotChangeWithLaterArticles() {
        String url = previous(ReadFeed.atUrl("/feeds/articles.atom")).replaceFirst("^https?://[^/]+", "");
        String before = given().get(url).asString();
        String tag = given().get(url).header("ETag");
        DeskClient.published("Desk: later");
        given().header("If-None-Match", tag).get(url).then().statusCode(304);
        assertThat(given().get(url).asString())
                .isEqualTo(before)
                .contains("<fh:archive></fh:archive>", "rel=\"current\"");
    }

    @Test
    void articleAddedToAPastDayUpdatesItsArchive() {
        LocalDate day =
                clock.instant().minus(Duration.ofDays(2)).atZone(ZoneOffset.UTC).toLocalDate();
        String url = "/feeds/articles/" + day + ".atom";
        String before = ReadFeed.atUrl(url).updated();
        DeskClient desk = DeskClient.write("Desk: backdated");
        desk.put("publication", Map.of("publishedAt", day + "T12:00:00Z"))
                .then()
                .statusCode(201);
        ReadFeed after = ReadFeed.atUrl(url);
        assertThat(after.ids()).contains(desk.id());
        assertThat(after.updated()).isGreaterThanOrEqualTo(before);
        desk.put("withdrawal", Map.of("reason", "error")).then().statusCode(201);
        ReadFeed gone = ReadFeed.atUrl(url);
        assertThat(gone.ids()).doesNotContain(desk.id());
        assertThat(gone.updated()).isGreaterThanOrEqualTo(after.updated());
    }

    @Test
    void todayHasNoArchive() {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        when().get("/feeds/articles/" + today + ".atom").then().statusCode(404);
        when().get("/feeds/articles/2001-01-01.atom").then().statusCode(200);
    }

    /** The earliest possible date of an article can be reached by pages, filters and archives. */
    @Test
    void articleOfTheYear1600IsFoundByPagesFiltersAndArchives() {
        DeskClient desk = DeskClient.write("Desk: of old");
        desk.put("publication", Map.of("publishedAt", "0001-01-01T00:00:00Z"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/publishedAt"))
                .body("errors[0].detail", equalTo("The earliest time is 1600-01-01T00:00:00Z."));
        desk.put("schedule", Map.of("at", "9999-12-31T23:59:59Z"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/at"))
                .body("errors[0].detail", equalTo("The latest time is 9998-12-31T23:59:59Z."));
        desk.put("publication", Map.of("publishedAt", "1600-01-01T00:00:00Z"))
                .then()
                .statusCode(201);
        String next = when().get("/v1/articles?order=oldest&limit=1")
                .then()
                .body("items[0].id", equalTo(desk.id()))
                .extract()
                .path("next");
        given().urlEncodingEnabled(false).get(next).then().statusCode(200).body("items", hasSize(1));
        when().get("/v1/articles?from=1600-01-01&to=1600-01-02").then().body("items.id", equalTo(List.of(desk.id())));
        when().get("/v1/articles?to=1960-01-01").then().body("items.id", equalTo(List.of(desk.id())));
        ReadFeed archive = ReadFeed.atUrl("/feeds/articles.atom");
        while (previous(archive) != null) {
            archive = ReadFeed.atUrl(previous(archive));
        }
        assertThat(archive.ids()).containsExactly(desk.id());
        assertThat(archive.item(desk.id()).published()).isEqualTo("1600-01-01T00:00:00Z");
        assertThat(ReadFeed.at("/feeds/articles/1600-01-01", FeedFormat.RSS)
                        .item(desk.id())
                        .published())
                .isEqualTo("Sat, 01 Jan 1600 00:00:00 GMT");
        when().get("/feeds/articles/1599-12-31.atom").then().statusCode(404);
    }

    private static boolean isOf(ReadFeed.Item item, LocalDate day) {
        return item.published().startsWith(day.toString())
                || item.published().contains(day.format(DateTimeFormatter.ofPattern("dd MMM yyyy", Locale.ROOT)));
    }

    private static String previous(ReadFeed feed) {
        Matcher link = PREVIOUS.matcher(feed.response().header("Link"));
        return link.find() ? link.group(1) : null;
    }
}
