package press.gazette.exporter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of exports. */
@ConfigMapping(prefix = "gazette")
interface ExportConfig {

    /** The exports that a node writes at once: each has a connection to the database until the client has read it. */
    @WithDefault("2")
    int exportsAtOnce();
}
