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
 * Knows the pool's connections and cuts them off when the database is away: who waits for an answer on one of them fails now
 * and not after a timeout, and nobody is handed a dead one when it is back. What was not committed is rolled back.
 */
@Singleton
final class Connections implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(Connections.class);

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    /** It is made with its interceptors, so none of them can have it from the beginning. */
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

    void abandon(@Observes PulseLost lost) {
        open.forEach(Connections::cut);
        flush();
    }

    /** Takes connections that were cut out of the pool: at once, or when they come back to it. */
    void flush() {
        pool.get().flush(AgroalDataSource.FlushMode.GRACEFUL);
    }

    /** H2 does not abort. It closes, at the end of the statement that is under way. */
    static void cut(Connection connection) {
        try {
            connection.abort(Runnable::run);
            connection.close();
        } catch (SQLException e) {
            LOG.debugf("A connection that had ended; cause=%s", e);
        }
    }
}
