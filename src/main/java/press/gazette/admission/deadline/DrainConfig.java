package press.gazette.admission.deadline;

import java.time.Duration;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of a stopping node. application.properties passes them on to the HTTP server. */
@Unremovable
@ConfigMapping(prefix = "gazette")
interface DrainConfig {

    /**
     * The time in which a stopping node still accepts requests, so that proxies notice: it is not ready, and closes each
     * connection after the next response.
     */
    @WithDefault("4S")
    Duration drain();

    /** The longest wait for requests that are under way after that. */
    @WithDefault("30S")
    Duration drainTimeout();
}
