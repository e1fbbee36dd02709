package press.gazette.importer.job;

import java.nio.file.Path;
import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Files that are imported. */
@ConfigMapping(prefix = "gazette")
interface ImportConfig {

    /** The folder in which this node keeps a file until its import has ended. */
    Path importFolder();

    /** The largest file. */
    @WithDefault("4G")
    MemorySize importMaxSize();

    /** The time that an import waits for its next file; then it is stopped. */
    @WithDefault("24H")
    Duration importPatience();

    /** The most files of one import. */
    @WithDefault("50")
    int importMaxFiles();
}
