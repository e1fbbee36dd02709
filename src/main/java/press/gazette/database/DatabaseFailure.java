package press.gazette.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.hibernate.exception.JDBCConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells failures of the database from defects: both arrive as exceptions nested in exceptions. */
public final class DatabaseFailure {

    /**
     * Prefixes of SQLSTATEs for a lost or overloaded database. PostgreSQL: connection, resources, operator intervention
     * (includes a statement timeout), lock not available, read-only standby. H2: database closed or failing, connection
     * aborted, lock timeout.
     */
    private static final List<String> STATES =
            List.of("08", "53", "57", "55P03", "25006", "90007", "90067", "90098", "90121", "HYT00");

    /**
     * SQLSTATEs of a database that cannot write. PostgreSQL: the disk is full or fails. H2: it cannot write or read its
     * file, or is open read-only for that reason.
     */
    private static final List<String> STORAGE_STATES = List.of("53100", "58030", "90028", "90031", "90097");

    private static final String POOL = "io.agroal.";
    private static final String H2 = "org.h2.";

    private DatabaseFailure() {}

    /** True if the failure, or one of its causes or suppressed failures, is a loss of the database or of its disk. */
    public static boolean isCauseOf(Throwable failure) {
        return within(failure, each -> isLoss(each) || isStorageFailure(each)) != null;
    }

    /** True if the failure, or one of its causes or suppressed failures, is a failure of the database's disk. */
    public static boolean isOfStorage(Throwable failure) {
        return within(failure, DatabaseFailure::isStorageFailure) != null;
    }

    /** The root cause of a storage failure, for the log; null if the failure is not one. */
    static @Nullable Throwable storageFailure(Throwable failure) {
        Throwable found = within(failure, DatabaseFailure::isStorageFailure);
        while (found != null && found.getCause() != null) {
            found = found.getCause();
        }
        return found;
    }

    /**
     * The nearest exception that matches, among the failure, its causes and what they suppressed; null if there is
     * none.
     */
    public static @Nullable Throwable within(Throwable failure, Predicate<Throwable> condition) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty()) {
            Throwable next = open.pop();
            if (seen.add(next)) {
                if (condition.test(next)) {
                    return next;
                }
                if (next.getCause() != null) {
                    open.add(next.getCause());
                }
                open.addAll(List.of(next.getSuppressed()));
            }
        }
        return null;
    }

    private static boolean isLoss(Throwable failure) {
        return failure instanceof JDBCConnectionException
                || (failure instanceof SQLException sql && (isOfPool(sql) || hasState(sql.getSQLState())));
    }

    private static boolean isStorageFailure(Throwable failure) {
        return failure instanceof SQLException sql
                && ((sql.getSQLState() != null && STORAGE_STATES.contains(sql.getSQLState())) || isOfEmbeddedFile(sql));
    }

    /** H2 has no SQLSTATE for most failures of its file. An IOException of a database server is one of the network. */
    private static boolean isOfEmbeddedFile(SQLException failure) {
        if (!failure.getClass().getName().startsWith(H2)) {
            return false;
        }
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasState(@Nullable String state) {
        return state != null && STATES.stream().anyMatch(state::startsWith);
    }

    /** The pool has no SQLSTATE for "no connection in time". */
    private static boolean isOfPool(SQLException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith(POOL);
    }
}
