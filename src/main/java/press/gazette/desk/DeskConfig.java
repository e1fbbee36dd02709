package press.gazette.desk;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of batches and of the contents of writes. */
@ConfigMapping(prefix = "gazette")
interface DeskConfig {

    /** The maximum number of operations in a batch. */
    @WithDefault("500")
    int batchOperations();

    /**
     * The maximum number of operations with atomic=true, which must all be done before the deadline of one request.
     */
    @WithDefault("200")
    int batchAtomicOperations();

    /**
     * The time that a batch works, from the end of its content on; operations after it are reported as not tried. Three
     * quarters of the write deadline, if that is less. Does not apply to atomic batches.
     */
    @WithDefault("20S")
    Duration batchTime();

    /**
     * The bytes of contents processed at the same time, not counting those of 64 KiB and less. Further requests wait,
     * then get 503. 0 means a 192nd of the heap.
     */
    @WithDefault("0")
    MemorySize contentMemory();
}
