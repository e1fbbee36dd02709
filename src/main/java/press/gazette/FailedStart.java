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

import press.gazette.database.Loss;

/**
 * Why a start failed.
 *
 * @param sentence one line for operators
 * @param exit 78 where a start with the same settings and the same database fails again; else 1
 * @param isFault whether it is no matter of settings, database or machine: then the trace is worth its lines
 */
record FailedStart(String sentence, int exit, boolean isFault) {

    /** EX_CONFIG of sysexits.h. */
    static final int MISCONFIGURED = 78;

    /** It may pass by itself: a database that is away, a port that is taken, a disk that is full. */
    static final int UNLUCKY = 1;

    /** The beginning of those lines of Flyway that name a fault. */
    private static final Pattern SCHEMA_FAULT = Pattern.compile("Migration |Detected ");

    /** Reasons that operators can mend, by SQLSTATE; the words of the database follow. */
    private static final Map<String, String> UNTIL_MENDED = Map.of(
            "28P01", "The PostgreSQL rejects gazette.database-username or gazette.database-password",
            "28000", "The database rejects the user or the password",
            "3D000", "There is no such database",
            "42501", "The user of the database may not do what the migrations need",
            "90030", "The file of the embedded database is damaged; put a backup back",
            "90048", "The file of the embedded database was written by another version of H2",
            "90097", "The file of the embedded database cannot be written to");

    /** The same for what may pass by itself. */
    private static final Map<String, String> UNTIL_IT_PASSES = Map.of(
            "08001", "The database cannot be reached",
            "08004", "The database takes no connection",
            "08006", "The database has ended the connection",
            "53100", "The disk of the database is full",
            "53300", "The database takes no further connection",
            "57P03", "The database is starting",
            "90020", "The embedded database is in use by another process",
            "90028", "The file of the embedded database cannot be read or written",
            "90031", "The file of the embedded database cannot be read or written");

    /** Finds the reason among the causes of a failure, and among what they have suppressed. */
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
            return new FailedStart(sentence(trouble), UNLUCKY, false);
        }
        Throwable root = root(failure);
        boolean misconfigured = root instanceof ConfigValidationException || root instanceof IllegalArgumentException;
        return new FailedStart(oneLine(root), misconfigured ? MISCONFIGURED : UNLUCKY, !misconfigured);
    }

    private static FailedStart of(SQLException refusal) {
        String state = String.valueOf(refusal.getSQLState());
        Throwable root = root(refusal);
        String words = oneLine(refusal) + (root == refusal ? "" : "; " + sentence(root));
        if (UNTIL_MENDED.containsKey(state)) {
            return new FailedStart(UNTIL_MENDED.get(state) + ": " + words, MISCONFIGURED, false);
        }
        String known = UNTIL_IT_PASSES.get(state);
        return new FailedStart(known == null ? words : known + ": " + words, UNLUCKY, false);
    }

    /** Some of Java's messages are a name and nothing else. */
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

    /** The faults of the schema, without Flyway's advice: its commands are not at hand here. */
    static String oneLine(FlywayValidateException mismatch) {
        String faults = String.valueOf(mismatch.getMessage())
                .lines()
                .filter(line -> SCHEMA_FAULT.matcher(line).lookingAt())
                .map(line -> line.strip().replaceFirst("\\.( .*)?$", ""))
                .collect(Collectors.joining("; "));
        return "The database has other migrations than this release knows; it was made by another build, or a backup of it "
                + "has to be put back: " + faults + ".";
    }

    static String oneLine(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.strip().replaceAll("\\s+", " ");
    }

    /** The nearest of that type; absent: there is none. */
    private static <T extends Throwable> @Nullable T within(Throwable failure, Class<T> type) {
        return type.cast(Loss.within(failure, type::isInstance));
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
