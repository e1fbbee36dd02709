package press.gazette;

import java.nio.file.Path;
import java.util.Optional;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Starts the server, once it is clear that this build can serve the database it was given. */
@QuarkusMain
public final class Gazette {

    private static final int MISCONFIGURED = 78;

    private Gazette() {}

    public static void main(String[] arguments) {
        Config config = ConfigProvider.getConfig();
        String database =
                config.getOptionalValue("gazette.database", String.class).orElse("");
        String builtFor = config.getValue("quarkus.datasource.db-kind", String.class);
        String complaint = mismatch(database, builtFor);
        if (complaint != null) {
            System.err.println(complaint);
            System.exit(MISCONFIGURED);
        }
        System.setProperty("internal.jdbc-url", database.isEmpty() ? embedded(config) : database);
        Quarkus.run(arguments);
    }

    /** Why this build cannot serve that database, in one line; absent: it can. */
    static @Nullable String mismatch(String database, String builtFor) {
        boolean postgresql = database.startsWith("jdbc:postgresql:");
        if (!database.isEmpty() && !postgresql) {
            return "gazette.database is empty for the embedded database or begins with jdbc:postgresql: for PostgreSQL.";
        }
        if (postgresql && !builtFor.equals("postgresql")) {
            return "gazette.database names a PostgreSQL: start target/quarkus-app-postgresql/quarkus-run.jar instead, or bin/gazette, which chooses.";
        }
        if (!postgresql && builtFor.equals("postgresql")) {
            return "This build is for PostgreSQL: set gazette.database to its URL (jdbc:postgresql://host/name), or start target/quarkus-app/quarkus-run.jar for the embedded database.";
        }
        return null;
    }

    /** H2 wants an absolute path; the options are in application.properties with their reasons. */
    private static String embedded(Config config) {
        Path data = Path.of(config.getValue("gazette.data", String.class)).toAbsolutePath();
        Optional<String> options = config.getOptionalValue("internal.embedded-options", String.class);
        return "jdbc:h2:file:" + data.resolve("gazette") + ";" + options.orElse("");
    }
}
