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
import java.util.Optional;
import java.util.function.Consumer;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Copies of files in a bucket on this node's disk, in a folder of their own: other files are never removed. The least recently
 * used copies are removed when all take too much space.
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

    /** They take too much space until then, since too few could be removed: the folder is not walked for each further one. */
    private Instant fullUntil = Instant.MIN;

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
    private record Copy(Path file, long bytes, Instant used) {

        Duration age(Instant now) {
            return Duration.between(used, now);
        }
    }

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
        Instant now = clock.instant();
        if (bytes >= 0 && (bytes + added <= most || now.isBefore(fullUntil))) {
            bytes += added;
            return;
        }
        SpaceByAge idle = new SpaceByAge();
        bytes = 0;
        walk(copy -> {
            bytes += copy.bytes();
            if (isIdle(copy, now) && Files.isWritable(copy.file().getParent())) {
                idle.add(copy.age(now), copy.bytes());
            }
        });
        if (bytes > most) {
            remove(idle.oldest(bytes - (long) (most * EVICT_DOWN_TO)), now);
            fullUntil = bytes > most ? now.plus(IN_USE) : Instant.MIN;
            LOG.debugf("Removed copies of files; remaining_bytes=%d", bytes);
        }
    }

    private void remove(SpaceByAge.Cut cut, Instant now) {
        long[] left = {cut.ofStep()};
        walk(copy -> {
            int step = SpaceByAge.step(copy.age(now));
            boolean isChosen = step > cut.step() || (step == cut.step() && left[0] > 0);
            if (isChosen && isIdle(copy, now) && isRemoved(copy)) {
                bytes -= copy.bytes();
                left[0] -= step == cut.step() ? copy.bytes() : 0;
            }
        });
    }

    private static boolean isIdle(Copy copy, Instant now) {
        return copy.used().isBefore(now.minus(IN_USE));
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

    /** Passes on each copy that can be read, in any order. A node may have millions, so there is no list of them. */
    private void walk(Consumer<Copy> each) {
        try {
            Files.walkFileTree(folder, new Walk(each));
        } catch (IOException e) {
            LOG.warnf("The copies of files cannot be read; cause=%s", e);
        }
    }

    /** Passes over folders and files that cannot be read, or have just been removed. */
    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Consumer<Copy> each;

        Walk(Consumer<Copy> each) {
            this.each = each;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                each.accept(new Copy(
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

    /** Passes on the name of each copy that is on its way to no reader, in any order; copies may be removed meanwhile. */
    void idle(Consumer<String> name) {
        Instant now = clock.instant();
        walk(copy -> {
            if (isIdle(copy, now)) {
                name.accept(folder.relativize(copy.file()).toString());
            }
        });
    }

    /** Removes the copies whose names begin so: {@code ab/ab12….} or a folder. */
    void remove(String prefix) throws IOException {
        new SharedFolder(folder).remove(prefix);
    }
}
