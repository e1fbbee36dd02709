package press.gazette.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.Slow;

/** The requests of a warm-up, and the failures that end it. */
@Slow
class FirstReaderTest {

    private static final String ARTICLES = """
            {"items": [{"slug": "one", "tags": [{"slug": "putin"}, {"slug": "averil"}]}, {"slug": "two", "tags": []}]}""";

    private static final String LISTS = """
            {"items": [{"key": "editors-picks"}]}""";

    /** More than one round of all pages. */
    private static final int MANY = 30;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer node;
    private FirstReader reader;

    /** The page with a different status, and that status. */
    private volatile String faulty = "";

    private volatile int fault;

    @BeforeEach
    void listen() throws IOException {
        node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.createContext("/", this::respond);
        node.start();
        reader = new FirstReader(
                URI.create("http://127.0.0.1:" + node.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        node.stop(0);
    }

    @Test
    void newestArticlesTheirTagsAndAllListsAreRequestedCachedAndRendered() throws Exception {
        int responses = reader.readUntil(() -> asked.size() > MANY);

        for (String page : List.of(
                "/",
                "/v1/pages/home",
                "/v1/articles",
                "/feeds/articles.rss",
                "/v1/articles/one",
                "/v1/articles/two",
                "/v1/tags/putin/articles",
                "/v1/tags/averil/articles",
                "/v1/lists/editors-picks")) {
            assertThat(asked).contains(page + " as application/json", page + " as application/json;q=1");
        }
        // Two more requests listed the pages.
        assertThat(responses).isEqualTo(asked.size() - 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void givesUpAfterAFailedResponse(int status) {
        faulty = "/v1/lists/editors-picks";
        fault = status;

        assertThatThrownBy(() -> reader.readUntil(() -> asked.size() > MANY))
                .isInstanceOf(IOException.class)
                .hasMessage("/v1/lists/editors-picks gets " + status);
    }

    @Test
    void missingPagesAreIgnored() throws Exception {
        faulty = "/v1/pages/home";
        fault = 404;

        assertThat(reader.readUntil(() -> asked.size() > MANY)).isPositive();
    }

    @Test
    void closedPortEndsTheWarmUp() {
        node.stop(0);

        assertThatThrownBy(() -> reader.readUntil(() -> false)).isInstanceOf(IOException.class);
    }

    private void respond(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString();
        asked.add(target + " as " + exchange.getRequestHeaders().getFirst("Accept"));
        byte[] content = (target.startsWith("/v1/lists?") ? LISTS : ARTICLES).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(target.equals(faulty) ? fault : 200, content.length);
        try (exchange) {
            exchange.getResponseBody().write(content);
        }
    }
}
