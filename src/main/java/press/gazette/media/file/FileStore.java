package press.gazette.media.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

import press.gazette.media.picture.Orientation;
import press.gazette.media.picture.PictureSource;
import press.gazette.media.storage.SingleFlight;
import press.gazette.media.storage.Storage;
import press.gazette.media.storage.StorageConfig;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** The newsroom's files, in a folder or a bucket. A file has its hash as its name: the same content is there once. */
@Singleton
public final class FileStore {

    private static final Logger LOG = Logger.getLogger(FileStore.class);

    private static final String INCOMING = "incoming";

    private static final String RENDITIONS = "renditions/";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}[.][a-z0-9]{3,5}");

    private final Path folder;
    private final long mostPixels;
    private final StoreMarker marker;
    private final Storage storage;
    private final Clock clock;
    private final SingleFlight<Path> reads = new SingleFlight<>(FileStore::unavailable);

    FileStore(MediaConfig config, StorageConfig place, StoreMarker marker, Storage storage, Clock clock) {
        this.folder = place.mediaFolder().toAbsolutePath();
        this.mostPixels = config.mediaMaxPixels();
        this.marker = marker;
        this.storage = storage;
        this.clock = clock;
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

    private static String name(StoredFile file) {
        return shard(file.hash()) + file.hash() + "." + file.type().extension();
    }

    private static String name(StoredFile picture, String rendition) {
        return renditions(picture.hash()) + rendition;
    }

    private static String renditions(String hash) {
        return RENDITIONS + shard(hash) + hash + "/";
    }

    private static String shard(String hash) {
        return hash.substring(0, 2) + "/";
    }

    /** The file on the disk of this node; empty if the store has lost it. It may be fetched first, which takes a while. */
    public Optional<Path> find(StoredFile file) {
        return find(name(file));
    }

    private Optional<Path> find(String name) {
        try {
            return storage.find(name);
        } catch (IOException e) {
            LOG.errorf("The store of files cannot be read; cause=%s", e);
            throw unavailable();
        }
    }

    /** The file on the disk of this node. The stage fails with {@code unavailable} if the store does not have it in time. */
    public CompletionStage<Path> read(StoredFile file) {
        String name = name(file);
        return storage.atHand(name)
                .<CompletionStage<Path>>map(CompletableFuture::completedFuture)
                .orElseGet(() -> reads.once(name, () -> find(name).orElseThrow(() -> missing(name))));
    }

    private static Problem missing(String name) {
        LOG.errorf("A file is missing in the store of files; file=%s", name);
        return unavailable();
    }

    /** A rendition on the disk of this node; empty if it is not there, though the store may have it. */
    public Optional<Path> renditionAtHand(StoredFile picture, String rendition) {
        return storage.atHand(name(picture, rendition));
    }

    /** A rendition; empty if it was not made yet. */
    public Optional<Path> rendition(StoredFile picture, String rendition) {
        return find(name(picture, rendition));
    }

    /** A picture that can be decoded. Its renditions that are made at the same time wait for one fetch. */
    public PictureSource source(StoredFile picture) {
        return new PictureSource(
                awaited(read(picture)),
                Objects.requireNonNull(picture.type().format()),
                new Orientation(picture.orientation()),
                mostPixels);
    }

    private static Path awaited(CompletionStage<Path> read) {
        try {
            return read.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    /** Stores a rendition. */
    public Path keepRendition(Path made, StoredFile picture, String rendition) {
        String name = name(picture, rendition);
        store(made, name);
        return storage.atHand(name).orElseThrow(FileStore::unavailable);
    }

    private void store(Path made, String name) {
        try {
            storage.store(made, name);
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
    List<String> hashes(Instant before) {
        try {
            return storage.names(before).stream()
                    .map(name -> name.substring(name.lastIndexOf('/') + 1).replaceFirst("[.].*", ""))
                    .filter(StoredFile::isHash)
                    .toList();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Removes what was left by uploads before a moment. */
    void removeParts(Instant before) {
        Path incoming = folder.resolve(INCOMING);
        try (Stream<Path> files = Files.exists(incoming) ? Files.list(incoming) : Stream.empty()) {
            files.filter(file -> isOlder(file, before)).forEach(IncomingFile::remove);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static boolean isOlder(Path file, Instant than) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(than);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Removes a file, and then its renditions: a slow bucket may take longer for hundreds of them than the caller's lock lasts, and
     * an upload that comes then keeps its file.
     */
    void remove(String hash) {
        try {
            storage.remove(shard(hash) + hash + ".");
            storage.remove(renditions(hash));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** True if this node has copies of files that the store keeps elsewhere. */
    boolean hasCopies() {
        return storage.hasCopies();
    }

    /** Passes on the hash of each copy on this node that is on its way to no reader. A file with renditions has several. */
    void idleCopies(Consumer<String> hash) {
        storage.idleCopies(name -> {
            Matcher found = HASH.matcher(name);
            if (found.find()) {
                hash.accept(found.group());
            }
        });
    }

    /** Removes this node's copies of a file and of its renditions; the store keeps them. Those that cannot be removed stay. */
    void removeCopies(String hash) {
        try {
            storage.removeCopies(shard(hash) + hash + ".");
            storage.removeCopies(renditions(hash));
        } catch (IOException e) {
            LOG.warnf("Copies of a removed file stay on this node; file=%s cause=%s", hash, e);
        }
    }

    /** Removes a file that was made under a name of {@link #incoming} and is not needed. */
    public static void discard(Path part) {
        IncomingFile.remove(part);
    }

    /**
     * Stores a received file, unless it is there. This is done before the transaction with its record: no row is locked, and no
     * connection to the database held, while a store is slow. The file stays for a day without a record.
     */
    public void keep(IncomingFile incoming) {
        try {
            reserve(incoming.file());
        } catch (ConstraintViolationException e) {
            // Another request has just stored the same content for the first time; its row is there now.
            reserve(incoming.file());
        }
        store(incoming.path(), name(incoming.file()));
    }

    private void reserve(StoredFile file) {
        QuarkusTransaction.requiringNew().run(() -> FiledContent.used(Stream.of(Optional.of(file)), clock.instant()));
    }

    /**
     * Stores a file of an export, unless it is there. False if its content is not that of its name.
     *
     * @param part a name of {@link #incoming}, whose file is moved or removed
     * @param name in the store
     */
    public boolean restore(Path part, String name) {
        try {
            String hash = name.replaceFirst("[.].*", "");
            boolean genuine = NAME.matcher(name).matches() && Uploads.hash(part).equals(hash);
            if (genuine) {
                storage.store(part, shard(hash) + name);
            }
            return genuine;
        } catch (IOException e) {
            throw failure(e);
        } finally {
            discard(part);
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
