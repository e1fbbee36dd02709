package press.gazette.delivery.deadline;

import java.time.Duration;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How a node stops. Read by application.properties too, which hands it on to the HTTP server. */
@Unremovable
@ConfigMapping(prefix = "gazette")
interface DrainConfig {

    /**
     * How long a node that is told to stop goes on taking requests, so that proxies find out: it says that it is not ready,
     * and ends each connection with its next answer.
     */
    @WithDefault("4S")
    Duration drain();

    /** How long it then waits for requests that are still under way. */
    @WithDefault("30S")
    Duration drainTimeout();
}
