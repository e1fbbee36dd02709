package press.gazette.importer.job;

import java.nio.file.Path;

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
}
