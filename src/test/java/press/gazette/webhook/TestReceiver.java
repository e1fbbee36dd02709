package press.gazette.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;

/** A receiver of webhooks on this machine, which behaves as a test wants. */
public final class TestReceiver implements AutoCloseable {

    /** A request that it has received. */
    public record Received(long nanos, HttpHeaders headers, String body) {

        public String id() {
            return headers.firstValue("webhook-id").orElseThrow();
        }

        public JsonObject json() {
            return new JsonObject(body);
        }
    }

    /** The response to a request. */
    @FunctionalInterface
    public interface Manner {

        /** Responds; the exchange is closed afterwards. */
        void respond(HttpExchange exchange) throws IOException, InterruptedException;
    }

    /** Accepts the request. */
    public static final Manner ACCEPTS = status(204);

    public final List<Received> received = new CopyOnWriteArrayList<>();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Manner manner;

    public TestReceiver(Manner manner) {
        this.manner = manner;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    /** Responds with a status without a body. */
    public static Manner status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    public void behave(Manner next) {
        manner = next;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hook?key=secret";
    }

    private void take(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(now, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true), body));
        try {
            manner.respond(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
