package press.gazette.admission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.RawHttp;

/** Clients cannot invent time series. */
@QuarkusTest
class RequestLabelsTest {

    private static final int REQUESTS = 10_000;
    private static final int AT_ONCE = 100;

    /** Invented requests, each with a number in it. */
    private static final List<String> INVENTED = List.of(
            "MADE-UP-%d /v1/articles",
            "GET /made-up//%d",
            "GET /made-up-%d/../v1",
            "GET /v1/articles/made-up;x=%d",
            "GET /v1/{made-up-%d}",
            "GET /v1/desk/made-up/%d",
            "DELETE /newsroom/made-up-%d",
            "POST /v1/articles/made-up-%d",
            "PATCH /v1/desk/keys/made-up-%d/x",
            "OPTIONS /made-up-%d",
            "OPTIONS /v1/desk/keys/made-up-%d");

    /** Headers that make an OPTIONS a preflight and are ignored in other requests. */
    private static final String HEADERS =
            " HTTP/1.1\r\nHost: localhost\r\nOrigin: https://example.org\r\nAccess-Control-Request-Method: GET\r\n";

    @TestHTTPResource("/")
    URI server;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void inventedMethodsAndPathsShareOneLabel() throws IOException {
        given().get("/v1/articles/" + Newsroom.GAS_CONTRACT).then().statusCode(200);
        for (int sent = 0; sent < REQUESTS; sent += AT_ONCE) {
            StringBuilder requests = new StringBuilder();
            for (int i = sent; i < sent + AT_ONCE; i++) {
                requests.append(INVENTED.get(i % INVENTED.size()).formatted(i)).append(HEADERS);
                requests.append(i < sent + AT_ONCE - 1 ? "\r\n" : "Connection: close\r\n\r\n");
            }
            assertThat(RawHttp.exchange(server, requests.toString()).split("HTTP/1\\.1 [24]\\d\\d ", -1))
                    .hasSize(AT_ONCE + 1);
        }
        RawHttp.exchange(management, "MADE-UP-1 /made-up-1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        String scraped = given().get(metrics).then().statusCode(200).extract().asString();
        Set<String> series = scraped.lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count"))
                .collect(Collectors.toSet());
        assertThat(series).as(scraped).isNotEmpty();
        assertThat(series).noneMatch(line -> line.contains("made-up") || line.contains("MADE-UP"));
        assertThat(series).anyMatch(line -> line.contains("uri=\"/v1/articles/{ref}\""));
        assertThat(series).anyMatch(line -> line.contains("method=\"OTHER\""));
        assertThat(series).anyMatch(line -> line.contains("uri=\"OTHER\""));
    }
}
