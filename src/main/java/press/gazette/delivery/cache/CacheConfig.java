package press.gazette.delivery.cache;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The bounds on the memory of the cache and on the age of what it gives out. */
@ConfigMapping(prefix = "gazette")
interface CacheConfig {

    /** How much memory rendered answers may take. 0: nothing is kept. */
    @WithDefault("64M")
    MemorySize cacheSize();

    /**
     * How long answers are given out as they are while the ledger cannot be read; after that they are not trusted any more.
     * Nothing is given out past the end of what it shows; but of a withdrawal this node cannot hear.
     */
    @WithDefault("24H")
    Duration serveStale();
}
