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

/** Those that a server of tests tells of changes: a WebSub hub and a CDN, which behave as badly as a test wants. */
public final class Receivers implements QuarkusTestResourceLifecycleManager {

    /** What a receiver does with a request after it has heard it. */
    public enum Manner {
        ACCEPTS,
        /** Answers 200 and then one byte of a body again and again. */
        DRIPS,
        /** Never answers. */
        HANGS,
        /** Ends the connection. */
        RESETS
    }

    /** One of them. */
    public static final class Receiver {

        /** What it was told and has not refused. */
        public final List<String> heard = new CopyOnWriteArrayList<>();

        /** How many of the next requests it answers with 503. */
        public final AtomicInteger refusals = new AtomicInteger();

        /** How many responses were cut off by the other side while they dripped. */
        public final AtomicInteger cutOff = new AtomicInteger();

        private volatile Manner manner = Manner.ACCEPTS;
        private volatile CountDownLatch changed = new CountDownLatch(1);

        /** Has it behave so from now on; whoever hangs is let go. */
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
                heard.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Surrogate-Key"))
                        .orElseGet(() -> URLDecoder.decode(body, StandardCharsets.UTF_8)));
            }
            try {
                answer(exchange, refused ? 503 : 204, now, until);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
            }
        }

        private void answer(HttpExchange exchange, int status, Manner now, CountDownLatch until)
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
