package press.gazette.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import press.gazette.article.access.CanaryStory;
import press.gazette.feed.format.FeedFormat;
import press.gazette.newsroom.ConfiguredSite;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;

/** Feeds with bodies have the preview of an article that is not free; with the scope content:full they have the whole. */
@QuarkusTest
@TestProfile(ConfiguredSite.class)
class RestInFeedsTest {

    @Inject
    Clock clock;

    private CanaryStory today;
    private CanaryStory past;

    @BeforeEach
    void publish() {
        today = CanaryStory.published("Desk: the rest in feeds", null);
        past = CanaryStory.published(
                "Desk: the rest in archives",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(3));
        ListClient list = ListClient.create("trial-rest");
        list.place("article", today.slug());
        list.publish();
    }

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
        DeskClient.tidyUp();
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void bodyEndsWithThePreview(FeedFormat format) {
        for (String feed : feeds()) {
            Response read = given().get(feed + "." + format.extension);
            read.then().statusCode(200);
            String bytes = read.headers() + read.asString();
            assertThat(CanaryStory.canaries().stream().filter(bytes::contains))
                    .as(feed)
                    .isEmpty();
        }
        assertThat(ReadFeed.at("/feeds/articles", format).item(today.id()).html())
                .contains(CanaryStory.OPEN, CanaryStory.OPEN_FOOTNOTE);
    }

    /** Feeds leave out the poster and the tracks of a film, which their readers cannot show. */
    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void bodyIsWholeWithTheScope(FeedFormat format) {
        String key = Keys.with("content:full");
        for (String feed : feeds()) {
            String bytes = Keys.as(key).get(feed + "." + format.extension).asString();
            assertThat(CanaryStory.canaries().stream().filter(bytes::contains))
                    .as(feed)
                    .hasSizeGreaterThan(CanaryStory.canaries().size() / 2);
        }
    }

    private List<String> feeds() {
        return List.of(
                "/feeds/articles", "/feeds/tags/averil", "/feeds/lists/trial-rest", "/feeds/articles/" + past.day());
    }

    /** The schema of ninjs has a word for an incomplete text, the other formats have none. */
    @Test
    void ninjsCallsThePreviewPartial() {
        String representation = "associations.find { it.uri == 'urn:uuid:" + today.id() + "' }.representationType";
        given().get("/feeds/articles.ninjs").then().body(representation, equalTo("partial"));
        Keys.as(Keys.with("content:full")).get("/feeds/articles.ninjs").then().body(representation, equalTo("full"));
    }
}
