package press.gazette.desk.changes;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the changes at the desk. */
@ConfigMapping(prefix = "gazette")
interface DeskChangesConfig {

    /** The time for which changes at the desk are kept. A screen that has not followed them for longer is read anew. */
    @WithDefault("7D")
    Duration deskChangesRetention();
}
