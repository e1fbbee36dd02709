package press.gazette.delivery.warmup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Asks the node for what readers ask first, again and again for a while, before its port is open. The first requests to a new
 * process take many times as long as later ones, and a proxy sends a new node its full share at once. What they
 * ask for first is kept by then.
 */
@Singleton
final class WarmUp {

    /** Behind all that has to be there. */
    private static final int LAST = Integer.MAX_VALUE;

    private static final String HERE = "127.0.0.1";

    /** Longer than any answer takes; then it is better to begin as it is. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String NEWEST = "/v1/articles?limit=100";
    private static final String LISTS = "/v1/lists?limit=100";
    private static final List<String> FIRST =
            List.of("/", "/v1/pages/home", "/v1/articles", "/v1/tags", "/feeds/articles.rss", NEWEST, LISTS);

    /** What is kept is given to whoever takes plainly this. */
    private static final String KEPT = "application/json";

    /** The same type, in a form that has to be looked at more closely: the answer is made anew. */
    private static final String ANEW = "application/json;q=1";

    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private static final Logger LOG = Logger.getLogger(WarmUp.class);

    private final WarmUpConfig config;
    private final HttpServerOptions counted;
    private final Vertx vertx;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param port of the server to come, as whose requests the metrics count these ones */
    WarmUp(WarmUpConfig config, Vertx vertx, Clock clock, @ConfigProperty(name = "quarkus.http.port") int port) {
        this.config = config;
        this.counted = new HttpServerOptions().setPort(port);
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes @Priority(LAST) StartupEvent event) throws InterruptedException {
        if (config.warmUp().isZero()) {
            return;
        }
        HttpServer server = vertx.createHttpServer(counted).requestHandler(VertxHttpRecorder.getRootHandler());
        try {
            server.listen(0, HERE).toCompletionStage().toCompletableFuture().join();
            int answers = ask(URI.create("http://" + HERE + ":" + server.actualPort()));
            LOG.infof("The node is warm; answers=%s", answers);
        } catch (IOException e) {
            LOG.warnf("The node begins without being warm; cause=%s", e.getMessage());
        } finally {
            server.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    /** One after the other, so that the compiler has a core for itself. */
    private int ask(URI node) throws IOException, InterruptedException {
        Instant end = clock.instant().plus(config.warmUp());
        List<String> pages = pages(node);
        int answers = 0;
        while (true) {
            for (String page : pages) {
                answer(node.resolve(page), KEPT);
                answer(node.resolve(page), ANEW);
                answers += 2;
                if (!clock.instant().isBefore(end)) {
                    return answers;
                }
            }
        }
    }

    /** The addresses that readers come to first: the newest articles, their tags' pages, all lists. */
    private List<String> pages(URI node) throws IOException, InterruptedException {
        Set<String> pages = new LinkedHashSet<>(FIRST);
        for (Object item : items(node.resolve(NEWEST))) {
            JsonObject article = (JsonObject) item;
            pages.add("/v1/articles/" + article.getString("slug"));
            for (Object tag : article.getJsonArray("tags")) {
                pages.add("/v1/tags/" + ((JsonObject) tag).getString("slug") + "/articles");
            }
        }
        for (Object list : items(node.resolve(LISTS))) {
            pages.add("/v1/lists/" + ((JsonObject) list).getString("key"));
        }
        return List.copyOf(pages);
    }

    private JsonArray items(URI listing) throws IOException, InterruptedException {
        return new JsonObject(answer(listing, KEPT)).getJsonArray("items");
    }

    private String answer(URI address, String accepted) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", accepted)
                .timeout(PATIENCE)
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == TOO_MANY || answer.statusCode() >= SERVER_ERROR) {
            throw new IOException("status " + answer.statusCode() + " of " + address.getPath());
        }
        return answer.body();
    }
}
