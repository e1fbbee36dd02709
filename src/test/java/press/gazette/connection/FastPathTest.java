package press.gazette.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.change.Ledger;
import press.gazette.newsroom.CachingServer;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.PausedServer;

/** Cached responses leave by the fast path from the second request of a connection on, and differ in no byte. */
@QuarkusTest
@TestProfile(CachingServer.class)
class FastPathTest {

    private static final String ARTICLE = "/v1/articles/" + Newsroom.GAS_CONTRACT;

    /** Fixes the trace id, so that it is the same on both ways. */
    private static final String TRACED = "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    /** Headers of requests that take the fast path. */
    private static final List<String> PLAIN = List.of(
            "",
            "Accept-Encoding: gzip",
            "Accept: application/json",
            "If-None-Match: *",
            "If-None-Match: \"nothing\"",
            "If-None-Match: W/\"nothing\", *\r\nAccept-Encoding: gzip",
            "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT",
            "If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
            "Connection: Keep-Alive");

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource
    URI base;

    @BeforeEach
    void stop() {
        PausedServer.stop();
    }

    @AfterEach
    void tidyUp() {
        PausedServer.go();
        DeskClient.tidyUp();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ARTICLE,
                ARTICLE + "?body=markdown",
                ARTICLE + "/related",
                "/v1/articles?limit=3",
                "/v1/articles?count=exact&fields=id,slug,type,language,title,kicker,standfirst,byline,section,contributors"
                        + ",tags,image,firstPublishedAt,publishedAt,updatedAt,modifiedAt,wordCount&limit=2&tags=putin",
                "/v1/tags?limit=3",
                "/v1/tags/putin",
                "/v1/tags/putin/articles",
                "/v1/lists",
                "/v1/lists/editors-picks",
                "/v1/pages/home",
                "/feeds/articles.rss",
                "/feeds/articles.atom",
                "/feeds/articles.json",
                "/feeds/articles.ninjs",
                "/feeds/tags/putin.rss",
                "/feeds/lists/editors-picks.atom",
                "/feeds.opml",
                "/sitemap.xml",
                "/sitemaps/articles-1.xml",
                "/reader/articles/" + Newsroom.GAS_CONTRACT,
                "/reader/tags/putin",
            })
    void bothWaysGiveTheSameBytes(String path) throws IOException {
        PausedServer.awaitSettledDates();
        try (RawConnection connection = new RawConnection(base)) {
            connection.get(path, "");
        }
        for (String headers : PLAIN) {
            String traced = headers.isEmpty() ? TRACED : headers + "\r\n" + TRACED;
            try (RawConnection connection = new RawConnection(base)) {
                RawResponse byTheServer = connection.get(path, traced);
                long before = taken();
                RawResponse byTheFastPath = connection.get(path, traced);
                assertThat(taken()).as(path + ", " + headers).isEqualTo(before + 1);
                assertThat(byTheFastPath.status()).isIn(200, 304);
                assertThat(byTheFastPath.comparable()).isEqualTo(byTheServer.comparable());
            }
        }
    }

    /** Problems, redirects, the desk, texts of a release, and feeds that change with the hours are not cached. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/articles/never-written",
                "/v1/articles/" + Newsroom.WITHDRAWN_STORY,
                "/v1/articles?limt=1",
                "/v1/articles?limit=many",
                "/v1/tags/" + Newsroom.PUTIN_FORMERLY,
                "/v1/lists/never-made",
                "/v1/nothing",
                "/v1/desk/articles",
                "/feeds/never-made.rss",
                "/sitemaps/news.xml",
                "/problems/not-found",
                "/reader",
                "/",
            })
    void otherResponsesPassTheServer(String path) throws IOException {
        try (RawConnection connection = new RawConnection(base)) {
            connection.get(path, TRACED);
            long before = taken();
            RawResponse second = connection.get(path, TRACED);
            RawResponse third = connection.get(path, TRACED);
            assertThat(taken()).isEqualTo(before);
            assertThat(third.comparable()).isEqualTo(second.comparable());
        }
    }

    @Test
    void headHasTheHeadersOfTheFastPath() throws IOException {
        PausedServer.awaitSettledDates();
        try (RawConnection connection = new RawConnection(base)) {
            connection.get(ARTICLE, "");
            long before = taken();
            RawResponse get = connection.get(ARTICLE, TRACED);
            assertThat(taken()).isEqualTo(before + 1);
            RawResponse head = connection.ask("HEAD " + ARTICLE, TRACED);
            assertThat(taken()).isEqualTo(before + 1);
            assertThat(head.comparable()).isEqualTo(new RawResponse(get.head(), "").comparable());
        }
    }

    @Test
    void eachResponseHasItsOwnTraceId() throws IOException {
        try (RawConnection connection = new RawConnection(base)) {
            connection.get(ARTICLE, "");
            long before = taken();
            String first = connection.get(ARTICLE, "").headers().get("trace-id");
            String second = connection.get(ARTICLE, "").headers().get("trace-id");
            assertThat(taken()).isEqualTo(before + 2);
            assertThat(List.of(first, second)).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{32}"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/articles?limit=1&limt=1|",
                "GET " + ARTICLE + "|Accept: text/html",
                "GET " + ARTICLE + "|Authorization: Bearer nobody's",
                "GET " + ARTICLE + "|Host: localhost",
                "GET " + ARTICLE + "|Gazette-Seq: x",
                "GET " + ARTICLE + "|X-Large: {much}",
                "GET " + ARTICLE + "|Content-Length: 0",
                "HEAD " + ARTICLE + "|",
                "DELETE " + ARTICLE + "|",
            })
    void unusualRequestsPassTheServer(String request) throws IOException {
        String[] parts = request.replace("{much}", "x".repeat(2_000)).split("\\|", 2);
        try (RawConnection connection = new RawConnection(base)) {
            RawResponse first = connection.ask(parts[0], parts[1]);
            connection.get(ARTICLE, "");
            long before = taken();
            RawResponse second = connection.ask(parts[0], parts[1]);
            assertThat(taken()).isEqualTo(before);
            assertThat(second.status()).isEqualTo(first.status());
            await("the fast path").until(() -> takes(connection));
        }
    }

    /** A clock that jumps, as on a machine that pauses, empties the cache. */
    private boolean takes(RawConnection connection) throws IOException {
        long before = taken();
        connection.get(ARTICLE, "");
        return taken() == before + 1;
    }

    /** A response that has to be rendered delays cached ones requested after it. */
    @Test
    void responsesLeaveInTheOrderOfTheirRequests() throws IOException {
        try (RawConnection connection = new RawConnection(base)) {
            String cached = connection.get(ARTICLE, "").tag();
            connection.get(ARTICLE, "");
            for (String type : List.of("analysis", "opinion")) {
                String cold = "/v1/articles?limit=2&fields=slug,title,wordCount&type=" + type;
                connection.send("GET " + cold, "");
                connection.send("GET " + ARTICLE, "");
                connection.send("GET " + cold, "");
                connection.send("GET " + ARTICLE, "");
                String first = connection.response(true).tag();
                assertThat(first).isNotEqualTo(cached);
                assertThat(connection.response(true).tag()).isEqualTo(cached);
                assertThat(connection.response(true).tag()).isEqualTo(first);
                assertThat(connection.response(true).tag()).isEqualTo(cached);
            }
        }
    }

    /** Its response is rendered while those of later requests are already cached. */
    @Test
    void firstRequestOfAConnectionMayWait() throws IOException {
        String cached;
        try (RawConnection other = new RawConnection(base)) {
            cached = other.get(ARTICLE, "").tag();
        }
        DeskClient desk = DeskClient.published("Desk: waited for");
        String next = Long.toString(Ledger.head().seq() + 1);
        try (RawConnection connection = new RawConnection(base)) {
            String waiting = RawConnection.request("GET /v1/articles?limit=2&fields=slug", "Gazette-Seq: " + next);
            String hot = RawConnection.request("GET " + ARTICLE, "");
            String unusual =
                    RawConnection.request("GET /v1/articles?limit=3&fields=slug", "Accept: application/json;q=0.5");
            connection.write(waiting + hot + unusual + hot + hot + unusual + hot);
            desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
            List<String> tags = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                tags.add(connection.response(true).tag());
            }
            assertThat(tags.get(0)).isNotIn(cached, tags.get(2));
            assertThat(tags).isEqualTo(List.of(tags.get(0), cached, tags.get(2), cached, cached, tags.get(2), cached));
        }
    }

    @Test
    void manyRequestsAtOnceAllGetResponses() throws IOException {
        try (RawConnection connection = new RawConnection(base)) {
            String cached = connection.get(ARTICLE, "").tag();
            for (int i = 0; i < 100; i++) {
                connection.send("GET " + ARTICLE, i % 7 == 0 ? "If-None-Match: *" : "");
            }
            for (int i = 0; i < 100; i++) {
                RawResponse received = connection.response(true);
                assertThat(received.status()).isEqualTo(i % 7 == 0 ? 304 : 200);
                assertThat(received.tag()).isEqualTo(cached);
            }
        }
    }

    @Test
    void withdrawnArticleIsGoneFromTheFastPath() throws IOException {
        DeskClient desk = DeskClient.published("Desk: wired");
        try (RawConnection connection = new RawConnection(base)) {
            for (int i = 0; i < 3; i++) {
                assertThat(connection.get("/v1/articles/desk-wired", "").status())
                        .isEqualTo(200);
            }
            desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
            assertThat(connection.get("/v1/articles/desk-wired", "").status()).isEqualTo(410);
        }
    }

    private long taken() {
        return metrics.find("http.server.requests").tag("uri", "KEPT").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
