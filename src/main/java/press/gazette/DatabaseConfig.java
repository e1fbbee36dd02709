package press.gazette;

import java.util.Optional;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the database. Read by {@link Gazette} before the start and by application.properties. */
@Unremovable // not injected, but its settings must count as known
@ConfigMapping(prefix = "gazette")
interface DatabaseConfig {

    /** The folder of the embedded database; created if it does not exist. */
    @WithDefault("data")
    String data();

    /** The JDBC URL of a PostgreSQL database. Absent: the embedded database. */
    Optional<String> database();

    /** The user for PostgreSQL. Absent: as in the URL. */
    Optional<String> databaseUsername();

    /** The password for PostgreSQL. Absent: as in the URL, or none. */
    Optional<String> databasePassword();
}
