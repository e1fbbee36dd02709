package press.gazette.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
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
 * Keeps the file of the embedded database compact. H2 appends each commit and rewrites sparse parts in a background
 * thread, but only if commits may reach the disk after they are acknowledged ({@code WRITE_DELAY}). Gazette does not
 * allow that, so it does this work itself: periodically while there are writes, after a load, and at shutdown.
 */
@Singleton
public class EmbeddedSpace {

    private static final Logger LOG = Logger.getLogger(EmbeddedSpace.class);

    /** Runs after all other users of the database. */
    private static final int LAST = Integer.MAX_VALUE;

    /** The interval between checks of the file; a check without writes costs nothing. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    /** Chunks with less live content than this percentage are rewritten. */
    private static final int SPARSE = 70;

    /** The bytes rewritten at once; writers wait meanwhile. */
    private static final int BYTES = 4 << 20;

    /**
     * H2's default: freed space is not reused for this long, so that a power failure cannot lose it before its
     * replacement is on disk.
     */
    private static final int RETENTION_MILLIS = 45_000;

    /** A file with this percentage in use is not compacted further. */
    private static final int DENSE = 95;

    /** The bytes moved forward at once, at shutdown and after a load. */
    private static final long MOVED = 64 << 20;

    /** The number of steps in a row that may be useless: one may only make room for the next one. */
    private static final int MOST_FUTILE = 3;

    /** The maximum number of rewrites in one check. */
    private static final int MOST = 8;

    /** The time limit at shutdown, which SIGTERM waits for; docs/operations.md states it. */
    private static final Duration AT_STOP = Duration.ofSeconds(5);

    /** The time limit after a load, which only the start waits for. */
    private static final Duration AFTER_LOAD = Duration.ofMinutes(5);

    /** A database of this size is better served by PostgreSQL; docs/operations.md gives the reasons. */
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
            logIfLarge(file.get());
            clockwork
                    .start("space of the embedded database", this::rewriteAfterWrites)
                    .wakeIn(EVERY);
        }
    }

    private static void logIfLarge(Path file) {
        try {
            long bytes = Files.size(file);
            if (bytes >= LARGE) {
                LOG.infof(
                        "The embedded database is large; from %d GiB on, PostgreSQL serves it "
                                + "better; bytes=%d file=%s",
                        LARGE >> 30, bytes, file);
            }
        } catch (IOException e) {
            LOG.debugf("The size of the embedded database is unknown; cause=%s", e);
        }
    }

    /**
     * Lets H2 reuse freed space at once during a load, instead of after {@link #RETENTION_MILLIS}. Until
     * {@link #compact}, a power failure may damage the file: the disk may have written in another order.
     */
    public void reuse() {
        onStore(store -> {
            store.setRetentionTime(0);
            rewriteSparse(store);
        });
    }

    /** Compacts the file after a load. */
    public void compact() {
        onStore(store -> compact(store, AFTER_LOAD));
    }

    void close(@Observes @Priority(LAST) ShutdownEvent stop) {
        if (file.isPresent()) {
            try {
                EmbeddedDriver.end(connection -> compact(store(connection), AT_STOP));
            } catch (SQLException | DbException | MVStoreException e) {
                LOG.warnf("The embedded database was not closed properly; cause=%s", e);
            }
        }
    }

    /** Runs no statement: H2 has the number of writes in memory. */
    private Duration rewriteAfterWrites() {
        onStore(store -> {
            long now = store.getFileStore().getWriteCount();
            if (written.getAndSet(now) != now) {
                rewriteSparse(store);
            }
        });
        return EVERY;
    }

    /** A failure is not reported here: the next write fails too, and {@link Storage} detects that. */
    private void onStore(Consumer<MVStore> work) {
        if (file.isPresent()) {
            try (Connection connection = pool.get().getConnection()) {
                MVStore store = store(connection);
                if (!store.isReadOnly()) {
                    work.accept(store);
                }
            } catch (SQLException | DbException | MVStoreException e) {
                LOG.debugf("The file of the embedded database was not compacted; cause=%s", e);
            }
        }
    }

    private static void rewriteSparse(MVStore store) {
        for (int i = 0; i < MOST && store.compact(SPARSE, BYTES); i++) {
            store.commit();
        }
    }

    private static void compact(MVStore store, Duration most) {
        if (!store.isReadOnly() && store.getFileStore() instanceof RandomAccessStore file) {
            long end = System.nanoTime() + most.toNanos();
            store.setRetentionTime(0);
            try {
                whileUseful(file, end, () -> rewrite(store, file));
                // H2 rewrites nothing once no chunk is sparse, and leaves gaps between chunks.
                whileUseful(file, end, () -> move(store, file));
            } finally {
                // reuse() has set it to zero.
                store.setRetentionTime(RETENTION_MILLIS);
            }
        }
    }

    /** False: no chunk is sparse. */
    private static boolean rewrite(MVStore store, RandomAccessStore file) {
        if (file.getChunksFillRate() >= DENSE) {
            return false;
        }
        // It does nothing while another thread writes.
        store.compact(DENSE, BYTES);
        store.sync();
        file.compactMoveChunks(DENSE, BYTES, store);
        return true;
    }

    /** False: there are no gaps. */
    private static boolean move(MVStore store, RandomAccessStore file) {
        if (file.getFillRate() >= DENSE) {
            return false;
        }
        file.compactMoveChunks(DENSE, MOVED, store);
        return true;
    }

    /**
     * Repeats a step until it has nothing to do, or was useless several times in a row: H2 would rewrite a chunk that a reader holds
     * without end. In a large file many steps come to one percent.
     */
    private static void whileUseful(RandomAccessStore file, long end, BooleanSupplier step) {
        int futile = 0;
        long most = MOST_FUTILE + file.size() / 100 / BYTES;
        while (futile < most && System.nanoTime() - end < 0) {
            long size = file.size();
            int live = file.getChunksFillRate();
            if (!step.getAsBoolean()) {
                return;
            }
            futile = file.size() < size || file.getChunksFillRate() > live ? 0 : futile + 1;
        }
    }

    private static MVStore store(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }
}
