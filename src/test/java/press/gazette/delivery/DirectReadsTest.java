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

import press.gazette.newsroom.StillClock;

/** The reads that leave REST out say what REST says. */
@QuarkusTest
class DirectReadsTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource("/")
    URI server;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/articles/gas-contract-averil",
                "/v1/articles/01900000-0000-7000-8000-000000000000",
                "/v1/articles/never-written",
                "/v1/lists/editors-picks",
                "/v1/lists/never-made",
                "/v1/pages/home",
                "/v1/pages/never-made"
            })
    void bothWaysSayTheSame(String path) throws Exception {
        StillClock.stop();
        try {
            HttpResponse<String> direct = get(path, false);
            HttpResponse<String> throughRest = get(path, true);
            assertThat(direct.body()).isEqualTo(throughRest.body());
            assertThat(direct.statusCode()).isEqualTo(throughRest.statusCode());
            assertThat(headers(direct)).isEqualTo(headers(throughRest));
        } finally {
            StillClock.go();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/articles/gas-contract-averil", "/v1/pages/home"})
    void aCurrentCopyIsNotSentAgain(String path) throws Exception {
        String tag = get(path, false).headers().firstValue("ETag").orElseThrow();
        HttpRequest again = HttpRequest.newBuilder(server.resolve(path))
                .header("If-None-Match", tag)
                .build();
        assertThat(client.send(again, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(304);
    }

    /** A request that brings content, if only an empty one, is not plain: REST answers it. */
    private HttpResponse<String> get(String path, boolean throughRest) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
        if (throughRest) {
            request.method("GET", BodyPublishers.fromPublisher(BodyPublishers.ofString("")));
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, List<String>> headers(HttpResponse<String> response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(response.headers().map());
        headers.keySet().removeAll(List.of("Trace-Id", "Date", "transfer-encoding", "RateLimit"));
        return headers;
    }
}
