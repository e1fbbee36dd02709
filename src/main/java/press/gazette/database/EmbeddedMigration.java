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
 * Migrates the file of the embedded database in such a way that a start which is broken off does no harm. H2 commits each
 * DDL statement by itself, so a migration that ends in the middle could be neither repeated nor undone. Therefore the file
 * is copied before it is migrated, and the copy is removed when all migrations have ended: a start that finds a copy goes
 * back to it.
 *
 * <p>Each step can be broken off. The copy has another name until it is whole; it gets its name, and takes the place of the
 * database, by a rename, which is done or not done; and it is removed before anybody can write to the database.
 */
final class EmbeddedMigration {

    private static final Logger LOG = Logger.getLogger(EmbeddedMigration.class);

    private static final Pattern FILE_URL = Pattern.compile("jdbc:h2:file:([^;]+).*");

    private final Path file;

    /** The database as it was before the migration that is under way. */
    private final Path copy;

    private final Path unfinishedCopy;

    /** Held by the process that migrates; never removed. */
    private final Path lock;

    /** @param file the database; Flyway makes it when it does not exist */
    EmbeddedMigration(Path file) {
        this.file = file;
        this.copy = beside(file, ".before-migration");
        this.unfinishedCopy = beside(file, ".copying");
        this.lock = file.resolveSibling("gazette.lock");
    }

    /** The file that H2 keeps for a JDBC URL; empty: the database is in memory, or another one. */
    static Optional<Path> file(String url) {
        Matcher file = FILE_URL.matcher(url);
        return file.matches() ? Optional.of(Path.of(file.group(1) + ".mv.db")) : Optional.empty();
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /**
     * Migrates, if there is something to migrate.
     *
     * @param flyway closes its connections after each command, and with them the database
     */
    void run(Flyway flyway) throws IOException {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock(channel)) {
            if (held == null) {
                throw new IOException("The embedded database " + file + " is in use by another process.");
            }
            goBack();
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

    private void goBack() throws IOException {
        Files.deleteIfExists(unfinishedCopy);
        if (Files.exists(copy)) {
            LOG.warnf("A migration of the database did not end; it begins again from the copy; file=%s", copy);
            rename(copy, file);
        }
    }

    private void copyFile() throws IOException {
        try {
            Files.copy(file, unfinishedCopy);
            force(unfinishedCopy);
            rename(unfinishedCopy, copy);
        } catch (IOException e) {
            Files.deleteIfExists(unfinishedCopy);
            // Without a cause: this is what the operator is told.
            throw new IOException("The embedded database has to be migrated, and is copied before; the copy cannot be "
                    + "written: " + unfinishedCopy + ": " + e.getMessage());
        }
    }

    /** The migrated file is on the disk before the copy goes, and the copy has gone for good before anybody writes. */
    private void removeCopy() throws IOException {
        force(file);
        Files.delete(copy);
        forceFolder();
    }

    private void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder();
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Without it a loss of power could bring a removed copy back. Some systems cannot do that; they do it by themselves. */
    private void forceFolder() {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            LOG.debugf("The folder cannot be forced to the disk; cause=%s", e);
        }
    }
}
