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
 * H2's driver for the pool. It can close the embedded database and reopen it in another mode: read-write or read-only.
 * The first connection decides the mode, so all are closed first, and none can be opened meanwhile: otherwise a late
 * connection to the old database would make H2 lose track of the newly opened one, and its file would stay locked.
 */
public final class EmbeddedDriver implements Driver {

    private static final String READ_ONLY = ";ACCESS_MODE_DATA=r";
    /** SQLSTATE of H2: database is closed. */
    private static final String CLOSED = "90098";

    private static final Driver H2 = new org.h2.Driver();

    /** Also the lock of this class's state, which is static: the pool creates a driver of its own. */
    private static final Set<Connection> OPEN = Collections.newSetFromMap(new IdentityHashMap<>());

    private static boolean readOnly;
    private static boolean ended;

    /** Closes all connections. New ones open the database in the given mode. */
    static void reopen(boolean forReadingOnly) {
        synchronized (OPEN) {
            OPEN.forEach(Connections::abort);
            OPEN.clear();
            readOnly = forReadingOnly;
        }
    }

    /**
     * Opens the database and keeps it open, without a time limit. A large file, or a slow disk, may take longer than
     * the pool waits for a connection.
     */
    static void open(String url, Properties login) throws SQLException {
        new EmbeddedDriver().connect(url, login);
    }

    /** Runs the last work, then closes the database and all connections. It cannot be reopened. */
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

    /** Work that uses a connection. */
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
