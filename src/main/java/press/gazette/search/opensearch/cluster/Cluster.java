package press.gazette.search.opensearch.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import press.gazette.json.Json;
import press.gazette.sending.BoundedClient;
import press.gazette.sending.Response;

/** Sends requests to OpenSearch. It connects with the first one, never in the start. */
@Singleton
public final class Cluster {

    /** Writes and administration; a bulk of a hundred long articles on a busy cluster takes seconds. */
    public static final Duration WRITING = Duration.ofSeconds(30);

    /** A page of a hundred hits with facets is below 100 KB. */
    private static final int MOST_BYTES = 8 << 20;

    private static final int CLIENT_ERRORS = 400;

    /** Searches of this node at once: slow ones must not take the threads of all other reads. */
    private static final int MOST_SEARCHES = 8;

    /** The longest wait for one of them to end; a search takes some ten milliseconds. */
    private static final Duration LINE = Duration.ofMillis(100);

    /** OpenSearch gives a search up after this share of the wait for it, so that it says so itself. */
    private static final double OWN_SHARE = 0.8;

    /** Version 2.19 is the first one that these requests have been tried with. */
    private static final int LEAST_MAJOR = 2;

    private static final int LEAST_MINOR = 19;

    private final OpenSearchConfig config;
    private final Circuit circuit = new Circuit();
    private final Semaphore searches = new Semaphore(MOST_SEARCHES);

    private volatile @Nullable HttpClient http;

    Cluster(OpenSearchConfig config) {
        this.config = config;
    }

    /** True while searches are rejected at once. */
    public boolean isOpenCircuit() {
        return circuit.isOpen();
    }

    /** Sends a request of the indexer; the content is an object, or null. */
    public ClusterResponse send(String method, String path, @Nullable Map<String, ?> content) throws ClusterFailure {
        return exchange(method, path, content == null ? null : Json.bytes(content), "application/json", WRITING);
    }

    /** Sends lines of JSON. */
    public ClusterResponse sendLines(String path, byte[] lines) throws ClusterFailure {
        return exchange("POST", path, lines, "application/x-ndjson", WRITING);
    }

    /**
     * Sends a search.
     *
     * @param deadline by {@link System#nanoTime}; the setting may end the wait before
     */
    public ClusterResponse search(String path, Map<String, ?> query, long deadline) throws ClusterFailure {
        Duration patience = patience(deadline);
        ClusterResponse found =
                exchange("POST", path, Json.bytes(bounded(query, patience)), "application/json", patience);
        checkComplete(found);
        return found;
    }

