package press.gazette.delivery.stream;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of streams of events. */
@ConfigMapping(prefix = "gazette")
interface StreamConfig {

    /** The most open streams of this node. A further one gets 503. Each is a connection. */
    @WithDefault("2000")
    int streams();

    /** The most open streams of one key. A further one gets 429. */
    @WithDefault("100")
    int streamsPerKey();

    /** The longest life of a stream, less up to a fifth of it at random. Its reader connects again. */
    @WithDefault("15M")
    Duration streamAge();

    /** The time after which a stream without events gets a comment: shorter than the idle time of any proxy that we know. */
    @WithDefault("15S")
    Duration streamHeartbeat();

    /** The most that waits for a slow reader. Beyond it the stream ends; its reader connects again. */
    @WithDefault("64K")
    MemorySize streamBuffer();
}
