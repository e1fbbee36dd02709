package press.gazette.media.storage;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** The place of files. */
@ConfigMapping(prefix = "gazette")
public interface StorageConfig {

    /**
     * The folder of the store, which all nodes share; with a bucket the folder of this node's copies. application.properties has
     * the default.
     */
    Path mediaFolder();

    /** The bucket of the store. Absent: the store is the folder. */
    @WithName("media-s3-bucket")
    Optional<String> bucket();

    /** The object store, such as {@code https://minio.example:9000}. Absent: that of Amazon in the region. */
    @WithName("media-s3-endpoint")
    Optional<URI> endpoint();

    @WithName("media-s3-region")
    @WithDefault("us-east-1")
    String region();

    @WithName("media-s3-access-key")
    Optional<String> accessKey();

    @WithName("media-s3-secret-key")
    Optional<String> secretKey();

    /** True: the bucket is in the path; false: in the host. */
    @WithName("media-s3-path-style")
    @WithDefault("false")
    boolean pathStyle();

    /** The time for one request to the object store with its second attempt, and one second more for each MiB that is sent or read. */
    @WithName("media-s3-deadline")
    @WithDefault("3S")
    Duration s3Deadline();

    /** The disk space for copies of files in the bucket; the least recently used ones are removed. */
    @WithDefault("4G")
    MemorySize mediaCopies();
}
