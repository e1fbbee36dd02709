package press.gazette.delivery.deadline;

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

/**
 * A node that is about to stop. The server ends connections with their answers and readiness says no; a proxy that does not
 * ask for readiness goes on sending requests until the port is closed, and loses a write that is under way just then. So in
 * the last part of the time reads are turned away without an answer, like by a closed port: the proxy repeats them
 * elsewhere, as it may with reads, and sends nothing here any more. Writes are taken to the end.
 */
@Singleton
final class Drain {

    /** Before anything is answered. */
    private static final int FIRST = Integer.MIN_VALUE;

    /** The last quarter. */
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

    /** Only now, since no request shall have to pass it before. */
    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        Duration drain = config.drain();
        Instant from = clock.instant().plus(drain.minus(drain.dividedBy(PART)));
        LOG.infof("The node is about to stop and takes requests for a while; drain=%s", drain);
        if (router != null) {
            router.route().order(FIRST).handler(context -> {
                if (isRead(context) && !clock.instant().isBefore(from)) {
                    context.request().connection().close();
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
