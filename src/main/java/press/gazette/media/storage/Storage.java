package press.gazette.media.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The place of the files of all nodes. The name of a file is a path of folders: {@code ab/ab12….jpg}, or
 * {@code renditions/ab/ab12…/0123.webp}. A file never changes. Both kinds have the same names, so that a folder can be copied into
 * a bucket.
 */
public interface Storage {

    /** The file, if this node has it on its disk. */
    Optional<Path> atHand(String name);

    /**
     * The file on this node's disk, fetched if it is not there; empty if the storage does not have it.
     *
     * @throws IOException if the storage cannot be read, or has other bytes
     */
    Optional<Path> find(String name) throws IOException;

    /**
     * Stores a file, whole or not at all, unless it is there.
     *
     * @param made is moved; it must be in the same file system as the storage's folder
     */
    void store(Path made, String name) throws IOException;

    /** The names of files that were stored before a moment, without those below the folder renditions. */
    List<String> names(Instant before) throws IOException;

    /** Removes all files whose names begin so. */
    void remove(String prefix) throws IOException;

    /** True if this node has copies of files that the storage keeps elsewhere. */
    boolean hasCopies();

    /** Passes on the name of each copy of this node that was not used for a minute, about. Copies may be removed meanwhile. */
    void idleCopies(Consumer<String> name);

    /** Removes this node's copies whose names begin so; the storage keeps its files. */
    void removeCopies(String prefix) throws IOException;

    /** The mark of the database whose files these are; empty if there is none. */
    Optional<String> mark() throws IOException;

    /** Marks the storage. */
    void mark(String id) throws IOException;

    /** True if it has any file but the mark. */
    boolean hasFiles() throws IOException;

    /** The setting that names the place. */
    String setting();
}
