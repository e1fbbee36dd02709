package press.gazette.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;
import org.jboss.logging.Logger;

import press.gazette.time.Clockwork;

/**
 * Keeps the file of the embedded database no larger than its content needs. H2 writes each commit behind what is there and
 * rewrites sparse parts in a thread of its own, which it has only where commits may be on disk later than they are
 * acknowledged ({@code WRITE_DELAY}). Ours may not, so that work is done here: now and then while something is written, at the
 * end of a load, and at a planned stop.
 */
@Singleton
public class EmbeddedSpace {

    private static final Logger LOG = Logger.getLogger(EmbeddedSpace.class);

    /** Behind all others who use the database. */
    private static final int LAST = Integer.MAX_VALUE;

    /** How often the file is looked at; what nobody has written to since costs nothing. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    /** Parts of the file with less than this percentage of live content are rewritten. */
    private static final int SPARSE = 70;

    /** How many bytes are rewritten at once: writers wait for so long. */
    private static final int BYTES = 4 << 20;

    /** H2's own: so long it keeps former content, lest a loss of power take it before what replaces it is on the disk. */
    private static final int RETENTION_MILLIS = 45_000;

    /** A file of which this percentage is in use is not worth the time. */
    private static final int DENSE = 95;

    /** How many bytes are moved forward at once, at a stop and behind a load. */
    private static final long MOVED = 64 << 20;

    /** A move may do no more than to make room for the next one. */
    private static final int IN_VAIN = 3;

    /** Rewritings of one look at the file. */
    private static final int MOST = 8;

    /** At a stop, which SIGTERM waits for; docs/operations.md says so. */
    private static final Duration AT_STOP = Duration.ofSeconds(5);

    /** At the end of a load, which nobody waits for but the start. */
    private static final Duration AFTER_LOAD = Duration.ofMinutes(5);

    /** From this size on a PostgreSQL is the better place; docs/operations.md has the reasons. */
    private static final long LARGE = 4L << 30;

    private final Optional<Path> file;
    private final Instance<AgroalDataSource> pool;
    private final AtomicLong written = new AtomicLong();

    EmbeddedSpace(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url, Instance<AgroalDataSource> pool) {
        this.file = EmbeddedMigration.file(url);
        this.pool = pool;
    }

    void start(@Observes StartupEvent start, Clockwork clockwork) {
        if (file.isPresent()) {
            sayWhetherLarge(file.get());
            clockwork.start("space of the embedded database", this::look).wakeIn(EVERY);
        }
    }

    private static void sayWhetherLarge(Path file) {
        try {
            long bytes = Files.size(file);
            if (bytes >= LARGE) {
                LOG.infof(
                        "The embedded database is large; from %d GiB on a PostgreSQL serves it better; bytes=%d file=%s",
                        LARGE >> 30, bytes, file);
            }
        } catch (IOException e) {
            LOG.debugf("The size of the embedded database is not known; cause=%s", e);
        }
    }

    /**
     * Has the next parts of a load written where the last ones have left something dead, which H2 otherwise keeps for a while:
     * should the machine lose its power, the disk may have written in another order. {@link #compact} ends that.
     */
    public void reuse() {
        onStore(store -> {
            store.setRetentionTime(0);
            rewriteSparse(store);
        });
    }

    /** Rewrites the file of an embedded database that has just been filled. */
    public void compact() {
        onStore(store -> compact(store, AFTER_LOAD));
    }

    void close(@Observes @Priority(LAST) ShutdownEvent stop) {
        if (file.isPresent()) {
            try {
                EmbeddedDriver.end(connection -> compact(store(connection), AT_STOP));
            } catch (SQLException | DbException | MVStoreException e) {
                LOG.warnf("The embedded database is not closed as it should be; cause=%s", e);
            }
        }
    }

    /** Asks the database nothing: the number of writes is in memory. */
    private Duration look() {
        onStore(store -> {
            long now = store.getFileStore().getWriteCount();
            if (written.getAndSet(now) != now) {
                rewriteSparse(store);
            }
        });
        return EVERY;
    }

    /** A failure is not reported here: it fails the next write too, and {@link Storage} watches for that. */
    private void onStore(Consumer<MVStore> work) {
        if (file.isPresent()) {
            try (Connection connection = pool.get().getConnection()) {
                MVStore store = store(connection);
                if (!store.isReadOnly()) {
                    work.accept(store);
                }
            } catch (SQLException | DbException | MVStoreException e) {
                LOG.debugf("The file of the embedded database is left as it is; cause=%s", e);
            }
        }
    }

    private static void rewriteSparse(MVStore store) {
        for (int i = 0; i < MOST && store.compact(SPARSE, BYTES); i++) {
            store.commit();
        }
    }

    private static void compact(MVStore store, Duration most) {
        if (!store.isReadOnly()) {
            long end = System.nanoTime() + most.toNanos();
            store.compactFile((int) most.toMillis());
            closeRanks(store, end);
            // It has been set to none.
            store.setRetentionTime(RETENTION_MILLIS);
        }
    }

    /** H2 ends a compaction when no part is sparse any more, and leaves the room between the parts. */
    private static void closeRanks(MVStore store, long end) {
        if (store.getFileStore() instanceof RandomAccessStore file) {
            int inVain = 0;
            while (file.getFillRate() < DENSE && inVain < IN_VAIN && System.nanoTime() - end < 0) {
                long before = file.size();
                file.compactMoveChunks(DENSE, MOVED, store);
                inVain = file.size() < before ? 0 : inVain + 1;
            }
        }
    }

    private static MVStore store(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }
}
