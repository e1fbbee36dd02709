package press.gazette.feed.hub;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;

/** WebSub: feeds name the hub, and the hub hears of each change until it has understood. */
@QuarkusTest
@TestProfile(HubTest.Named.class)
class HubTest {

    public static class Named implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("gazette.websub-check", "0.2S");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Hub.class));
        }
    }

    /** A hub that keeps what it hears and refuses when it is told to. */
    public static class Hub implements QuarkusTestResourceLifecycleManager {

        static final List<String> HEARD = new CopyOnWriteArrayList<>();
        static final AtomicInteger REFUSALS = new AtomicInteger();

        private HttpServer server;

        @Override
        public Map<String, String> start() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/hub", this::hear);
            server.start();
            return Map.of(
                    "gazette.websub-hub",
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/hub");
        }

        private void hear(HttpExchange exchange) throws IOException {
            String said = URLDecoder.decode(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8);
            boolean refused = REFUSALS.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (!refused) {
                HEARD.add(said);
            }
            exchange.sendResponseHeaders(refused ? 503 : 204, -1);
            exchange.close();
        }

        @Override
        public void stop() {
            server.stop(0);
        }
    }

    @BeforeEach
    void silence() {
        await().atMost(Duration.ofSeconds(30)).until(() -> isCaughtUp() && waiting() == 0);
        Hub.HEARD.clear();
    }

    @AfterEach
    void tidyUp() {
        Hub.REFUSALS.set(0);
        DeskClient.tidyUp();
    }

    @Test
    void feedsNameTheHubInHeaderAndDocument() {
        for (String extension : List.of("rss", "atom", "json", "ninjs")) {
            when().get("/feeds/articles." + extension)
                    .then()
                    .header("Link", containsString("rel=\"hub\""))
                    .header("Link", containsString("rel=\"self\""));
        }
        when().get("/feeds/tags/putin.rss")
                .then()
                .body(containsString("<atom:link rel=\"hub\" href=\"http://127.0.0.1"));
        when().get("/feeds/tags/putin.atom").then().body(containsString("<link rel=\"hub\" href=\"http://127.0.0.1"));
        when().get("/feeds/tags/putin.json").then().body("hubs[0].type", equalTo("WebSub"));
    }

    @Test
    void theHubHearsOfEachFeedThatAChangeMayHaveMadeAnother() {
        DeskClient.published("Desk: told");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(heard("/feeds/articles.rss")).isEqualTo(1);
            assertThat(heard("/feeds/tags/averil.atom")).isEqualTo(1);
            assertThat(heard("/feeds/tags/world.json")).isEqualTo(1);
            assertThat(heard("/feeds/lists/latest-posts.ninjs")).isEqualTo(1);
        });
        assertThat(heard("/feeds/tags/putin.rss")).isZero();
        assertThat(Hub.HEARD).allMatch(said -> said.startsWith("hub.mode=publish&hub.url="));
    }

    @Test
    void whatTheHubHasNotUnderstoodIsToldAgain() {
        Hub.REFUSALS.set(3);
        DeskClient.published("Desk: told again");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(heard("/feeds/tags/averil.rss")).isEqualTo(1));
        await().atMost(Duration.ofSeconds(30)).until(() -> waiting() == 0);
        assertThat(heard("/feeds/articles.rss")).isEqualTo(1);
    }

    private static long heard(String path) {
        return Hub.HEARD.stream()
                .filter(said -> List.of(said.split("&", -1)).contains("hub.url=http://localhost:8080" + path))
                .count();
    }

    /** At the start it has the whole newsroom to tell of. */
    private static boolean isCaughtUp() {
        return QuarkusTransaction.requiringNew()
                .call(() -> !HubPing.getEntityManager()
                        .createNativeQuery(
                                "select f.seq from follower f join ledger_head h on h.seq = f.seq where f.name = 'websub'")
                        .getResultList()
                        .isEmpty());
    }

    private static long waiting() {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Number) HubPing.getEntityManager()
                        .createNativeQuery("select count(*) from hub_ping")
                        .getSingleResult())
                .longValue();
    }
}
