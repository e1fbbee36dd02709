package press.gazette.desk;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long repeated requests are known, and how much comes in one. */
@ConfigMapping(prefix = "gazette")
interface DeskConfig {

    /** How long the answer to a request with an Idempotency-Key is kept, from its beginning. */
    @WithDefault("24H")
    Duration idempotencyKept();

    /**
     * How long a request with an Idempotency-Key may work before another one with the same key takes over, because the node
     * that worked on it must be dead. Longer than any write takes.
     */
    @WithDefault("60S")
    Duration idempotencyLease();

    /** How many operations one batch may have. */
    @WithDefault("500")
    int batchOperations();

    /** The same with atomic=true: all of them must be done before the deadline of one request. */
    @WithDefault("200")
    int batchAtomicOperations();

    /**
     * How long a batch that is not atomic works, from the end of its content on; then it tells of the rest as not tried. Three
     * quarters of the write deadline count where that is less.
     */
    @WithDefault("20S")
    Duration batchTime();

    /**
     * How many bytes of contents are worked on at once, those of 64 KiB and less not counted; further ones wait, then they get
     * 503. 0: a 192nd of the heap.
     */
    @WithDefault("0")
    MemorySize contentMemory();
}
