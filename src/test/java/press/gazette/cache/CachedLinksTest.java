package press.gazette.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.CachingServer;
import press.gazette.newsroom.DeskClient;

/** A cached body changes with the articles that it links to by their ids. */
@QuarkusTest
@TestProfile(CachingServer.class)
class CachedLinksTest {

    /** Each test has its own addresses: tidying up removes rows, not cached responses. */
    private static int tests;

    private static final String WORDS = "<p>After the vote.</p>";

    @Inject
    Clock clock;

    private DeskClient linked;

    @BeforeEach
    void publish() {
        tests++;
        linked = DeskClient.published("Desk: cached link " + tests);
        DeskClient linking = DeskClient.write(
                "Desk: linking " + tests,
                "body",
                Map.of("html", "<p>After <a data-article=\"" + linked.id() + "\">the vote</a>.</p>"));
        linking.put("publication", Map.of()).then().statusCode(201);
        assertThat(html()).contains(address());
        assertThat(html()).contains(address());
    }

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void linkFollowsAMovedArticle() {
        linked.patch(Map.of("slug", "desk-cached-elsewhere")).then().statusCode(200);
        linked.put("publication", Map.of()).then().statusCode(200);
        assertThat(html()).contains("href=\"/reader/articles/desk-cached-elsewhere\"");
    }

    @Test
    void linkGoesWithAWithdrawalAndComesBackWithAPublication() {
        linked.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        assertThat(html()).isEqualTo(WORDS);
        linked.put("publication", Map.of()).then().statusCode(201);
        assertThat(html()).contains(address());
    }

    @Test
    void linkGoesWithAnUnpublishedArticle() {
        linked.delete("/publication").then().statusCode(200);
        assertThat(html()).isEqualTo(WORDS);
    }

    @Test
    void linkAppearsWithTheEndOfAnEmbargo() {
        linked.put("embargo", Map.of("until", "indefinite")).then().statusCode(201);
        assertThat(html()).isEqualTo(WORDS);
        assertThat(html()).isEqualTo(WORDS);
        linked.put("embargo", Map.of("until", clock.instant().plusSeconds(1).toString()))
                .then()
                .statusCode(200);
        Awaitility.await().until(() -> html().contains(address()));
    }

    @Test
    void linkEndsWithTheArticle() {
        linked.put("expiry", Map.of("at", clock.instant().plusSeconds(2).toString()))
                .then()
                .statusCode(201);
        Awaitility.await().until(() -> html().equals(WORDS));
    }

    private static String address() {
        return "href=\"/reader/articles/desk-cached-link-" + tests + '"';
    }

    private static String html() {
        return DeskClient.asReader("desk-linking-" + tests).path("body.html");
    }
}
