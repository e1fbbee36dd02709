package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import press.gazette.newsroom.Keys;

/** An editor's client of a node or a proxy. A missing response is an {@link IOException}: nothing is sent twice. */
record Editor(Endpoint address, @Nullable String key) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A hanging node must fail the test instead of hanging it. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int IN_USE = 409;

    static Editor at(Endpoint address) {
        return new Editor(address, Keys.BOOTSTRAP);
    }

    /** A reader without a key. */
    static Editor anybody(Endpoint address) {
        return new Editor(address, null);
    }

    /** The client number n, at one of the nodes in turn. */
    static Editor of(List<Node> nodes, int number) {
        return at(nodes.get(number % nodes.size()));
    }

    Reply get(String path, String... headers) throws IOException {
        HttpRequest.Builder request = request(path).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Reply post(String path, Object content, String... headers) throws IOException {
        return send("POST", path, "application/json", content, headers);
    }

    /** Sends a file. */
    Reply upload(String path, String type, byte[] file) throws IOException {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(file)));
    }

    /** Repeats a POST while its Idempotency-Key is in use, as the documentation advises. */
    Reply repeat(String path, Object content, String idempotencyKey) {
        AtomicReference<Reply> last = new AtomicReference<>();
        await().atMost(PATIENCE).pollDelay(Duration.ZERO).until(() -> {
            last.set(post(path, content, "Idempotency-Key", idempotencyKey));
            return last.get().status() != IN_USE;
        });
        return last.get();
    }

    Reply put(String path, String ifMatch, Object content) throws IOException {
        return send("PUT", path, "application/json", content, "If-Match", ifMatch);
    }

    Reply patch(String path, String ifMatch, Object content) throws IOException {
        return send("PATCH", path, "application/merge-patch+json", content, "If-Match", ifMatch);
    }

    Reply delete(String path) throws IOException {
        return send(request(path).DELETE());
    }

    /** Creates the tags of {@link ArticleScript} in a new database. */
    void coinTags() throws IOException {
        for (String tag : ArticleScript.TAGS) {
            Reply reply = post("/v1/desk/tags", Map.of("name", tag, "type", "keyword", "state", "active"));
            assertThat(reply.status()).as(reply.content()).isEqualTo(201);
        }
    }

    private Reply send(String method, String path, String type, Object content, String... headers) throws IOException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(content)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.at(path)).timeout(PATIENCE);
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    private static Reply send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a test", e);
        }
    }
}
