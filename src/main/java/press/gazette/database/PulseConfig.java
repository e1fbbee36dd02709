package press.gazette.database;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How closely the database is watched. */
@ConfigMapping(prefix = "gazette")
interface PulseConfig {

    /**
     * How often each node looks at a PostgreSQL: whether it is there, what time it is there, what other nodes have changed
     * and planned. The most by which it is late to see that, where no notification has told it. The embedded database is not
     * looked at.
     */
    @WithDefault("0.25S")
    Duration databaseCheck();

    /** How long the database may be silent before it counts as away. */
    @WithDefault("1S")
    Duration databasePatience();
}
