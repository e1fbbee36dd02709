package press.gazette.database;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;

/**
 * H2's driver, for the pool, with a way to close the embedded database and open it in another mode: for reading and writing,
 * or for reading only. The first connection decides on the mode, so all are closed, and none is made meanwhile. Else a late
 * connection of the former database would make H2 forget the one that was just opened, and then its file is locked.
 */
public final class EmbeddedDriver implements Driver {

    private static final String READ_ONLY = ";ACCESS_MODE_DATA=r";
    /** SQLSTATE of H2. */
    private static final String CLOSED = "90098";

    private static final Driver H2 = new org.h2.Driver();

    /** Also the lock of what is in this class. The pool makes a driver of its own, so there is one for all. */
    private static final Set<Connection> OPEN = Collections.newSetFromMap(new IdentityHashMap<>());

    private static boolean readOnly;
    private static boolean ended;

    /** Closes all connections, and has those that come open the database in this mode. */
    static void reopen(boolean forReadingOnly) {
        synchronized (OPEN) {
            OPEN.forEach(Connections::cut);
            OPEN.clear();
            readOnly = forReadingOnly;
        }
    }

    /**
     * Opens the database and keeps it open. A large one, or one on a slow disk, may take longer than the pool waits for a
     * connection; here nothing limits the time.
     */
    static void open(String url, Properties login) throws SQLException {
        new EmbeddedDriver().connect(url, login);
    }

    /** Closes the database with all connections, once the work on it is done. It is not opened again. */
    static void end(Work last) throws SQLException {
        synchronized (OPEN) {
            ended = true;
            for (Connection connection : Set.copyOf(OPEN)) {
                if (!connection.isClosed()) {
                    try {
                        last.on(connection);
                    } finally {
                        shutDown(connection);
                    }
                    return;
                }
            }
        }
    }

    private static void shutDown(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
    }

    /** Work on a connection. */
    interface Work {

        void on(Connection connection) throws SQLException;
    }

    static boolean isForReadingOnly() {
        synchronized (OPEN) {
            return readOnly;
        }
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        synchronized (OPEN) {
            if (ended) {
                throw new SQLException("The embedded database has been closed", CLOSED);
            }
            for (Connection connection : Set.copyOf(OPEN)) {
                if (connection.isClosed()) {
                    OPEN.remove(connection);
                }
            }
            Connection made = H2.connect(readOnly ? url + READ_ONLY : url, properties);
            if (made != null) {
                OPEN.add(made);
            }
            return made;
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return H2.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        return H2.getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return H2.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return H2.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return H2.jdbcCompliant();
    }

    @Override
    public @Nullable Logger getParentLogger() {
        return null;
    }
}