    /** Sends several searches of one index in one request; the responses are in their order. */
    public List<ClusterResponse> searchAll(String index, List<Map<String, ?>> queries, long deadline)
            throws ClusterFailure {
        Duration patience = patience(deadline);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Map<String, ?> query : queries) {
            lines.writeBytes("{}\n".getBytes(StandardCharsets.UTF_8));
            lines.writeBytes(Json.bytes(bounded(query, patience)));
            lines.write('\n');
        }
        List<ClusterResponse> all = exchange(
                        "POST", "/" + index + "/_msearch", lines.toByteArray(), "application/x-ndjson", patience)
                .at("responses")
                .list();
        for (ClusterResponse each : all) {
            if (each.at("error").isPresent()) {
                throw ClusterFailure.of(
                        (int) each.at("status").number(),
                        each.at("error", "type").text());
            }
            checkComplete(each);
        }
        return all;
    }

    private static void checkComplete(ClusterResponse found) throws ClusterFailure {
        if (found.at("timed_out").isTrue()) {
            throw new ClusterFailure(ClusterFailure.Kind.SLOW, "OpenSearch has not searched the whole index in time");
        }
        if (found.at("_shards", "failed").number() > 0) {
            throw new ClusterFailure(ClusterFailure.Kind.AWAY, "OpenSearch has searched a part of the index only");
        }
    }

    /** All searches of one proposal. */
    @FunctionalInterface
    public interface Searches<T> {

        T run() throws IOException;
    }

    /** Makes a proposal, which succeeds or fails as a whole; rejects it at once after several failures in a row. */
    public <T> T propose(Searches<T> proposal) throws IOException {
        if (!circuit.permits(System.nanoTime())) {
            throw new ClusterFailure(ClusterFailure.Kind.AWAY, "OpenSearch has failed several times in a row");
        }
        if (!hasPlace()) {
            throw new ClusterFailure(ClusterFailure.Kind.SLOW, "This node has too many searches under way");
        }
        try {
            T made = proposal.run();
            circuit.succeeded();
            return made;
        } catch (ClusterFailure e) {
            if (e.kind() == ClusterFailure.Kind.AWAY) {
                circuit.failed(System.nanoTime());
            }
            throw e;
        } finally {
            searches.release();
        }
    }

    private boolean hasPlace() {
        try {
            return searches.tryAcquire(LINE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Duration patience(long deadline) throws ClusterFailure {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (left.toMillis() < 1) {
            throw new ClusterFailure(ClusterFailure.Kind.SLOW, "The time of the question is over");
        }
        return left.compareTo(config.deadline()) < 0 ? left : config.deadline();
    }

    private static Map<String, Object> bounded(Map<String, ?> query, Duration patience) {
        Map<String, Object> bounded = new LinkedHashMap<>(query);
        bounded.put("timeout", Math.max(1, (long) (patience.toMillis() * OWN_SHARE)) + "ms");
        return bounded;
    }

    private ClusterResponse exchange(
            String method, String path, byte @Nullable [] content, String type, Duration patience)
            throws ClusterFailure {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .header("Accept", "application/json")
                .method(
                        method,
                        content == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(content));
        if (content != null) {
            request.header("Content-Type", type);
        }
        config.user()
                .ifPresent(user -> request.header(
                        "Authorization", basic(user, config.password().orElse(""))));
        return read(responded(request, patience));
    }

    private Response responded(HttpRequest.Builder request, Duration patience) throws ClusterFailure {
        try {
            return new BoundedClient(http(), patience)
                    .response(request, MOST_BYTES)
                    .get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ClusterFailure(ClusterFailure.Kind.AWAY, "OpenSearch does not respond: " + cause, cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterFailure(ClusterFailure.Kind.AWAY, "The process stops", e);
        }
    }

    private static ClusterResponse read(Response response) throws ClusterFailure {
        ClusterResponse found;
        try {
            found = new ClusterResponse(
                    Json.object(new ByteArrayInputStream(response.text().getBytes(StandardCharsets.UTF_8))));
        } catch (IOException e) {
            // A proxy in front of the cluster responds with a page of its own.
            found = new ClusterResponse(null);
        }
        if (response.status() >= CLIENT_ERRORS) {
            throw ClusterFailure.of(response.status(), found.at("error", "type").text());
        }
        if (!found.isPresent()) {
            throw new ClusterFailure(ClusterFailure.Kind.OTHER, "The response is not of OpenSearch");
        }
        return found;
    }

    /** Checks that it is OpenSearch, in a version that can be used. */
    public void checkVersion() throws ClusterFailure {
        ClusterResponse found = send("GET", "/", null);
        String version = found.at("version", "number").text();
        String[] parts = version.split("\\.", -1);
        boolean isNumber = parts.length > 1 && parts[0].matches("\\d{1,4}") && parts[1].matches("\\d{1,4}");
        int major = isNumber ? Integer.parseInt(parts[0]) : 0;
        if (!found.at("version", "distribution").text().equals("opensearch")
                || major < LEAST_MAJOR
                || (major == LEAST_MAJOR && Integer.parseInt(parts[1]) < LEAST_MINOR)) {
            throw new ClusterFailure(
                    ClusterFailure.Kind.OTHER,
                    "OpenSearch 2.19 or later is needed; the server is "
                            + found.at("version", "distribution").text() + " " + version);
        }
    }

    private URI address(String path) throws ClusterFailure {
        URI url = config.url()
                .orElseThrow(() ->
                        new ClusterFailure(ClusterFailure.Kind.REFUSED, "gazette.search.opensearch.url is not set"));
        if (url.getUserInfo() != null || url.getHost() == null) {
            throw new ClusterFailure(
                    ClusterFailure.Kind.REFUSED,
                    "gazette.search.opensearch.url is an address without credentials, which have settings of their own");
        }
        String base = url.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private HttpClient http() throws ClusterFailure {
        HttpClient known = http;
        if (known == null) {
            synchronized (circuit) {
                known = http;
                if (known == null) {
                    known = connected();
                    http = known;
                }
            }
        }
        return known;
    }

    private HttpClient connected() throws ClusterFailure {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.deadline())
                .followRedirects(HttpClient.Redirect.NEVER);
        if (config.certificates().isPresent()) {
            builder.sslContext(Certificates.trusting(config.certificates().get()));
        }
        return builder.build();
    }
}
