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

/** Tells a database that was away, or too busy, from a fault of ours: both come as exceptions within exceptions. */
public final class Loss {

    /**
     * Beginnings of SQLSTATEs: connection, resources, operator's intervention (among them the end of a statement that took
     * too long), a lock that was not to be had, a standby that takes no writes; H2's for a database that is closed or in
     * trouble, for a connection that was cut, and for a lock.
     */
    private static final List<String> STATES =
            List.of("08", "53", "57", "55P03", "25006", "90007", "90067", "90098", "90121", "HYT00");

    /**
     * SQLSTATEs of a database that cannot write: the disk of a PostgreSQL is full or fails; H2 cannot write or read its file,
     * or has been opened for reading only because of that.
     */
    private static final List<String> STORAGE_STATES = List.of("53100", "58030", "90028", "90031", "90097");

    private static final String POOL = "io.agroal.";
    private static final String H2 = "org.h2.";

    private Loss() {}

    /** Whether anything in what has happened is a loss of the database, or of its disk. */
    public static boolean isCauseOf(Throwable failure) {
        return within(failure, each -> isLoss(each) || isStorageFailure(each)) != null;
    }

    /** Whether anything in what has happened is a failure of the disk that the database writes to. */
    public static boolean isOfStorage(Throwable failure) {
        return within(failure, Loss::isStorageFailure) != null;
    }

    /** The database's own words on why it cannot write; absent: it said nothing of the kind. */
    static @Nullable Throwable storageFailure(Throwable failure) {
        Throwable found = within(failure, Loss::isStorageFailure);
        while (found != null && found.getCause() != null) {
            found = found.getCause();
        }
        return found;
    }

    /** The nearest for which that holds: the failure, its causes, what they have suppressed; absent: there is none. */
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
                || (failure instanceof SQLException sql && (isOfThePool(sql) || hasState(sql.getSQLState())));
    }

    private static boolean isStorageFailure(Throwable failure) {
        return failure instanceof SQLException sql
                && ((sql.getSQLState() != null && STORAGE_STATES.contains(sql.getSQLState()))
                        || isOfTheEmbeddedFile(sql));
    }

    /** H2 has no state of its own for most failures of its file. A server's IOException is one of the network. */
    private static boolean isOfTheEmbeddedFile(SQLException failure) {
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

    /** The pool has no state for "no connection in time". */
    private static boolean isOfThePool(SQLException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith(POOL);
    }
}
