package press.gazette.media.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder that all nodes share. A file is flushed to the disk and then moved to its name, so it appears whole. */
final class SharedFolder implements Storage {

    /** The name of the file with the mark. */
    static final String MARK = "gazette-media";

    /** The folders with files are named by the first two digits of their hashes. */
    private static final Pattern SHARD = Pattern.compile("[0-9a-f]{2}");

    private final Path folder;

    SharedFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    @Override
    public Optional<Path> atHand(String name) {
        return Optional.of(folder.resolve(name)).filter(Files::isReadable);
    }

    @Override
    public Optional<Path> find(String name) {
        return atHand(name);
    }

    @Override
    public void store(Path made, String name) throws IOException {
        Path target = folder.resolve(name);
        Path parent = Files.createDirectories(folder.resolve(name.substring(0, name.lastIndexOf('/'))));
        flush(made);
        Files.move(made, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        flush(parent);
    }

    /** Writes a file, or the entries of a folder, to the disk: else a moved file may be empty or lost after a power cut. */
    static void flush(Path written) throws IOException {
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public List<String> names(Instant before) {
        return files(folder)
                .filter(part -> SHARD.matcher(part.getFileName().toString()).matches())
                .flatMap(SharedFolder::files)
                .filter(file -> isOlder(file, before))
                .map(file -> folder.relativize(file).toString())
                .toList();
    }

    /** The prefix ends a folder, or begins the name of a file in one. */
    @Override
    public void remove(String prefix) throws IOException {
        int end = prefix.lastIndexOf('/') + 1;
        Path within = folder.resolve(prefix.substring(0, end));
        String begin = prefix.substring(end);
        for (Path file : files(within).toList()) {
            if (file.getFileName().toString().startsWith(begin)) {
                Files.deleteIfExists(file);
            }
        }
        if (begin.isEmpty()) {
            Files.deleteIfExists(within);
        }
    }

    @Override
    public boolean hasCopies() {
        return false;
    }

    @Override
    public void idleCopies(Consumer<String> name) {
        // There are none.
    }

    @Override
    public void removeCopies(String prefix) {
        // There are none.
    }

    @Override
    public Optional<String> mark() throws IOException {
        try {
            return Optional.of(Files.readString(folder.resolve(MARK), StandardCharsets.US_ASCII)
                    .strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void mark(String id) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.writeString(folder.resolve(MARK + "." + id), id, StandardCharsets.US_ASCII);
        Files.move(fresh, folder.resolve(MARK), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public boolean hasFiles() {
        return files(folder).anyMatch(Files::isDirectory);
    }

    @Override
    public String setting() {
        return "gazette.media-folder";
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
}
