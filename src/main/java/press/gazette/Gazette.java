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
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

import press.gazette.command.Command;
import press.gazette.command.Exit;
import press.gazette.command.OwnNode;
import press.gazette.contract.ContractDocuments;

/** Starts the server after checking the settings and that this build fits the database. */
@QuarkusMain
public final class Gazette {

    static {
        // Read by Java at the first use of a logger, which comes below.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    }

    /**
     * These log a failed start with a stack trace; {@link #stopped} prints one line. Referenced, so that they are not
     * garbage-collected.
     */
    private static final List<Logger> SILENCED =
            List.of(Logger.getLogger("io.quarkus.runtime.Quarkus"), Logger.getLogger("io.quarkus.runtime.Application"));

    /** Logs before the levels of the log are set; a start that fails early would print all of it. */
    private static final Logger VERBOSE = Logger.getLogger("org.hibernate");

    /**
     * Session options on PostgreSQL: a statement takes no longer than any request may, a writer waits for a lock no
     * longer than on H2, and a suspended node holds no lock for long.
     */
    private static final String SESSION = Stream.of(
                    "statement_timeout=30s", "lock_timeout=10s", "idle_in_transaction_session_timeout=30s")
            .map(option -> "-c%20" + option.replace("=", "%3D"))
            .collect(Collectors.joining("%20"));

    /** The driver's timeouts, in seconds. The socket timeout is a little longer than that of a statement. */
    private static final Map<String, String> CONNECTION = new TreeMap<>(Map.of(
            "connectTimeout", "2",
            "loginTimeout", "2",
            "socketTimeout", "35",
            "tcpKeepAlive", "true",
            "options", SESSION));

    private Gazette() {}

    public static void main(String[] arguments) {
        if (!Command.isOne(arguments)) {
            start(null);
        } else if (Command.needsNode(arguments)) {
            startForCommand(arguments);
        } else {
            System.exit(Command.run(arguments));
        }
    }

    /** Opens the database for one command. The node is for this process alone. */
    private static void startForCommand(String[] arguments) {
        OwnNode.configure();
        start(OwnNode.class, arguments);
    }

    /** @param command null: the process is a server */
    private static void start(@Nullable Class<? extends QuarkusApplication> command, String... arguments) {
        Config config = ConfigProvider.getConfig();
        String database =
                config.getOptionalValue("gazette.database", String.class).orElse("");
        String fault = fault(config, database);
        if (fault != null) {
            System.err.println(fault);
            System.exit(FailedStart.MISCONFIGURED);
        }
        try {
            System.setProperty("internal.jdbc-url", database.isEmpty() ? embedded(config) : bounded(database));
        } catch (IOException e) {
            System.err.println("Gazette does not start: the folder gazette.data cannot be created: " + e.getMessage());
            System.exit(FailedStart.MISCONFIGURED);
        }
        FileDescriptors.lowerConnections(config);
        // Otherwise the HTTP layer responds to an unreadable URL with a bare 400; delivery responds with a problem.
        System.setProperty("vertx.disableURIValidation", "true");
        ContractDocuments.hideFromFramework();
        SILENCED.forEach(logger -> logger.setLevel(Level.OFF));
        VERBOSE.setLevel(Level.WARNING);
        Quarkus.run(command, command == null ? Gazette::stopped : Gazette::commandStopped, arguments);
    }

    private static @Nullable String fault(Config config, String database) {
        String mismatch = mismatch(database, builtFor());
        if (mismatch != null) {
            return mismatch;
        }
        try {
            LogConfig.configure(config);
            TracesConfig.configure(config);
            String outOfBounds = Bounds.fault(config);
            return outOfBounds == null ? null : "Gazette does not start: " + outOfBounds;
        } catch (IllegalArgumentException e) {
            return "Gazette does not start: " + FailedStart.oneLine(e);
        }
    }

    /** Returns one line if this build does not fit the database, else null. */
    static @Nullable String mismatch(String database, String builtFor) {
        boolean postgresql = database.startsWith("jdbc:postgresql:");
        if (!database.isEmpty() && !postgresql) {
            return "gazette.database must be empty for the embedded database or begin with jdbc:postgresql: "
                    + "for PostgreSQL.";
        }
        if (postgresql && !builtFor.equals("postgresql")) {
            return "gazette.database is a PostgreSQL URL: start gazette-postgresql.jar instead, or the "
                    + "launcher gazette, which chooses the build.";
        }
        if (!postgresql && builtFor.equals("postgresql")) {
            return "This build is for PostgreSQL: set gazette.database to its URL (jdbc:postgresql://host/name), or start "
                    + "gazette-embedded.jar for the embedded database.";
        }
        return null;
    }

    /** The database in the manifest of the JAR; H2 without a JAR, as in dev mode. */
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

    /** Adds the driver's timeouts and session options to the URL, unless the operator has set them. */
    static String bounded(String url) {
        StringBuilder bounded = new StringBuilder(url);
        CONNECTION.forEach((name, value) -> {
            if (!url.contains("?" + name + "=") && !url.contains("&" + name + "=")) {
                bounded.append(bounded.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(value);
            }
        });
        return bounded.toString();
    }

    /** H2 requires an absolute path. The options and their reasons are in application.properties. */
    private static String embedded(Config config) throws IOException {
        Path data = Path.of(config.getValue("gazette.data", String.class)).toAbsolutePath();
        Files.createDirectories(data);
        return "jdbc:h2:file:" + data.resolve("gazette") + ";"
                + config.getValue("internal.embedded-options", String.class);
    }

    private static void commandStopped(int code, @Nullable Throwable failure) {
        if (failure != null && FailedStart.isInUse(failure)) {
            System.err.println(
                    "A node runs on this embedded database: give the command its address with --server and a key "
                            + "with --key-file, or stop it.");
            System.exit(Exit.IN_USE);
        }
        stopped(code, failure);
    }

    /**
     * A cause that operators can fix is printed in one line; any other is a defect and is printed with its stack trace.
     */
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
