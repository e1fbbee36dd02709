package press.gazette.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Migrates the file of the embedded database so that an interrupted start does no harm. H2 commits each DDL statement
 * by itself, so an interrupted migration could be neither repeated nor undone. Therefore the file is copied before the
 * migration, and the copy is removed after the last one: a start that finds a copy restores it.
 *
 * <p>Each step may be interrupted. The copy has a temporary name until it is complete; it gets its name, and replaces
 * the database, by an atomic rename; and it is removed before anything can write to the database.
 */
final class EmbeddedMigration {

    private static final Logger LOG = Logger.getLogger(EmbeddedMigration.class);

    private static final Pattern FILE_URL = Pattern.compile("jdbc:h2:file:([^;]+).*");

    private final Path file;

    /** The database before the running migration. */
    private final Path copy;

    private final Path unfinishedCopy;

    /** Held by the process that migrates; never removed. */
    private final Path lock;

    /** @param file the database; Flyway creates it if it does not exist */
    EmbeddedMigration(Path file) {
        this.file = file;
        this.copy = beside(file, ".before-migration");
        this.unfinishedCopy = beside(file, ".copying");
        this.lock = file.resolveSibling("gazette.lock");
    }

    /** The file of an H2 JDBC URL; empty if the database is in memory or not an H2 file. */
    static Optional<Path> file(String url) {
        Matcher file = FILE_URL.matcher(url);
        return file.matches() ? Optional.of(Path.of(file.group(1) + ".mv.db")) : Optional.empty();
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /**
     * Applies pending migrations.
     *
     * @param flyway closes its connections, and with them the database, after each command
     */
    void run(Flyway flyway) throws IOException {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock(channel)) {
            if (held == null) {
                throw new IOException("The embedded database " + file + " is in use by another process.");
            }
            restoreCopy();
            if (flyway.info().pending().length > 0) {
                copyFile();
                flyway.migrate();
                removeCopy();
            }
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void restoreCopy() throws IOException {
        Files.deleteIfExists(unfinishedCopy);
        if (Files.exists(copy)) {
            LOG.warnf("A migration of the database was interrupted; it starts again from the copy; file=%s", copy);
            rename(copy, file);
        }
    }

    private void copyFile() throws IOException {
        try {
            Files.copy(file, unfinishedCopy);
            sync(unfinishedCopy);
            rename(unfinishedCopy, copy);
        } catch (IOException e) {
            Files.deleteIfExists(unfinishedCopy);
            // Without a cause: the message alone is shown to the operator.
            throw new IOException("The embedded database must be copied before its migration, but the copy cannot be "
                    + "written: " + unfinishedCopy + ": " + e.getMessage());
        }
    }

    /**
     * The migrated file is synced to disk before the copy is deleted, and the deletion is synced before anything
     * writes.
     */
    private void removeCopy() throws IOException {
        sync(file);
        Files.delete(copy);
        syncFolder();
    }

    private void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder();
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /**
     * Without this, a power failure could bring a deleted copy back. Systems without it sync folders by themselves.
     */
    private void syncFolder() {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            LOG.debugf("The folder cannot be synced to disk; cause=%s", e);
        }
    }
}
