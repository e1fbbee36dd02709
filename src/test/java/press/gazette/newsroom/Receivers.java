package press.gazette.newsroom;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.jspecify.annotations.Nullable;

/** The receivers of a test server's notifications: a WebSub hub and a CDN, which fail in the ways that a test sets. */
public final class Receivers implements QuarkusTestResourceLifecycleManager {

    /** The behaviour of a receiver after it has read a request. */
    public enum Manner {
        ACCEPTS,
        /** Responds with 200 and then sends one byte of a body again and again. */
        DRIPS,
        /** Never responds. */
        HANGS,
        /** Closes the connection. */
        RESETS
    }

    /** A receiver. */
    public static final class Receiver {

        /** The requests that it has received and not rejected. */
        public final List<String> received = new CopyOnWriteArrayList<>();

        /** The number of further requests that it rejects with 503. */
        public final AtomicInteger refusals = new AtomicInteger();

        /** The number of its slow responses that the other side has cut off. */
        public final AtomicInteger cutOff = new AtomicInteger();

        private volatile Manner manner = Manner.ACCEPTS;
        private volatile CountDownLatch changed = new CountDownLatch(1);

        /** Sets its behaviour. Hanging requests are ended. */
        public void behave(Manner next) {
            CountDownLatch before = changed;
            changed = new CountDownLatch(1);
            manner = next;
            before.countDown();
        }

        private void take(HttpExchange exchange) throws IOException {
            boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            CountDownLatch until = changed;
            Manner now = manner;
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!refused) {
                received.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Surrogate-Key"))
                        .orElseGet(() -> URLDecoder.decode(body, StandardCharsets.UTF_8)));
            }
            try {
                respond(exchange, refused ? 503 : 204, now, until);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
            }
        }

        private void respond(HttpExchange exchange, int status, Manner now, CountDownLatch until)
                throws IOException, InterruptedException {
            switch (now) {
                case ACCEPTS -> exchange.sendResponseHeaders(status, -1);
                case DRIPS -> drip(exchange, until);
                case HANGS -> until.await();
                case RESETS -> {}
            }
        }

        private void drip(HttpExchange exchange, CountDownLatch until) throws InterruptedException {
            try {
                exchange.sendResponseHeaders(200, 0);
                OutputStream body = exchange.getResponseBody();
                do {
                    body.write('.');
                    body.flush();
                } while (!until.await(50, TimeUnit.MILLISECONDS));
            } catch (IOException e) {
                cutOff.incrementAndGet();
            }
        }
    }

    public static final Receiver HUB = new Receiver();
    public static final Receiver CDN = new Receiver();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        HttpServer started;
        try {
            started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        started.createContext("/hub", HUB::take);
        started.createContext("/cdn", CDN::take);
        started.setExecutor(threads);
        started.start();
        server = started;
        String here = "http://127.0.0.1:" + started.getAddress().getPort();
        return Map.of("gazette.websub-hub", here + "/hub", "gazette.purge-cdn", here + "/cdn");
    }

    @Override
    public void stop() {
        HUB.behave(Manner.ACCEPTS);
        CDN.behave(Manner.ACCEPTS);
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }
}
