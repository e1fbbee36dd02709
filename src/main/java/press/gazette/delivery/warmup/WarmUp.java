package press.gazette.delivery.warmup;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes a node ask itself for a while before its port is open. The first requests to a new process take many times as long as
 * later ones, and a proxy sends a new node its full share at once. What readers come to first is kept by then.
 */
@Singleton
final class WarmUp {

    /** Behind all that has to be there. */
    private static final int LAST = Integer.MAX_VALUE;

    private static final String HERE = "127.0.0.1";

    private static final int PATIENCE_SECONDS = 5;

    private static final Logger LOG = Logger.getLogger(WarmUp.class);

    private final WarmUpConfig config;
    private final HttpServerOptions counted;
    private final Vertx vertx;
    private final Clock clock;

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
        Instant end = clock.instant().plus(config.warmUp());
        HttpServer server = vertx.createHttpServer(counted).requestHandler(VertxHttpRecorder.getRootHandler());
        try {
            server.listen(0, HERE)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
            FirstReader reader = new FirstReader(URI.create("http://" + HERE + ":" + server.actualPort()));
            int answers = reader.readUntil(() -> !clock.instant().isBefore(end));
            LOG.infof("The node is warm; answers=%s", answers);
        } catch (IOException | CompletionException e) {
            LOG.warnf("The node begins without being warm; cause=%s", e.getMessage());
        } finally {
            server.close();
        }
    }
}
