package press.gazette.media.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import press.gazette.media.picture.Orientation;
import press.gazette.media.picture.PictureSource;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * The folder with the newsroom's files, which all nodes share. A file has its hash as its name: the same content is there once.
 * Files appear whole: they are written under another name in the same folder, flushed to the disk, and moved.
 */
@Singleton
public final class FileStore {

    private static final Logger LOG = Logger.getLogger(FileStore.class);

    private static final String INCOMING = "incoming";

    private static final String RENDITIONS = "renditions";

    /** The folders with files are named by the first two digits of their hashes. */
    private static final Pattern SHARD = Pattern.compile("[0-9a-f]{2}");

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final long mostPixels;
    private final StoreMarker marker;

    FileStore(MediaConfig config, StoreMarker marker) {
        this.folder = config.mediaFolder().toAbsolutePath();
        this.mostPixels = config.mediaMaxPixels();
        this.marker = marker;
    }

    /** A new name for a file that arrives or is made. */
    public Path incoming() {
        marker.require();
        try {
            Path incoming = Files.createDirectories(folder.resolve(INCOMING));
            return incoming.resolve(UUID.randomUUID() + ".part");
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** The place of a file, which need not be there. */
    public Path path(StoredFile file) {
        return shard(file).resolve(file.hash() + "." + file.type().extension());
    }

    private Path shard(StoredFile file) {
        return folder.resolve(file.hash().substring(0, 2));
    }

    /** The place of a rendition, which need not be there. */
    public Path renditionPath(StoredFile picture, String name) {
        return renditions(picture.hash()).resolve(name);
    }

    private Path renditions(String hash) {
        return folder.resolve(RENDITIONS).resolve(hash.substring(0, 2)).resolve(hash);
    }

    /** A picture that can be decoded. */
    public PictureSource source(StoredFile picture) {
        return new PictureSource(
                path(picture),
                Objects.requireNonNull(picture.type().format()),
                new Orientation(picture.orientation()),
                mostPixels);
    }

    /** Stores a rendition, flushed to the disk: an empty file after a power cut would be served for ever. */
    public void keepRendition(Path made, StoredFile picture, String name) {
        try {
            Path target = Files.createDirectories(renditions(picture.hash())).resolve(name);
            flush(made);
            Files.move(made, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** The size of a file that was there a moment ago. */
    public static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw unavailable();
        }
    }

    /** The hashes of files that were stored before a moment. */
    Stream<String> hashes(Instant before) {
        return files(folder)
                .filter(part -> SHARD.matcher(part.getFileName().toString()).matches())
                .flatMap(FileStore::files)
                .filter(file -> isOlder(file, before))
                .map(file -> file.getFileName().toString().replaceFirst("[.].*", ""))
                .filter(name -> HASH.matcher(name).matches());
    }

    /** Removes what was left by uploads before a moment. */
    void removeParts(Instant before) {
        files(folder.resolve(INCOMING)).filter(file -> isOlder(file, before)).forEach(IncomingFile::remove);
    }

    /** Removes a file and its renditions. */
    void remove(String hash) {
        String shard = hash.substring(0, 2);
        Path renditions = renditions(hash);
        files(renditions).forEach(IncomingFile::remove);
        IncomingFile.remove(renditions);
        files(folder.resolve(shard))
                .filter(file -> file.getFileName().toString().startsWith(hash + "."))
                .forEach(IncomingFile::remove);
    }

    private static Stream<Path> files(Path within) {
        try (Stream<Path> all = Files.list(within)) {
            return all.toList().stream();
        } catch (IOException e) {
            // The folder does not exist before its first file.
            return Stream.empty();
        }
    }

    private static boolean isOlder(Path file, Instant than) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(than);
        } catch (IOException e) {
            return false;
        }
    }

    /** Removes a file that was made under a name of {@link #incoming} and is not needed. */
    public static void discard(Path part) {
        IncomingFile.remove(part);
    }

    /** Stores a received file, unless it is there. The transaction holds its {@link FiledContent}. */
    public void keep(IncomingFile incoming) {
        Path target = path(incoming.file());
        try {
            Path shard = Files.createDirectories(shard(incoming.file()));
            if (Files.exists(incoming.path())) {
                Files.move(
                        incoming.path(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                flush(shard);
            } else if (!Files.exists(target)) {
                throw new IOException("The received file is missing.");
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Writes a file, or the entries of a folder, to the disk: else a moved file may be lost with the power. */
    private static void flush(Path written) throws IOException {
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The problem for a failure of the store: 507 if it is full, else 503. */
    public static Problem failure(IOException failure) {
        String reason = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (reason.contains("no space left") || reason.contains("quota exceeded")) {
            return Problem.of(ProblemType.INSUFFICIENT_STORAGE, "The store of files is full.");
        }
        LOG.errorf("The store of files cannot be used; cause=%s", failure);
        return unavailable();
    }

    /** The problem while the store, or a file that should be in it, cannot be read. */
    public static Problem unavailable() {
        return Problem.of(ProblemType.UNAVAILABLE, "The store of files does not respond.");
    }
}
