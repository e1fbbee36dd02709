package press.gazette.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import io.restassured.response.Response;
import org.eclipse.microprofile.config.ConfigProvider;

/** The files in the store of the running server, behind its back. */
public final class StoredNames {

    private final Path folder;
    private final boolean inBucket;

    private StoredNames(Path folder, boolean inBucket) {
        this.folder = folder;
        this.inBucket = inBucket;
    }

    public static StoredNames get() {
        return new StoredNames(
                ConfigProvider.getConfig().getValue("gazette.media-folder", Path.class),
                ConfigProvider.getConfig()
                        .getOptionalValue("gazette.media-s3-bucket", String.class)
                        .isPresent());
    }

    /** The folder of the store, or of this node's copies. */
    public Path folder() {
        return folder;
    }

    /** True if a name begins so. */
    public boolean has(String prefix) {
        if (inBucket) {
            return !ObjectStore.names(prefix).isEmpty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> folder.relativize(file).toString().startsWith(prefix));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file, and this node's copy of it. */
    public void lose(String name) {
        ObjectStore.remove(name);
        try {
            Files.deleteIfExists(folder.resolve(inBucket ? "copies/" + name : name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the file of a record. */
    public static String of(Response record, String ending) {
        String hash = record.path("file.sha256");
        return hash.substring(0, 2) + "/" + hash + "." + ending;
    }

    /** Removes this node's copies of a file and of its renditions. */
    public void forget(Response record) throws IOException {
        String hash = record.path("file.sha256");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().contains(hash)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Adds a file as a crash may leave it, two days ago. */
    public void putOld(String name) {
        Instant then = Instant.now().minus(Duration.ofDays(2));
        if (inBucket) {
            ObjectStore.put(name, "x", then);
            return;
        }
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "x");
            Files.setLastModifiedTime(file, FileTime.from(then));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the mark; returns the former one. */
    public String mark(String next) {
        String name = "gazette-media";
        try {
            String former = inBucket ? ObjectStore.text(name) : Files.readString(folder.resolve(name));
            if (inBucket) {
                ObjectStore.put(name, next, Instant.now());
            } else {
                Files.writeString(folder.resolve(name), next);
            }
            return former;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
