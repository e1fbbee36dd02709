package press.gazette.door;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What stands at the door for people. */
@ConfigMapping(prefix = "gazette")
interface DoorConfig {

    /** Whether there is a site for readers at {@code /reader}. */
    @WithDefault("true")
    boolean reader();
}
