package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import press.gazette.newsroom.Newsroom;

/** A node that sends traces to a collector. */
class TracesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HOT = "/v1/articles/" + Newsroom.GAS_CONTRACT;
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    /** The bytes sent to the collector; names, ids and values appear in them unencoded. */
    private static final Queue<String> SENT = new ConcurrentLinkedQueue<>();

    private static HttpServer collector;
    private static EmbeddedFile database;
    private static Node node;

    @BeforeAll
    static void start() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            SENT.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        database = new EmbeddedFile();
        node = NODES.start(
                        1,
                        database,
                        "-Dgazette.sample-newsroom=true",
                        "-Dgazette.traces=http://localhost:"
                                + collector.getAddress().getPort(),
                        "-Dquarkus.otel.exporter.otlp.compression=none",
                        "-Dquarkus.otel.bsp.schedule.delay=0.1S")
                .get(0);
    }

    @AfterAll
    static void stop() throws IOException {
        NODES.killAll();
        database.close();
        collector.stop(0);
    }

    @Test
    void requestHasATraceWithItsStatements() throws IOException {
        Reply reply = Editor.anybody(node).get(HOT);
        awaitSpan(hex(reply.header("Trace-Id")), "/v1/articles");
        awaitSpan("select", "from article");
    }

    @Test
    void requestContinuesTheTraceOfItsCaller() throws IOException {
        Reply reply = Editor.anybody(node).get(HOT, "traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");
        assertThat(reply.header("Trace-Id")).isEqualTo(TRACE);
        awaitSpan(hex(TRACE), "/v1/articles");
    }

    /** Includes cached responses, which bypass the HTTP server. */
    @Test
    void everyRequestOfAConnectionIsTraced() throws IOException {
        for (int i = 0; i < 3; i++) {
            Reply reply = Editor.anybody(node).get(HOT);
            awaitSpan(hex(reply.header("Trace-Id")), "/v1/articles");
        }
    }

    private static void awaitSpan(String... parts) {
        await().atMost(PATIENCE)
                .until(() -> SENT.stream().anyMatch(sent -> {
                    for (String part : parts) {
                        if (!sent.contains(part)) {
                            return false;
                        }
                    }
                    return true;
                }));
    }

    /** The bytes of hexadecimal digits. */
    private static String hex(String digits) {
        return new String(HexFormat.of().parseHex(digits), StandardCharsets.ISO_8859_1);
    }
}
