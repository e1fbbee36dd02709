package press.gazette.search.index;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.search.index.retrieval.Snapshot;

/** The folders of indexes: one that is in use, one that is being built, and none else for long. */
final class Generations {

    private static final Logger LOG = Logger.getLogger(Generations.class);

    private static final String PREFIX = "index-";

    private final @Nullable Path folder;
    private final long memory;

    /**
     * An index that is fit for use.
     *
     * @param snapshot its state at its last commit
     */
    record Opened(Generation generation, Bookmark bookmark, Snapshot snapshot) {}

    /** @param folder of all; null: in memory */
    Generations(@Nullable Path folder, long memory) {
        this.folder = folder;
        this.memory = memory;
    }

    /** Opens the newest index whose bookmark is accepted and whose files are whole. */
    Optional<Opened> newest(Predicate<Bookmark> accepted) throws IndexFailure {
        for (Path each : folders()) {
            Optional<Opened> opened = open(each, accepted);
            if (opened.isPresent()) {
                return opened;
            }
        }
        return Optional.empty();
    }

    private Optional<Opened> open(Path path, Predicate<Bookmark> accepted) {
        Generation generation = null;
        try {
            Bookmark bookmark = bookmark(path);
            if (bookmark == null || !accepted.test(bookmark)) {
                LOG.infof("The index does not fit, and is built anew; folder=%s", path);
                return Optional.empty();
            }
            generation = new Generation(path.getFileName().toString(), FSDirectory.open(path), memory);
            Snapshot snapshot = generation.snapshot(bookmark.position(), null);
            Generation.check(snapshot);
            return Optional.of(new Opened(generation, bookmark, snapshot));
        } catch (IOException | IndexFailure e) {
            LOG.warnf("The index cannot be used, and is built anew; folder=%s cause=%s", path, e);
            if (generation != null) {
                generation.close();
            }
            return Optional.empty();
        }
    }

    private static @Nullable Bookmark bookmark(Path path) throws IOException {
        try (Directory files = FSDirectory.open(path)) {
            return Bookmark.of(SegmentInfos.readLatestCommit(files).getUserData());
        } catch (RuntimeException e) {
            throw new IOException("The last commit cannot be read", e);
        }
    }

    /** An empty index beside the others. */
    Generation next() throws IndexFailure {
        if (folder == null) {
            return new Generation("memory", new ByteBuffersDirectory(), memory);
        }
        try {
            long last = folders().stream().mapToLong(Generations::number).max().orElse(0);
            Path path = folder.resolve(PREFIX + "%06d".formatted(last + 1));
            Files.createDirectories(path);
            return new Generation(path.getFileName().toString(), FSDirectory.open(path), memory);
        } catch (IOException e) {
            throw new IndexFailure("The folder of the index cannot be made", e);
        }
    }

    /** Removes all indexes but this one, unless another process uses them. */
    void removeOthers(Generation used) {
        try {
            for (Path each : folders()) {
                if (!each.getFileName().toString().equals(used.name())) {
                    remove(each);
                }
            }
        } catch (IndexFailure e) {
            LOG.debugf(e, "Old indexes cannot be listed; folder=%s", folder);
        }
    }

    /** Removes one index. */
    void remove(Generation closed) {
        if (folder != null) {
            remove(folder.resolve(closed.name()));
        }
    }

    private static void remove(Path path) {
        try (Directory files = FSDirectory.open(path);
                Lock lock = files.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            lock.ensureValid();
            for (String file : files.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    files.deleteFile(file);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.debugf("An old index stays for now; folder=%s cause=%s", path, e);
            return;
        }
        try {
            Files.deleteIfExists(path.resolve(IndexWriter.WRITE_LOCK_NAME));
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.debugf("The folder of an old index stays for now; folder=%s cause=%s", path, e);
        }
    }

    /** The folders, the newest first. */
    private List<Path> folders() throws IndexFailure {
        List<Path> folders = new ArrayList<>();
        if (folder == null || !Files.isDirectory(folder)) {
            return folders;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, PREFIX + "*")) {
            all.forEach(folders::add);
        } catch (IOException e) {
            throw new IndexFailure("The folder of the index cannot be read", e);
        }
        folders.sort(Comparator.comparingLong(Generations::number).reversed());
        return folders;
    }

    private static long number(Path path) {
        try {
            return Long.parseLong(path.getFileName().toString().substring(PREFIX.length()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
