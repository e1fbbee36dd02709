package press.gazette;

import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.smallrye.config.ConfigValidationException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

import press.gazette.database.DatabaseFailure;

/**
 * The cause of a failed start.
 *
 * @param sentence one line for operators
 * @param exit 78 if a start with the same settings and the same database fails again; else 1
 * @param isFault true if the cause is neither settings, database nor machine, so that the stack trace is needed
 */
record FailedStart(String sentence, int exit, boolean isFault) {

    /** EX_CONFIG of sysexits.h. */
    static final int MISCONFIGURED = 78;

    /** The cause may disappear by itself: a database that is away, a port in use, a full disk. */
    static final int TRANSIENT = 1;

    /** H2's SQLSTATE for a file that another process has opened. */
    private static final String IN_USE = "90020";

    /** Beginnings of the lines of Flyway that name a fault. */
    private static final Pattern SCHEMA_FAULT = Pattern.compile("Migration |Detected ");

    /** Causes that an operator must fix, by SQLSTATE. The message of the database is appended. */
    private static final Map<String, String> PERMANENT_CAUSES = Map.of(
            "28P01", "PostgreSQL rejects gazette.database-username or gazette.database-password",
            "28000", "The database rejects the user or the password",
            "3D000", "There is no such database",
            "42501", "The database user lacks permissions that the migrations need",
            "90030", "The file of the embedded database is damaged; restore a backup",
            "90048", "The file of the embedded database was written by another version of H2",
            "90097", "The file of the embedded database cannot be written to");

    /** Causes that may disappear by themselves, by SQLSTATE. */
    private static final Map<String, String> TRANSIENT_CAUSES = Map.of(
            "08001",
            "The database cannot be reached",
            "08004",
            "The database accepts no connection",
            "08006",
            "The database has closed the connection",
            "53100",
            "The disk of the database is full",
            "53300",
            "The database accepts no further connection",
            "55P03",
            "A migration has waited too long for a table; an export or a dump may be running",
            "57P03",
            "The database is starting",
            IN_USE,
            "The embedded database is in use by another process",
            "90028",
            "The file of the embedded database cannot be read or written",
            "90031",
            "The file of the embedded database cannot be read or written");

    /** Finds the cause among the causes of a failure and their suppressed exceptions. */
    static FailedStart of(Throwable failure) {
        FlywayValidateException mismatch = within(failure, FlywayValidateException.class);
        if (mismatch != null) {
            return new FailedStart(oneLine(mismatch), MISCONFIGURED, false);
        }
        SQLException refusal = within(failure, SQLException.class);
        if (refusal != null) {
            return of(refusal);
        }
        IOException trouble = within(failure, IOException.class);
        if (trouble != null) {
            return new FailedStart(sentence(trouble), TRANSIENT, false);
        }
        Throwable root = root(failure);
        boolean misconfigured = root instanceof ConfigValidationException || root instanceof IllegalArgumentException;
        return new FailedStart(oneLine(root), misconfigured ? MISCONFIGURED : TRANSIENT, !misconfigured);
    }

    /** True if another process has the file of the embedded database. */
    static boolean isInUse(Throwable failure) {
        SQLException refusal = within(failure, SQLException.class);
        return refusal != null && IN_USE.equals(refusal.getSQLState());
    }

    private static FailedStart of(SQLException refusal) {
        String state = String.valueOf(refusal.getSQLState());
        Throwable root = root(refusal);
        String words = oneLine(refusal) + (root == refusal ? "" : "; " + sentence(root));
        if (PERMANENT_CAUSES.containsKey(state)) {
            return new FailedStart(PERMANENT_CAUSES.get(state) + ": " + words, MISCONFIGURED, false);
        }
        String known = TRANSIENT_CAUSES.get(state);
        return new FailedStart(known == null ? words : known + ": " + words, TRANSIENT, false);
    }

    /** Some messages of Java are only a name. */
    private static String sentence(Throwable trouble) {
        if (trouble instanceof AccessDeniedException denied) {
            return "The process may not read or write " + denied.getFile() + ".";
        }
        if (trouble instanceof FileSystemException file && file.getReason() == null) {
            return file.getClass().getSimpleName() + ": " + file.getFile();
        }
        if (trouble instanceof UnknownHostException) {
            return "unknown host " + oneLine(trouble);
        }
        if (trouble instanceof BindException && !oneLine(trouble).contains("ort ")) {
            return "A port of quarkus.http.port or quarkus.management.port cannot be opened: " + oneLine(trouble);
        }
        return oneLine(trouble);
    }

    /** The faults of the schema, without Flyway's advice, whose commands do not exist here. */
    static String oneLine(FlywayValidateException mismatch) {
        String faults = String.valueOf(mismatch.getMessage())
                .lines()
                .filter(line -> SCHEMA_FAULT.matcher(line).lookingAt())
                .map(line -> line.strip().replaceFirst("\\.( .*)?$", ""))
                .collect(Collectors.joining("; "));
        return "The database has migrations that this release does not know; it was made by another build, "
                + "or a backup must be restored: " + faults + ".";
    }

    static String oneLine(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.strip().replaceAll("\\s+", " ");
    }

    /** The nearest exception of this type; null if there is none. */
    private static <T extends Throwable> @Nullable T within(Throwable failure, Class<T> type) {
        return type.cast(DatabaseFailure.within(failure, type::isInstance));
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
