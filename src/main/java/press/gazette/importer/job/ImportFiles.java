package press.gazette.importer.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

import jakarta.inject.Singleton;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** The files of imports in a folder of this node, by the ids of the imports. */
@Singleton
public class ImportFiles {

    private static final int PIECE = 1 << 16;

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

    /** Gives a file that has arrived to its import. */
    public void keep(Path received, UUID job) {
        try {
            Files.move(received, path(job), StandardCopyOption.ATOMIC_MOVE);
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

    Path path(UUID job) {
        return config.importFolder().resolve(job.toString());
    }

    /** True if this node has the file of an import. */
    boolean has(UUID job) {
        return Files.exists(path(job));
    }

    void remove(UUID job) {
        remove(path(job));
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of an import cannot be removed", e);
        }
    }
}
