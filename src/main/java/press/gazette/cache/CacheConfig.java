package press.gazette.cache;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds on the memory of the cache and on the age of stale responses. */
@ConfigMapping(prefix = "gazette")
interface CacheConfig {

    /** The memory for cached responses. 0: no cache. */
    @WithDefault("64M")
    MemorySize cacheSize();

    /**
     * The longest time in which stale responses are served while the ledger cannot be read. Each still ends with the first end of
     * anything that it shows, but withdrawals are unknown to this node.
     */
    @WithDefault("24H")
    Duration serveStale();

    /** The longest wait of a request while an earlier one renders the same response. Then it gets 503. */
    @WithDefault("2S")
    Duration renderDeadline();

    /** The longest wait of a read with Gazette-Seq until this node knows of that change. Then it gets 503. */
    @WithDefault("2S")
    Duration followDeadline();
}
