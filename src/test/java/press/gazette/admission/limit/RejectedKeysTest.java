package press.gazette.admission.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.FewConnections;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.RawHttp;

/** The guessing of keys is bounded even if requests are not, and known keys stay accepted. */
@QuarkusTest
@TestProfile(FewConnections.class)
class RejectedKeysTest {

    private static final String DESK = "/v1/desk/tags?limit=1";

    @TestHTTPResource
    URI server;

    @Test
    void keysBeyondTheQuotaAreNotLookedUp() throws IOException {
        String guesser = "127.0.0.77";
        assertThat(ask(guesser, DESK, Keys.BOOTSTRAP)).startsWith("HTTP/1.1 200");
        for (int i = 0; i < 3; i++) {
            assertThat(ask(guesser, DESK, "made-up-" + i)).startsWith("HTTP/1.1 401");
        }
        assertThat(ask(guesser, DESK, "made-up-again"))
                .startsWith("HTTP/1.1 429")
                .containsPattern("\r\nRetry-After: \\d+\r\n")
                .contains("\"code\":\"too-many-requests\"");
        assertThat(ask(guesser, DESK, Keys.BOOTSTRAP)).startsWith("HTTP/1.1 200");
        assertThat(ask(guesser, "/v1/tags/putin", "made-up-again")).startsWith("HTTP/1.1 429");
        assertThat(ask(guesser, "/v1/tags/putin", Keys.BOOTSTRAP)).startsWith("HTTP/1.1 200");
        assertThat(ask(guesser, "/v1/tags/putin", "")).startsWith("HTTP/1.1 200");
        assertThat(ask("127.0.0.78", DESK, "made-up-again")).startsWith("HTTP/1.1 401");
    }

    @Test
    void keysOfReadersCountToo() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(ask("127.0.0.80", "/v1/tags/putin", "made-up-" + i)).startsWith("HTTP/1.1 401");
        }
        assertThat(ask("127.0.0.80", "/feeds/articles.rss", "made-up-again")).startsWith("HTTP/1.1 429");
        assertThat(ask("127.0.0.80", DESK, "made-up-again")).startsWith("HTTP/1.1 429");
    }

    @Test
    void requestsOfReadersHaveNoQuota() throws IOException {
        assertThat(ask("127.0.0.79", "/v1/tags/putin", "")).doesNotContain("RateLimit:");
    }

    @Test
    void proxyOutsideOfTheSettingsIsLoggedOnce() throws IOException {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(RateLimits.class.getName());
        logger.addHandler(listener);
        try {
            RawHttp.get(server, "/v1/tags/putin", "X-Forwarded-For: 192.0.2.7");
            RawHttp.get(server, "/v1/tags/putin", "X-Forwarded-For: 192.0.2.8");
        } finally {
            logger.removeHandler(listener);
        }
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).contains("gazette.trusted-proxies");
    }

    /** The whole response to a request from an address of the loopback network. */
    private String ask(String address, String target, String key) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort(), InetAddress.getByName(address), 0)) {
            socket.setSoTimeout(60_000);
            String authorization = key.isEmpty() ? "" : "Authorization: Bearer " + key + "\r\n";
            String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + authorization;
            socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
