package press.gazette.media.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A bucket of an object store that speaks S3. Each node has copies of the files that its readers ask for. */
final class Bucket implements Storage {

    private static final Pattern ORIGINAL = Pattern.compile("[0-9a-f]{2}/([0-9a-f]{64})[.][a-z0-9]+");

    /** The folder of files that arrive. */
    private static final String INCOMING = "incoming";

    /**
     * Files that are fetched at the same time, and as many that are sent; as many of each wait. A store that hangs must not hold
     * all worker threads, nor may readers of large films hold up uploads.
     */
    private static final int EXCHANGES = 8;

    /** Names of originals begin with a hexadecimal digit. */
    private static final List<String> HASH_PREFIXES =
            "0123456789abcdef".chars().mapToObj(Character::toString).toList();

    private final BucketObjects objects;
    private final LocalCopies copies;
    private final Path incoming;
    private final long waitMillis;
    private final Semaphore fetches = new Semaphore(EXCHANGES, true);
    private final Semaphore stores = new Semaphore(EXCHANGES, true);

    private Bucket(StorageConfig config, Clock clock) {
        this.objects = new BucketObjects(config);
        this.copies = new LocalCopies(config.mediaFolder(), config.mediaCopies().asLongValue(), clock);
        this.incoming = config.mediaFolder().toAbsolutePath().resolve(INCOMING);
        this.waitMillis = config.s3Deadline().toMillis();
    }

    /**
     * The bucket of the settings, which need not respond yet.
     *
     * @throws IllegalArgumentException if the settings cannot work
     */
    static Bucket of(StorageConfig config, Clock clock) {
        BucketClient.check(config);
        return new Bucket(config, clock);
    }

    @Override
    public Optional<Path> atHand(String name) {
        return copies.find(name);
    }

    @Override
    public Optional<Path> find(String name) throws IOException {
        Optional<Path> copy = copies.find(name);
        return copy.isPresent() ? copy : limited(fetches, () -> fetch(name));
    }

    private Optional<Path> fetch(String name) throws IOException {
        Path part = Files.createDirectories(incoming).resolve(UUID.randomUUID() + ".part");
        try {
            return objects.read(name, hash(name), part) ? Optional.of(copies.add(part, name)) : Optional.empty();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** An original has its hash as its name. */
    private static @Nullable String hash(String name) {
        Matcher original = ORIGINAL.matcher(name);
        return original.matches() ? original.group(1) : null;
    }

    @Override
    public void store(Path made, String name) throws IOException {
        limited(stores, () -> {
            // A rendition that is there is damaged: it was looked for before it was made.
            objects.store(made, name, hash(name) != null);
            return copies.add(made, name);
        });
    }

    @Override
    public List<String> names(Instant before) throws IOException {
        List<String> names = new ArrayList<>();
        for (String prefix : HASH_PREFIXES) {
            objects.list(prefix).stream()
                    .filter(each -> each.stored().isBefore(before))
                    .map(BucketObjects.Item::name)
                    .filter(name -> hash(name) != null)
                    .forEach(names::add);
        }
        return names;
    }

    @Override
    public void remove(String prefix) throws IOException {
        for (BucketObjects.Item each : objects.list(prefix)) {
            objects.delete(each.name());
        }
        copies.remove(prefix);
    }

    @Override
    public boolean hasCopies() {
        return true;
    }

    @Override
    public void idleCopies(Consumer<String> name) {
        copies.idle(name);
    }

    @Override
    public void removeCopies(String prefix) throws IOException {
        copies.remove(prefix);
    }

    @Override
    public Optional<String> mark() throws IOException {
        return limited(stores, () -> objects.text(SharedFolder.MARK).map(String::strip));
    }

    @Override
    public void mark(String id) throws IOException {
        objects.write(SharedFolder.MARK, id);
    }

    @Override
    public boolean hasFiles() throws IOException {
        for (String prefix : HASH_PREFIXES) {
            if (!objects.list(prefix).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String setting() {
        return "gazette.media-s3-bucket";
    }

    /** Work with the bucket. */
    @FunctionalInterface
    private interface Exchange<T> {
        T run() throws IOException;
    }

    private <T> T limited(Semaphore free, Exchange<T> work) throws IOException {
        try {
            if (free.getQueueLength() >= EXCHANGES || !free.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
                throw new IOException("Too many requests wait for the object store");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The process stops", e);
        }
        try {
            return work.run();
        } finally {
            free.release();
        }
    }
}
