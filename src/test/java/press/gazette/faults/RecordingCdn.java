package press.gazette.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A receiver of invalidations that records them, and rejects as many requests as a test asks for. */
final class RecordingCdn {

    private final Queue<String> groups = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile String request = "";

    HttpServer listen() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
        return server;
    }

    private void take(HttpExchange exchange) throws IOException {
        boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        if (!refused) {
            request = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " Fastly-Key="
                    + exchange.getRequestHeaders().getFirst("Fastly-Key");
            groups.addAll(List.of(
                    exchange.getRequestHeaders().getFirst("Surrogate-Key").split(" ", -1)));
        }
        exchange.sendResponseHeaders(refused ? 503 : 200, -1);
        exchange.close();
    }

    void refuse(int times) {
        refusals.set(times);
    }

    boolean hasReceived(String group) {
        return groups.contains(group);
    }

    String request() {
        return request;
    }
}
