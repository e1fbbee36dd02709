package press.gazette.sending;

import java.time.Duration;

import jakarta.inject.Singleton;

import io.vertx.core.Vertx;

/** Makes clients for requests that users ask for. */
@Singleton
public class GuardedClients {

    private final Vertx vertx;

    GuardedClients(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * A client whose requests go to permitted targets only.
     *
     * @param deadline for each exchange, from the look-up of the host to the head of the response
     */
    public GuardedClient of(TargetPolicy targets, Duration deadline) {
        return new GuardedClient(vertx, targets, deadline);
    }
}
