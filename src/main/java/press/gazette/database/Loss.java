package press.gazette.database;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.hibernate.exception.JDBCConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that was away, or too busy, from a fault of ours: both come as exceptions within exceptions. */
public final class Loss {

    /**
     * Beginnings of SQLSTATEs: connection, resources, operator's intervention (among them the end of a statement that took
     * too long), a lock that was not to be had, a standby that takes no writes; H2's for a database that is closed or in
     * trouble, and for a lock.
     */
    private static final List<String> STATES =
            List.of("08", "53", "57", "55P03", "25006", "90067", "90098", "90121", "HYT00");

    private static final String POOL = "io.agroal.";

    private Loss() {}

    /** Whether anything in what has happened is a loss of the database. */
    public static boolean isCauseOf(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty()) {
            Throwable next = open.pop();
            if (seen.add(next)) {
                if (isLoss(next)) {
                    return true;
                }
                open.addAll(List.of(next.getSuppressed()));
                if (next.getCause() != null) {
                    open.add(next.getCause());
                }
            }
        }
        return false;
    }

    private static boolean isLoss(Throwable failure) {
        return failure instanceof JDBCConnectionException
                || (failure instanceof SQLException sql && (isOfThePool(sql) || hasState(sql.getSQLState())));
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
