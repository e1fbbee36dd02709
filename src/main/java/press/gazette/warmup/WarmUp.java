package press.gazette.warmup;

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
 * Makes a node request its own pages before its port is open. The first requests to a new process take many times as long as
 * later ones, and a proxy sends a new node its full share at once. The pages that readers open first are cached by then.
 */
@Singleton
final class WarmUp {

    /** After all other observers of the start. */
    private static final int LAST = Integer.MAX_VALUE;

    private static final String HERE = "127.0.0.1";

    private static final int PATIENCE_SECONDS = 5;

    private static final Logger LOG = Logger.getLogger(WarmUp.class);

    private final WarmUpConfig config;
    private final HttpServerOptions counted;
    private final Vertx vertx;
    private final Clock clock;

    /** @param port of the server that opens later; the metrics count these requests as its own */
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
            int responses = reader.readUntil(() -> !clock.instant().isBefore(end));
            LOG.infof("The node is warm; responses=%s", responses);
        } catch (IOException | CompletionException e) {
            LOG.warnf("The node starts without a warm-up; cause=%s", e.getMessage());
        } finally {
            server.close();
        }
    }
}
