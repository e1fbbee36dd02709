package press.gazette.media.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import press.gazette.media.format.DamagedFile;
import press.gazette.media.format.Mp3;
import press.gazette.media.format.Mp4;
import press.gazette.media.format.Svg;
import press.gazette.media.metadata.PictureTexts;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** Reads what a file tells of itself, and rejects those that cannot be used. */
@Singleton
final class Examination {

    /** Bytes of the first frame of sound that may have the number of all frames. */
    private static final int FIRST_FRAME = 1_024;

    /** The end of a document, which viewers look for among its last bytes. */
    private static final int LAST_BYTES = 1_024;

    private final MediaConfig config;
    private final PictureExamination pictures;

    Examination(MediaConfig config, PictureExamination pictures) {
        this.config = config;
        this.pictures = pictures;
    }

    /** True unless the newsroom does not want files of this type. */
    boolean accepts(FileType type) {
        return type != FileType.SVG || config.mediaSvg();
    }

    /** The most bytes of a file of this type. */
    long mostBytes(FileType type) {
        return (type == FileType.SVG ? config.mediaMaxSvgSize() : config.mediaMaxSize()).asLongValue();
    }

    /** The accepted types, as a sentence. */
    String accepted() {
        return "The file is none of "
                + Arrays.stream(FileType.values())
                        .filter(this::accepts)
                        .map(Enum::name)
                        .collect(Collectors.joining(", "))
                + ". Its first bytes tell its type, not its name.";
    }

    /**
     * Examines a file that is open for reading and writing.
     *
     * @throws Problem {@code invalid-file}
     */
    PictureExamination.Result examine(FileChannel file, Path path, FileType type, String hash, long bytes) {
        try {
            return switch (type) {
                case JPEG, PNG, GIF, WEBP, AVIF, HEIC -> pictures.examine(file, path, type, hash, bytes);
                case SVG -> other(drawing(path, hash, bytes));
                case MP3 -> other(lasting(new StoredFile(hash, type, bytes, 0, 0, ofSound(file))));
                case MP4, M4A -> other(lasting(movie(file, type, hash, bytes)));
                case PDF -> other(document(file, new StoredFile(hash, type, bytes, 0, 0, null)));
            };
        } catch (DamagedFile e) {
            throw Problem.of(ProblemType.INVALID_FILE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw FileStore.failure(e);
        }
    }

    private static PictureExamination.Result other(StoredFile file) {
        return new PictureExamination.Result(file, PictureTexts.NONE);
    }

    private static StoredFile drawing(Path path, String hash, long bytes) throws IOException, DamagedFile {
        Svg size = Svg.read(path);
        return new StoredFile(hash, FileType.SVG, bytes, size.width(), size.height(), null);
    }

    /** A film or sound without places: its hash is that of the bytes that are stored. */
    private static StoredFile movie(FileChannel file, FileType type, String hash, long bytes)
            throws IOException, DamagedFile {
        Mp4 movie = Mp4.clean(file);
        boolean isFilm = type == FileType.MP4;
        return new StoredFile(
                movie.isCleaned() ? Uploads.hash(file) : hash,
                type,
                bytes,
                isFilm ? movie.width() : 0,
                isFilm ? movie.height() : 0,
                movie.duration());
    }

    private static @Nullable Integer ofSound(FileChannel file) throws IOException, DamagedFile {
        long tag = Mp3.tagSize(read(file, 0, FileType.HEAD));
        byte[] first = read(file, tag, FIRST_FRAME);
        if (first.length == 0) {
            throw new DamagedFile("The file has no sound behind its tag: it is incomplete.");
        }
        return Mp3.duration(first, file.size() - tag);
    }

    private StoredFile lasting(StoredFile file) throws DamagedFile {
        Integer duration = file.duration();
        if (duration != null && duration > config.mediaMaxDuration().toSeconds()) {
            throw new DamagedFile(
                    "The file lasts longer than " + config.mediaMaxDuration().toMinutes() + " minutes.");
        }
        return file;
    }

    private static StoredFile document(FileChannel file, StoredFile known) throws IOException, DamagedFile {
        byte[] last = read(file, Math.max(0, file.size() - LAST_BYTES), LAST_BYTES);
        if (!new String(last, StandardCharsets.ISO_8859_1).contains("%%EOF")) {
            throw new DamagedFile("The document has no end: it is incomplete.");
        }
        return known;
    }

    private static byte[] read(FileChannel file, long from, int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(most);
        long at = from;
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = file.read(bytes, at);
            at += Math.max(0, read);
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
