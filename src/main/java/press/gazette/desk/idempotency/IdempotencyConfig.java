package press.gazette.desk.idempotency;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Lifetimes of idempotency keys and of their claims. */
@ConfigMapping(prefix = "gazette")
interface IdempotencyConfig {

    /**
     * The time for which the response to a request with an Idempotency-Key is stored, from the start of the request.
     */
    @WithDefault("24H")
    Duration idempotencyKept();

    /**
     * The time after which another request with the same Idempotency-Key takes over, since the node of the first one
     * must be dead. Longer than any write takes.
     */
    @WithDefault("60S")
    Duration idempotencyLease();
}
