package press.gazette.media;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How pictures are watched. */
@ConfigMapping(prefix = "gazette")
interface MediaConfig {

    /** How often each node looks for pictures whose rights have ended, to tell the ledger; no answer waits for that. */
    @WithDefault("0.5S")
    Duration rightsCheck();
}
