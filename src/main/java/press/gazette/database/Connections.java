package press.gazette.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalPoolInterceptor;
import org.jboss.logging.Logger;

/**
 * Tracks the pool's connections and aborts them when the database is lost: a request that waits on one of them fails at
 * once instead of after a timeout, and no request gets a dead connection later. Uncommitted work is rolled back.
 */
@Singleton
final class Connections implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(Connections.class);

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    /** The pool is created with its interceptors, so an interceptor cannot get it in its constructor. */
    private final Instance<AgroalDataSource> pool;

    Connections(Instance<AgroalDataSource> pool) {
        this.pool = pool;
    }

    @Override
    public void onConnectionCreate(Connection connection) {
        open.add(connection);
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        open.remove(connection);
    }

    void abortAll(@Observes PulseLost lost) {
        open.forEach(Connections::abort);
        flush();
    }

    /** Removes aborted connections from the pool: at once, or when they are returned to it. */
    void flush() {
        pool.get().flush(AgroalDataSource.FlushMode.GRACEFUL);
    }

    /** H2 does not support abort; it closes at the end of the running statement. */
    static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
            connection.close();
        } catch (SQLException e) {
            LOG.debugf("Connection had already ended; cause=%s", e);
        }
    }
}
