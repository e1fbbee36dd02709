package press.gazette.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How answers leave. */
@ConfigMapping(prefix = "gazette")
interface DeliveryConfig {

    /**
     * Where readers reach this server, such as {@code https://api.example.org}: makes links absolute. Absent: links start
     * at the root.
     */
    Optional<URI> publicUrl();

    /** Whether there is a site for readers at {@code /reader}. */
    @WithDefault("true")
    boolean reader();

    /** How long a request waits for another one that renders the same answer. Then it gets 503. */
    @WithDefault("2S")
    Duration renderDeadline();

    /** How long a read that demands to know of a change waits for this node to know of it. Then it gets 503. */
    @WithDefault("2S")
    Duration followDeadline();
}
