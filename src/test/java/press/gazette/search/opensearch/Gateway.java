package press.gazette.search.opensearch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import press.gazette.search.opensearch.cluster.Cluster;
import press.gazette.search.opensearch.cluster.Clusters;

/** A gateway before a real OpenSearch, which refuses, changes or delays chosen requests. */
final class Gateway implements AutoCloseable {

    /** @param path with its query */
    record Request(String method, String path, String content) {

        boolean isBulkOf(ClusterGeneration generation) {
            return path.startsWith("/" + ClusterGeneration.writeAlias(generation.name()) + "/_bulk");
        }

        Request with(String other) {
            return new Request(method, path, other);
        }
    }

    record Reply(int status, String content) {}

    /** The way of a request through the gateway. */
    interface Rule {

        /**
         * Replies in the place of OpenSearch.
         *
         * @param real passes a request on to it
         */
        Reply reply(Request request, Real real) throws Exception;
    }

    interface Real {

        Reply reply(Request request) throws Exception;
    }

    private final URI url;
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService executor = Executors.newCachedThreadPool();

    private volatile Rule rule = (request, real) -> real.reply(request);

    /** @param url of OpenSearch */
    Gateway(URI url) throws IOException {
        this.url = url;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(executor);
        server.start();
    }

    /** OpenSearch behind this gateway. */
    Cluster cluster() {
        return Clusters.at(URI.create("http://localhost:" + server.getAddress().getPort()));
    }

    void follow(Rule next) {
        rule = next;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String content = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Request request = new Request(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), content);
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        Reply reply;
        try {
            reply = rule.reply(request, each -> passedOn(each, type));
        } catch (Exception | AssertionError e) {
            reply = new Reply(500, "{\"error\":{\"type\":\"" + e.getClass().getName() + "\"}}");
        }
        byte[] bytes = reply.content().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Reply passedOn(Request request, String type) throws IOException, InterruptedException {
        HttpRequest.Builder passed = HttpRequest.newBuilder(URI.create(url + request.path()))
                .method(
                        request.method(),
                        request.content().isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(request.content()));
        if (type != null) {
            passed.header("Content-Type", type);
        }
        HttpResponse<String> response = http.send(passed.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.body());
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
