package press.gazette.feed;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import press.gazette.feed.format.FeedFormat;
import press.gazette.newsroom.ConfiguredSite;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.PausedServer;

/** Links to articles by their ids in feeds with full text lead to the newsroom's own pages. */
@QuarkusTest
@TestProfile(ConfiguredSite.class)
class LinkedFeedsTest {

    @Inject
    Clock clock;

    @Inject
    EntityManagerFactory factory;

    @AfterEach
    void tidyUp() {
        PausedServer.go();
        DeskClient.tidyUp();
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void linksLeadToPagesOfTheSiteAndHiddenOnesNowhere(FeedFormat format) {
        DeskClient visible = DeskClient.published("Desk: fed link");
        DeskClient hidden = DeskClient.write("Desk: hidden link");
        DeskClient linking = DeskClient.write(
                "Desk: linking",
                "body",
                Map.of(
                        "html",
                        "<p><a data-article=\"" + visible.id() + "\">One</a> and <a data-article=\"" + hidden.id()
                                + "\">two</a>.</p>"));
        linking.put("publication", Map.of()).then().statusCode(201);
        int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
        assertThat(ReadFeed.at("/feeds/articles", format).item(linking.id()).html())
                .isEqualTo("<p><a href=\"https://www.example.org/" + year + "/desk-fed-link\">One</a> and two.</p>");
        DeskClient.asReader("desk-linking").then().statusCode(200);
    }

    @Test
    void linksOfAllItemsTakeOneStatement() {
        PausedServer.stop();
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        assertThat(when().get("/feeds/articles.rss").asString())
                .contains("/" + Newsroom.SALT_HOURS + "\"", "/" + Newsroom.HARBOUR_FLATS + "\"")
                .doesNotContain("data-article");
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(9);
    }
}
