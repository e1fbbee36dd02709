package press.gazette.importer.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** The files of imports in a folder of this node, by the ids of the imports and their numbers. */
@Singleton
public class ImportFiles {

    private static final Logger LOG = Logger.getLogger(ImportFiles.class);

    private static final int PIECE = 1 << 16;

    /** The characters of an id. */
    private static final int ID = 36;

    /** The names of files that this class and the restoration write. */
    private static final Pattern OWN = Pattern.compile("[0-9a-f-]{" + ID + "}(\\.([0-9]+|part|lines))*");

    private final ImportConfig config;

    ImportFiles(ImportConfig config) {
        this.config = config;
    }

    /**
     * Stores a file piece by piece, for {@link #keep}.
     *
     * @throws Problem {@code content-too-large}, {@code malformed-request}
     */
    public Path receive(InputStream content) {
        Path partial = config.importFolder().resolve(UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(config.importFolder());
            try (OutputStream file = Files.newOutputStream(partial)) {
                copy(content, file);
            }
            return partial;
        } catch (IOException e) {
            remove(partial);
            throw new UncheckedIOException("The file of an import cannot be stored", e);
        } catch (Problem refusal) {
            remove(partial);
            throw refusal;
        }
    }

    /**
     * Gives a file that has arrived to its import.
     *
     * @param number of the file, from 1
     */
    public void keep(Path received, UUID job, int number) {
        try {
            Files.move(
                    received, path(job, number), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of an import cannot be stored", e);
        }
    }

    private void copy(InputStream content, OutputStream file) throws IOException {
        byte[] piece = new byte[PIECE];
        long size = 0;
        int read = read(content, piece);
        while (read >= 0) {
            size += read;
            if (size > config.importMaxSize().asLongValue()) {
                throw Problem.of(
                        ProblemType.CONTENT_TOO_LARGE,
                        "The file is larger than " + config.importMaxSize().asLongValue() + " bytes.");
            }
            file.write(piece, 0, read);
            read = read(content, piece);
        }
        if (size == 0) {
            throw Problem.invalidContent("", "The file is empty.");
        }
    }

    private static int read(InputStream content, byte[] piece) {
        try {
            return content.read(piece);
        } catch (IOException e) {
            throw Problem.of(ProblemType.MALFORMED_REQUEST, "The content has not arrived completely.");
        }
    }

    /** The most files of one import. */
    public int most() {
        return config.importMaxFiles();
    }

    /** The time that an import waits for its next file. */
    Duration patience() {
        return config.importPatience();
    }

    /**
     * Removes files that a killed process has left: parts of files, and files whose imports have ended.
     *
     * @param unfinished the imports that need their files
     * @param before younger files stay: they may be arriving
     */
    void removeLeftovers(Set<UUID> unfinished, Instant before) {
        if (!Files.isDirectory(config.importFolder())) {
            return;
        }
        Set<String> names = unfinished.stream().map(UUID::toString).collect(Collectors.toSet());
        List<IOException> failures = new ArrayList<>();
        try (Stream<Path> all = Files.list(config.importFolder())) {
            for (Path file : all.toList()) {
                String name = String.valueOf(file.getFileName());
                if (OWN.matcher(name).matches() && !names.contains(name.substring(0, ID))) {
                    removeLeftover(file, before, failures);
                }
            }
        } catch (IOException e) {
            failures.add(e);
        }
        if (!failures.isEmpty()) {
            LOG.warnf(
                    "Files that imports have left cannot be removed; files=%d cause=%s",
                    failures.size(), failures.get(0));
        }
    }

    /** A file that cannot be removed costs room, but keeps no import from running. */
    private static void removeLeftover(Path file, Instant before, List<IOException> failures) {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            failures.add(e);
        }
    }

    private Path path(UUID job, int number) {
        return config.importFolder().resolve(number == 1 ? job.toString() : job + "." + number);
    }

    /** The files of an import in their order. */
    List<Path> paths(ImportJob job) {
        return IntStream.rangeClosed(1, job.options().fileCount())
                .mapToObj(number -> path(job.id(), number))
                .toList();
    }

    /** True if this node has the first file of an import, and should get the others. */
    public boolean hasBegun(ImportJob job) {
        return Files.exists(path(job.id(), 1));
    }

    /** True if this node has all files of an import. */
    public boolean has(ImportJob job) {
        return paths(job).stream().allMatch(Files::exists);
    }

    void remove(ImportJob job) {
        paths(job).forEach(ImportFiles::remove);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of an import cannot be removed", e);
        }
    }
}
