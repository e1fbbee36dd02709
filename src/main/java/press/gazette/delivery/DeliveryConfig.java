package press.gazette.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How answers leave, and bounds on requests, checked before anything else happens. */
@ConfigMapping(prefix = "gazette")
interface DeliveryConfig {

    /**
     * Where readers reach this server, such as {@code https://api.example.org}: makes links absolute. Absent: links start
     * at the root.
     */
    Optional<URI> publicUrl();

    /** The longest URL that is read, in characters. Longer ones get 414. A batch of 100 ids needs 3,700. */
    @WithDefault("8000")
    int maxUrlLength();

    /** The most that all header names and values together may have, in characters. Larger ones get 431. */
    @WithDefault("16000")
    int maxHeadersSize();

    /**
     * The largest content that is read. Larger ones get 413 before they are read, or as soon as they turn out to be. Eight
     * times the longest story anybody writes.
     */
    @WithDefault("2M")
    MemorySize maxContentSize();

    /** How long a request waits for another one that renders the same answer. Then it gets 503. */
    @WithDefault("2S")
    Duration renderDeadline();

    /** How long a read that demands to know of a change waits for this node to know of it. Then it gets 503. */
    @WithDefault("2S")
    Duration followDeadline();
}
