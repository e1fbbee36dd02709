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
import java.util.regex.Pattern;

import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.search.source.IndexBookmark;

/** The folders of indexes: one that is in use, and one that is being built. Others are removed once one of these is used. */
final class Generations {

    private static final Logger LOG = Logger.getLogger(Generations.class);

    private static final String PREFIX = "index-";

    private static final Pattern NAME = Pattern.compile(PREFIX + "\\d{6,18}");

    private final @Nullable Path folder;
    private final long memory;

    /** An index that was opened, and its place at its last commit. */
    record Opened(Generation generation, IndexBookmark bookmark) {}

    /** @param folder of all; null: in memory */
    Generations(@Nullable Path folder, long memory) {
        this.folder = folder;
        this.memory = memory;
    }

    /** Opens the newest index whose bookmark is accepted. Its files may be damaged: an {@link Examination} reads them. */
    Optional<Opened> newest(Predicate<IndexBookmark> accepted) throws IndexFailure {
        for (Path each : folders()) {
            Optional<Opened> opened = open(each, accepted);
            if (opened.isPresent()) {
                return opened;
            }
        }
        return Optional.empty();
    }

    private Optional<Opened> open(Path path, Predicate<IndexBookmark> accepted) {
        Generation generation = null;
        boolean isFit = false;
        try {
            // A writer removes the files of an index that was never complete, so it is opened for one that fits.
            if (fits(bookmark(path), accepted)) {
                generation = new Generation(path.getFileName().toString(), FSDirectory.open(path), memory);
                IndexBookmark bookmark = generation.bookmark();
                isFit = fits(bookmark, accepted);
                if (bookmark != null && isFit) {
                    return Optional.of(new Opened(generation, bookmark));
                }
            }
            LOG.infof("The index does not fit, and is built anew; folder=%s", path);
            return Optional.empty();
        } catch (IOException | IndexFailure e) {
            LOG.warnf("The index cannot be used, and is built anew; folder=%s cause=%s", path, e);
            return Optional.empty();
        } finally {
            if (generation != null && !isFit) {
                generation.close();
            }
        }
    }

    private static boolean fits(@Nullable IndexBookmark bookmark, Predicate<IndexBookmark> accepted) {
        return bookmark != null && accepted.test(bookmark);
    }

    private static @Nullable IndexBookmark bookmark(Path path) throws IOException {
        try (Directory files = FSDirectory.open(path)) {
            return IndexBookmark.of(SegmentInfos.readLatestCommit(files).getUserData());
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

    /** Removes files of Lucene only: whatever else stands in the folder is not the index's. */
    private static void remove(Path path) {
        try (Directory files = FSDirectory.open(path);
                Lock lock = files.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            lock.ensureValid();
            for (String file : files.listAll()) {
                if (IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches()
                        || file.startsWith(IndexFileNames.SEGMENTS)
                        || file.startsWith(IndexFileNames.PENDING_SEGMENTS)) {
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
            for (Path each : all) {
                if (NAME.matcher(each.getFileName().toString()).matches()) {
                    folders.add(each);
                }
            }
        } catch (IOException e) {
            throw new IndexFailure("The folder of the index cannot be read", e);
        }
        folders.sort(Comparator.comparingLong(Generations::number).reversed());
        return folders;
    }

    private static long number(Path path) {
        return Long.parseLong(path.getFileName().toString().substring(PREFIX.length()));
    }
}
