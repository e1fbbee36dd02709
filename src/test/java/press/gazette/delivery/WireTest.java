package press.gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

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
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keeping;
import press.gazette.newsroom.StillClock;

/** On a connection that is known, what is kept leaves by the shortest way, and nobody can tell but by the time it takes. */
@QuarkusTest
@TestProfile(Keeping.class)
class WireTest {

    private static final String ARTICLE = "/v1/articles/gas-contract-averil";

    /** Differ from one answer to the next, whichever way it takes. */
    private static final List<String> PASSING = List.of("date", "trace-id", "ratelimit");

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource
    URI base;

    @BeforeEach
    void stop() {
        StillClock.stop();
    }

    @AfterEach
    void tidyUp() {
        StillClock.go();
        DeskClient.tidyUp();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Accept-Encoding: gzip",
                "Accept: application/json",
                "If-None-Match: *",
                "If-None-Match: W/\"nothing\", *\r\nAccept-Encoding: gzip",
                "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT",
                "Connection: Keep-Alive",
            })
    void theAnswerIsTheSameByTheShortWayAndTheLong(String headers) throws IOException {
        StillClock.awaitSettledDates();
        for (String path : List.of(ARTICLE, "/v1/articles?limit=3", "/feeds/articles.rss")) {
            try (Connection connection = new Connection()) {
                connection.get(path, "");
            }
            try (Connection connection = new Connection()) {
                Answer byTheLong = connection.get(path, headers);
                long before = taken();
                Answer byTheShort = connection.get(path, headers);
                assertThat(taken()).as(path).isEqualTo(before + 1);
                assertThat(byTheShort.status).isEqualTo(byTheLong.status);
                assertThat(byTheShort.content).isEqualTo(byTheLong.content);
                assertThat(byTheShort.headers.keySet()).containsAll(PASSING.subList(0, 2));
                assertThat(byTheShort.lasting()).isEqualTo(byTheLong.lasting());
            }
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
    void whatIsUnusualGoesTheLongWay(String request) throws IOException {
        String[] parts = request.replace("{much}", "x".repeat(2_000)).split("\\|", 2);
        try (Connection connection = new Connection()) {
            Answer first = connection.ask(parts[0], parts[1]);
            connection.get(ARTICLE, "");
            long before = taken();
            Answer second = connection.ask(parts[0], parts[1]);
            assertThat(taken()).isEqualTo(before);
            assertThat(second.status).isEqualTo(first.status);
            connection.get(ARTICLE, "");
            assertThat(taken()).isEqualTo(before + 1);
        }
    }

    /** What has to be made first is waited for, though what is asked for behind it is there already. */
    @Test
    void answersLeaveInTheOrderOfTheirRequests() throws IOException {
        try (Connection connection = new Connection()) {
            String kept = connection.get(ARTICLE, "").tag();
            connection.get(ARTICLE, "");
            for (String type : List.of("analysis", "opinion")) {
                String cold = "/v1/articles?limit=2&fields=slug,title,wordCount&type=" + type;
                connection.send("GET " + cold, "");
                connection.send("GET " + ARTICLE, "");
                connection.send("GET " + cold, "");
                connection.send("GET " + ARTICLE, "");
                String first = connection.answer(true).tag();
                assertThat(first).isNotEqualTo(kept);
                assertThat(connection.answer(true).tag()).isEqualTo(kept);
                assertThat(connection.answer(true).tag()).isEqualTo(first);
                assertThat(connection.answer(true).tag()).isEqualTo(kept);
            }
        }
    }

    /** What it waits for comes while the others are there already. */
    @Test
    void theFirstRequestOfAConnectionMayWaitToo() throws IOException {
        String kept;
        try (Connection other = new Connection()) {
            kept = other.get(ARTICLE, "").tag();
        }
        DeskClient desk = DeskClient.published("Desk: waited for");
        String next = Long.toString(Ledger.head().seq() + 1);
        try (Connection connection = new Connection()) {
            String waiting = request("GET /v1/articles?limit=2&fields=slug", "Gazette-Seq: " + next);
            String hot = request("GET " + ARTICLE, "");
            String unusual = request("GET /v1/articles?limit=3&fields=slug", "Accept: application/json;q=0.5");
            connection.write(waiting + hot + unusual + hot + hot + unusual + hot);
            desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
            List<String> tags = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                tags.add(connection.answer(true).tag());
            }
            assertThat(tags.get(0)).isNotIn(kept, tags.get(2));
            assertThat(tags).isEqualTo(List.of(tags.get(0), kept, tags.get(2), kept, kept, tags.get(2), kept));
        }
    }

    @Test
    void manyRequestsAtOnceAreAllAnswered() throws IOException {
        try (Connection connection = new Connection()) {
            String kept = connection.get(ARTICLE, "").tag();
            for (int i = 0; i < 100; i++) {
                connection.send("GET " + ARTICLE, i % 7 == 0 ? "If-None-Match: *" : "");
            }
            for (int i = 0; i < 100; i++) {
                Answer answer = connection.answer(true);
                assertThat(answer.status).isEqualTo(i % 7 == 0 ? 304 : 200);
                assertThat(answer.tag()).isEqualTo(kept);
            }
        }
    }

    @Test
    void whatIsWithdrawnIsGoneFromAConnectionThatIsKnown() throws IOException {
        DeskClient desk = DeskClient.published("Desk: wired");
        try (Connection connection = new Connection()) {
            for (int i = 0; i < 3; i++) {
                assertThat(connection.get("/v1/articles/desk-wired", "").status).isEqualTo(200);
            }
            desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
            assertThat(connection.get("/v1/articles/desk-wired", "").status).isEqualTo(410);
        }
    }

    private long taken() {
        return metrics.find("http.server.requests").tag("uri", "KEPT").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private static String request(String line, String headers) {
        return line + " HTTP/1.1\r\nHost: localhost\r\n" + (headers.isEmpty() ? "" : headers + "\r\n") + "\r\n";
    }

    private record Answer(int status, Map<String, String> headers, String content) {

        String tag() {
            return headers.getOrDefault("etag", "none");
        }

        Map<String, String> lasting() {
            Map<String, String> lasting = new TreeMap<>(headers);
            PASSING.forEach(lasting::remove);
            // A 304 by the long way tells what is left of what it has taken back.
            lasting.remove("ratelimit-policy");
            return lasting;
        }
    }

    /** One connection of HTTP/1.1 that is used again and again. */
    private final class Connection implements AutoCloseable {

        private final Socket socket = new Socket(base.getHost(), base.getPort());
        private final InputStream in = new BufferedInputStream(socket.getInputStream());

        Connection() throws IOException {
            socket.setSoTimeout(60_000);
        }

        Answer get(String path, String headers) throws IOException {
            return ask("GET " + path, headers);
        }

        Answer ask(String request, String headers) throws IOException {
            send(request, headers);
            return answer(!request.startsWith("HEAD"));
        }

        void send(String request, String headers) throws IOException {
            write(request(request, headers));
        }

        void write(String requests) throws IOException {
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
        }

        Answer answer(boolean withContent) throws IOException {
            int status = Integer.parseInt(line().split(" ", 3)[1]);
            Map<String, String> headers = new TreeMap<>();
            for (String line = line(); !line.isEmpty(); line = line()) {
                String[] parts = line.split(": ", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
            }
            int length = withContent ? Integer.parseInt(headers.getOrDefault("content-length", "0")) : 0;
            return new Answer(status, headers, new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        }

        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("The connection has ended");
                }
                line.write(next);
            }
            return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
