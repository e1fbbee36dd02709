package press.gazette;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

import press.gazette.delivery.contract.ContractDocuments;

/** Starts the server, once it is clear that this build can serve the database it was given. */
@QuarkusMain
public final class Gazette {

    static {
        // Read by Java at the first mention of a logger, which comes below.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    }

    /** These report a failed start with a stack trace; {@link #stopped} says it in a line. Held, lest they be collected. */
    private static final List<Logger> SILENCED =
            List.of(Logger.getLogger("io.quarkus.runtime.Quarkus"), Logger.getLogger("io.quarkus.runtime.Application"));

    /** It speaks before the log has its levels; a start that fails early would print all of that. */
    private static final Logger TALKATIVE = Logger.getLogger("org.hibernate");

    /**
     * What the server promises to all of our sessions. A statement takes no longer than any request may, a writer waits no
     * longer for another one than H2's do, and a node that stands still holds no lock for long.
     */
    private static final String SESSION = Stream.of(
                    "statement_timeout=30s", "lock_timeout=10s", "idle_in_transaction_session_timeout=30s")
            .map(option -> "-c%20" + option.replace("=", "%3D"))
            .collect(Collectors.joining("%20"));

    /** The driver's bounds, in seconds. What is read comes within a statement's time or not at all. */
    private static final Map<String, String> CONNECTION = new TreeMap<>(Map.of(
            "connectTimeout", "2",
            "loginTimeout", "2",
            "socketTimeout", "35",
            "tcpKeepAlive", "true",
            "options", SESSION));

    private Gazette() {}

    public static void main(String[] arguments) {
        Config config = ConfigProvider.getConfig();
        String database =
                config.getOptionalValue("gazette.database", String.class).orElse("");
        String complaint = complaint(config, database);
        if (complaint != null) {
            System.err.println(complaint);
            System.exit(FailedStart.MISCONFIGURED);
        }
        try {
            System.setProperty("internal.jdbc-url", database.isEmpty() ? embedded(config) : guarded(database));
        } catch (IOException e) {
            System.err.println(
                    "Gazette does not start: gazette.data is not a folder that can be made: " + e.getMessage());
            System.exit(FailedStart.MISCONFIGURED);
        }
        Descriptors.lowerConnections(config);
        // Else the HTTP layer answers a URL that it cannot read by itself, with a bare 400; delivery answers it with a
        // problem.
        System.setProperty("vertx.disableURIValidation", "true");
        ContractDocuments.hideFromFramework();
        SILENCED.forEach(logger -> logger.setLevel(Level.OFF));
        TALKATIVE.setLevel(Level.WARNING);
        Quarkus.run(null, Gazette::stopped, arguments);
    }

    private static @Nullable String complaint(Config config, String database) {
        String mismatch = mismatch(database, builtFor());
        if (mismatch != null) {
            return mismatch;
        }
        try {
            LogConfig.configure(config);
            TracesConfig.configure(config);
            String outOfBounds = Bounds.complaint(config);
            return outOfBounds == null ? null : "Gazette does not start: " + outOfBounds;
        } catch (IllegalArgumentException e) {
            return "Gazette does not start: " + FailedStart.oneLine(e);
        }
    }

    /** Why this build cannot serve that database, in one line; absent: it can. */
    static @Nullable String mismatch(String database, String builtFor) {
        boolean postgresql = database.startsWith("jdbc:postgresql:");
        if (!database.isEmpty() && !postgresql) {
            return "gazette.database is empty for the embedded database or begins with jdbc:postgresql: for PostgreSQL.";
        }
        if (postgresql && !builtFor.equals("postgresql")) {
            return "gazette.database names a PostgreSQL: start gazette-postgresql.jar instead, or the launcher "
                    + "gazette, which chooses.";
        }
        if (!postgresql && builtFor.equals("postgresql")) {
            return "This build is for PostgreSQL: set gazette.database to its URL (jdbc:postgresql://host/name), or start "
                    + "gazette-embedded.jar for the embedded database.";
        }
        return null;
    }

    /** The database in the manifest of the JAR; without a JAR, as in dev mode, H2. */
    private static String builtFor() {
        Path runner = Path.of(System.getProperty("java.class.path"));
        if (!Files.isRegularFile(runner)) {
            return "h2";
        }
        try (JarFile jar = new JarFile(runner.toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Gazette-Database");
        } catch (IOException e) {
            throw new UncheckedIOException("The JAR cannot be read: " + runner, e);
        }
    }

    /** The URL with bounds on how long anything waits for the PostgreSQL, and for its plans; the operator's own ones win. */
    static String guarded(String url) {
        StringBuilder guarded = new StringBuilder(url);
        CONNECTION.forEach((name, value) -> {
            if (!url.contains("?" + name + "=") && !url.contains("&" + name + "=")) {
                guarded.append(guarded.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(value);
            }
        });
        return guarded.toString();
    }

    /** H2 wants an absolute path; the options are in application.properties with their reasons. */
    private static String embedded(Config config) throws IOException {
        Path data = Path.of(config.getValue("gazette.data", String.class)).toAbsolutePath();
        Files.createDirectories(data);
        return "jdbc:h2:file:" + data.resolve("gazette") + ";"
                + config.getValue("internal.embedded-options", String.class);
    }

    /** What operators can mend is said in one line; anything else is a fault of ours and comes with its trace. */
    private static void stopped(int code, @Nullable Throwable failure) {
        if (failure == null) {
            System.exit(code);
            return;
        }
        FailedStart failed = FailedStart.of(failure);
        System.err.println("Gazette does not start: " + failed.sentence());
        if (failed.isFault()) {
            failure.printStackTrace();
        }
        System.exit(failed.exit());
    }
}
