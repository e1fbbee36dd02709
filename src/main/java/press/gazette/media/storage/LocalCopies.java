package press.gazette.media.storage;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Copies of files in a bucket on this node's disk, in a folder of their own: other files are never removed. The least recently
 * used copies are removed when they take too much space.
 */
final class LocalCopies {

    private static final Logger LOG = Logger.getLogger(LocalCopies.class);

    /** A use sets the time of the file, unless another has set it within this interval, which is a part of {@link #IN_USE}. */
    private static final Duration TOUCH_INTERVAL = Duration.ofSeconds(20);

    /** A copy that was made or used a moment ago may be on its way to a reader. */
    private static final Duration IN_USE = Duration.ofMinutes(1);

    /** Down to this part of the bound, so that the folder is not walked for each file. */
    private static final double EVICT_DOWN_TO = 0.9;

    private static final String COPIES = "copies";

    private final Path folder;
    private final long most;
    private final Clock clock;

    /** The space that they take; negative: unknown. */
    private long bytes = -1;

    /**
     * The copies of a node.
     *
     * @param mediaFolder the folder above theirs
     * @param most bytes that they take
     */
    LocalCopies(Path mediaFolder, long most, Clock clock) {
        this.folder = mediaFolder.toAbsolutePath().resolve(COPIES);
        this.most = most;
        this.clock = clock;
    }

    /** A copy, its size and the time of its last use, about. */
    private record Copy(Path file, long bytes, Instant used) {}

    Optional<Path> find(String name) {
        Path copy = folder.resolve(name);
        if (!Files.isReadable(copy)) {
            return Optional.empty();
        }
        try {
            Instant now = clock.instant();
            if (Files.getLastModifiedTime(copy).toInstant().isBefore(now.minus(TOUCH_INTERVAL))) {
                Files.setLastModifiedTime(copy, FileTime.from(now));
            }
        } catch (IOException e) {
            // Another thread may have removed it.
            return Optional.empty();
        }
        return Optional.of(copy);
    }

    /**
     * Moves a file to its name.
     *
     * @param made in the file system of the media folder
     */
    Path add(Path made, String name) throws IOException {
        Path copy = folder.resolve(name);
        Files.createDirectories(folder.resolve(name.substring(0, name.lastIndexOf('/'))));
        long added = Files.size(made);
        // A power cut must not leave an empty copy under the name.
        SharedFolder.flush(made);
        Files.move(made, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        makeRoom(added);
        return copy;
    }

    /** A copy that cannot be removed stays, and takes space. */
    private synchronized void makeRoom(long added) {
        if (bytes >= 0 && bytes + added <= most) {
            bytes += added;
            return;
        }
        List<Copy> all = all();
        bytes = all.stream().mapToLong(Copy::bytes).sum();
        if (bytes <= most) {
            return;
        }
        Instant recently = clock.instant().minus(IN_USE);
        for (Copy each : all) {
            if (bytes > most * EVICT_DOWN_TO && each.used().isBefore(recently) && isRemoved(each)) {
                bytes -= each.bytes();
            }
        }
        LOG.debugf("Removed copies of files; remaining_bytes=%d", bytes);
    }

    private static boolean isRemoved(Copy copy) {
        try {
            Files.deleteIfExists(copy.file());
            return true;
        } catch (IOException e) {
            LOG.warnf("The copy of a file cannot be removed; cause=%s", e);
            return false;
        }
    }

    /** All copies that can be read, the least recently used first. */
    private List<Copy> all() {
        List<Copy> all = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new Walk(all));
        } catch (IOException e) {
            LOG.warnf("The copies of files cannot be read; cause=%s", e);
        }
        all.sort(Comparator.comparing(Copy::used));
        return all;
    }

    /** Collects copies, and passes over folders and files that cannot be read, or have just been removed. */
    private static final class Walk extends SimpleFileVisitor<Path> {

        private final List<Copy> found;

        Walk(List<Copy> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                found.add(new Copy(
                        file, attributes.size(), attributes.lastModifiedTime().toInstant()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }

    /** The names of copies that are on their way to no reader. */
    List<String> idle() {
        Instant recently = clock.instant().minus(IN_USE);
        return all().stream()
                .takeWhile(copy -> copy.used().isBefore(recently))
                .map(copy -> folder.relativize(copy.file()).toString())
                .toList();
    }

    /** Removes the copies whose names begin so: {@code ab/ab12….} or a folder. */
    void remove(String prefix) throws IOException {
        new SharedFolder(folder).remove(prefix);
    }
}
