package press.gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.PausedServer;

/** Direct reads have the same responses as reads through REST. */
@QuarkusTest
class DirectReadsTest {

    /** The headers of conditional and negotiated requests, each sent alone. */
    private static final Map<String, String> HEADERS = Map.of(
            "Accept", "application/json",
            "Accept-Encoding", "gzip",
            "If-None-Match", "*",
            "If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT");

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource("/")
    URI server;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/articles/" + Newsroom.GAS_CONTRACT,
                "/v1/articles/01900000-0000-7000-8000-000000000000",
                "/v1/articles/never-written",
                "/v1/articles/" + Newsroom.WITHDRAWN_STORY,
                "/v1/lists/editors-picks",
                "/v1/lists/never-made",
                "/v1/pages/home",
                "/v1/pages/never-made"
            })
    void directReadEqualsTheReadThroughRest(String path) throws Exception {
        PausedServer.stop();
        PausedServer.awaitSettledDates();
        try {
            for (Map.Entry<String, String> header : HEADERS.entrySet()) {
                HttpResponse<byte[]> direct = get(path, false, header);
                HttpResponse<byte[]> throughRest = get(path, true, header);
                assertThat(direct.body()).as(path + ", " + header).isEqualTo(throughRest.body());
                assertThat(direct.statusCode()).isEqualTo(throughRest.statusCode());
                assertThat(headers(direct)).isEqualTo(headers(throughRest));
            }
        } finally {
            PausedServer.go();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/articles/" + Newsroom.GAS_CONTRACT, "/v1/pages/home"})
    void currentCopyGets304(String path) throws Exception {
        String tag = get(path, false, Map.entry("Accept", "*/*"))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        HttpRequest again = HttpRequest.newBuilder(server.resolve(path))
                .header("If-None-Match", tag)
                .build();
        assertThat(client.send(again, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(304);
    }

    /** A request with content, even an empty one, is not plain: REST handles it. */
    private HttpResponse<byte[]> get(String path, boolean throughRest, Map.Entry<String, String> header)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).header(header.getKey(), header.getValue());
        if (throughRest) {
            request.method("GET", BodyPublishers.fromPublisher(BodyPublishers.ofString("")));
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Map<String, List<String>> headers(HttpResponse<byte[]> response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(response.headers().map());
        headers.keySet().removeAll(List.of("Trace-Id", "Date", "transfer-encoding", "RateLimit"));
        return headers;
    }
}
