package press.gazette.media.file;

import java.nio.file.Path;
import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The store of files, and bounds on the files that are sent. */
@ConfigMapping(prefix = "gazette")
public interface MediaConfig {

    /** The folder of the store, which all nodes share; application.properties has the default. */
    Path mediaFolder();

    /** The largest file. A larger one gets 413. */
    @WithDefault("256M")
    MemorySize mediaMaxSize();

    /** The largest picture, in pixels. */
    @WithDefault("50000000")
    int mediaMaxPixels();

    /** The pictures that a node decodes at the same time; fewer on a small heap, one for each 192 MiB. */
    @WithDefault("2")
    int mediaDecodes();

    /** The longest film or sound. */
    @WithDefault("12H")
    Duration mediaMaxDuration();

    /** The files that a node receives at the same time, each on a worker thread. Further ones get 503. */
    @WithDefault("16")
    int mediaUploads();
}
