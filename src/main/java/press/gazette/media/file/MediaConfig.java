package press.gazette.media.file;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds on the files that are sent. */
@ConfigMapping(prefix = "gazette")
public interface MediaConfig {

    /** The largest file. A larger one gets 413. */
    @WithDefault("256M")
    MemorySize mediaMaxSize();

    /** True: SVG is accepted. */
    @WithDefault("false")
    boolean mediaSvg();

    /** The largest SVG. It is read as text when it arrives, and by each browser that shows it. */
    @WithDefault("1M")
    MemorySize mediaMaxSvgSize();

    /** The largest picture, in pixels. */
    @WithDefault("50000000")
    int mediaMaxPixels();

    /**
     * The largest progressive JPEG, in pixels. Its decoder holds the whole picture outside the heap, with up to six bytes for each
     * pixel; other pictures are decoded line by line.
     */
    @WithDefault("25000000")
    int mediaMaxProgressivePixels();

    /** The most scans of a progressive JPEG, each of which costs a pass over the picture. Programs write about ten. */
    @WithDefault("64")
    int mediaMaxScans();

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
