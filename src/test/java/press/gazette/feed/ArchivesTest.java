package press.gazette.feed;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
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

import press.gazette.newsroom.DeskClient;

/** RFC 5005: lists are complete, the newest leads back through whole days, and days that are over stay as they are. */
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
    void aCuratedListIsComplete(String extension) {
        when().get("/feeds/lists/editors-picks." + extension)
                .then()
                .body(containsString("<fh:complete></fh:complete>"));
        when().get("/feeds/tags/putin." + extension).then().body(not(containsString("fh:complete>")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/articles.atom", "/feeds/tags/putin.rss", "/feeds/tags/world.json"})
    void theNewestAndItsArchivesAreAllThereIs(String url) {
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
    void anArchiveDoesNotChangeWithWhatIsPublishedLater() {
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
    void whatComesIntoADayThatIsOverMovesItsDate() {
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
    void aDayThatIsNotOverHasNoArchive() {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        when().get("/feeds/articles/" + today + ".atom").then().statusCode(404);
        when().get("/feeds/articles/2001-01-01.atom").then().statusCode(200);
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
