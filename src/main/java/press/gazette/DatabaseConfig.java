package press.gazette;

import java.util.Optional;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which database. Read by {@link Gazette} before the start and by application.properties. */
@Unremovable // nobody injects it, and yet its settings are known ones
@ConfigMapping(prefix = "gazette")
interface DatabaseConfig {

    /** The folder of the embedded database; made when it is missing. */
    @WithDefault("data")
    String data();

    /** The JDBC URL of a PostgreSQL; absent: the embedded database. */
    Optional<String> database();

    /** Who connects to the PostgreSQL; absent: the URL says. */
    Optional<String> databaseUsername();

    /** The password; absent: the URL says, or none is needed. */
    Optional<String> databasePassword();
}
