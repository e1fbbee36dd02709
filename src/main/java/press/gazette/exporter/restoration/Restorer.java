package press.gazette.exporter.restoration;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import press.gazette.change.ChangesCommitted;
import press.gazette.database.due.PlannedWork;
import press.gazette.exporter.format.Tar;
import press.gazette.media.file.FileStore;

/** Imports exports, as lines or as archives with files, and tells this node of the new content. */
@Singleton
public final class Restorer {

    private static final String CONTENT = "content/";
    private static final String FILES = "files/";

    private final DataSource database;
    private final FileStore store;
    private final PlannedWork plans;
    private final Event<ChangesCommitted> committed;

    Restorer(DataSource database, FileStore store, PlannedWork plans, Event<ChangesCommitted> committed) {
        this.database = database;
        this.store = store;
        this.plans = plans;
        this.committed = committed;
    }

    /**
     * Imports a file. Files of an archive are stored first; if the import fails, the store removes them after some time, as all
     * files without a record.
     *
     * @throws UnreadableExport if the file has mistakes, or the database has content
     */
    public Restoration.Result restore(Path file, boolean dryRun, Restoration.Run run) {
        Path lines = file.resolveSibling(file.getFileName() + "." + run.number() + ".lines");
        try {
            boolean archive = isArchive(file);
            if (archive) {
                unpack(file, lines, dryRun);
            }
            Restoration.Result result = Restoration.of(archive ? lines : file, database, dryRun, run);
            if (result.complete() && !dryRun) {
                committed.fire(new ChangesCommitted(List.of()));
                plans.lookAgain();
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("The file of an export cannot be read", e);
        } finally {
            remove(lines);
        }
    }

    private static boolean isArchive(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return Tar.isHead(content.readNBytes(Tar.headLength()));
        }
    }

    /** Joins the lines to one file. */
    private void unpack(Path archive, Path lines, boolean dryRun) throws IOException {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(archive));
                OutputStream all = new BufferedOutputStream(Files.newOutputStream(lines))) {
            Tar.Entry entry = next(content);
            while (entry != null) {
                if (entry.name().startsWith(CONTENT)) {
                    read(entry, content, all);
                } else if (entry.name().startsWith(FILES) && !dryRun) {
                    store(entry, content);
                } else {
                    read(entry, content, OutputStream.nullOutputStream());
                }
                entry = next(content);
            }
        }
    }

    private static Tar.@Nullable Entry next(InputStream content) {
        try {
            return Tar.next(content);
        } catch (IOException e) {
            throw UnreadableExport.at(0, "The archive is damaged or cut off.");
        }
    }

    private static void read(Tar.Entry entry, InputStream content, OutputStream out) {
        try {
            Tar.read(entry, content, out);
        } catch (IOException e) {
            throw UnreadableExport.at(0, String.valueOf(e.getMessage()));
        }
    }

    private void store(Tar.Entry entry, InputStream content) throws IOException {
        Path part = store.incoming();
        try (OutputStream file = Files.newOutputStream(part)) {
            read(entry, content, file);
        } catch (UnreadableExport e) {
            FileStore.discard(part);
            throw e;
        }
        if (!store.restore(part, entry.name().substring(FILES.length()))) {
            throw UnreadableExport.at(
                    0, "The archive's " + entry.name() + " is damaged: its content has another hash.");
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The lines of an export cannot be removed", e);
        }
    }
}
