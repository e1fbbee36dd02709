package press.gazette.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import org.jboss.logging.Logger;

/**
 * Opens the embedded database read-only while its file cannot grow. H2 closes the database and all connections when a
 * write fails, and would do so again at the next write.
 */
final class EmbeddedStorage {

    private static final Logger LOG = Logger.getLogger(EmbeddedStorage.class);

    /** SQLSTATE of H2: the database is read-only. */
    private static final String READ_ONLY = "90097";

    /** More than H2 writes at once. */
    private static final int TRIAL_BYTES = 8 << 20;

    private final Path file;
    private final Connections connections;

    private EmbeddedStorage(Path file, Connections connections) {
        this.file = file;
        this.connections = connections;
    }

    /** Empty if the database is not a file of this process. */
    static Optional<EmbeddedStorage> of(String url, Connections connections) {
        return EmbeddedMigration.file(url).map(file -> new EmbeddedStorage(file, connections));
    }

    /** True if a write failed only because the database is open read-only, which is not a new failure. */
    static boolean isRefusal(Throwable failure) {
        return DatabaseFailure.within(
                        failure, each -> each instanceof SQLException sql && READ_ONLY.equals(sql.getSQLState()))
                != null;
    }

    /** Reopens the database: read-write if its file can grow, else read-only. Returns true if it is writable. */
    boolean writes() {
        boolean growing = canGrow();
        if (growing || !EmbeddedDriver.isForReadingOnly()) {
            // Requests must not get connections that are about to be closed, nor any opened in between.
            connections.flush();
            EmbeddedDriver.reopen(!growing);
            connections.flush();
        }
        return growing;
    }

    /**
     * Writes a trial file at the offset where the database file ends, so that a limit on file sizes is detected too.
     */
    private boolean canGrow() {
        byte[] noise = new byte[TRIAL_BYTES];
        ThreadLocalRandom.current().nextBytes(noise);
        ByteBuffer bytes = ByteBuffer.wrap(noise);
        try (FileChannel trial = FileChannel.open(
                file.resolveSibling(file.getFileName() + ".trial"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE)) {
            long at = Files.size(file);
            while (bytes.hasRemaining()) {
                at += trial.write(bytes, at);
            }
            trial.force(true);
            return true;
        } catch (IOException e) {
            LOG.debugf("The file of the embedded database cannot grow; cause=%s", e);
            return false;
        }
    }
}
