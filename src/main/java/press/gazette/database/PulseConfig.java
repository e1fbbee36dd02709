package press.gazette.database;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How closely the database is watched. */
@ConfigMapping(prefix = "gazette")
interface PulseConfig {

    /** How often each node asks whether the database is there; the most by which it is late to see that it is back. */
    @WithDefault("0.25S")
    Duration databaseCheck();

    /** How long the database may be silent before it counts as away. */
    @WithDefault("1S")
    Duration databasePatience();
}
