package press.gazette.database;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the database check. */
@ConfigMapping(prefix = "gazette")
interface PulseConfig {

    /**
     * The interval at which each node polls PostgreSQL for its state, its time, and the changes and planned work of
     * other nodes: the maximum delay if a notification is lost. The embedded database is not polled.
     */
    @WithDefault("0.5S")
    Duration databaseCheck();

    /** The database counts as lost after this time without a response. */
    @WithDefault("1S")
    Duration databasePatience();
}
