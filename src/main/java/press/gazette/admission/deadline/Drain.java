package press.gazette.admission.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.stage.Stage;
import press.gazette.response.NoResponse;

/**
 * Drains a node that is about to stop. The server closes each connection after its next response, and readiness is down; but a
 * proxy that does not check readiness sends requests until the port is closed, and loses a write that is under way just then. So
 * in the last part of the time, connections that bring a read are closed without a response, as by a closed port: the proxy
 * retries the read at another node and stops using this one. Writes are accepted to the end.
 */
@Singleton
final class Drain {

    /** The last quarter of the time. */
    private static final int PART = 4;

    private static final Logger LOG = Logger.getLogger(Drain.class);

    private final DrainConfig config;
    private final Clock clock;
    private @Nullable Router router;

    Drain(DrainConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        this.router = router;
    }

    /** Adds the route only now, so that no request passes it before. */
    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        Duration drain = config.drain();
        Instant from = clock.instant().plus(drain.minus(drain.dividedBy(PART)));
        LOG.infof("The node is about to stop and accepts requests until then; drain=%s", drain);
        if (router != null) {
            Stage.DRAIN.route(router).handler(context -> {
                if (isRead(context) && !clock.instant().isBefore(from)) {
                    NoResponse.to(context.request());
                } else {
                    context.next();
                }
            });
        }
    }

    private static boolean isRead(RoutingContext context) {
        HttpMethod method = context.request().method();
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }
}
