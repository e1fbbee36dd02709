package press.gazette.media.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import press.gazette.media.metadata.PictureTexts;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** Receives files piece by piece: their bytes go to the disk as they come, and are hashed and counted on the way. */
@Singleton
public final class Uploads {

    private static final int PIECE = 65_536;

    private final FileStore store;
    private final Examination examination;
    private final long most;
    private final Semaphore free;

    Uploads(FileStore store, Examination examination, MediaConfig config) {
        this.store = store;
        this.examination = examination;
        this.most = config.mediaMaxSize().asLongValue();
        this.free = new Semaphore(config.mediaUploads());
    }

    /**
     * Receives the content of a request and examines it.
     *
     * @param boundary of the form that has the file; null: the content is the file itself
     * @param length the declared size of the content; null if it is not declared
     */
    public IncomingFile receive(InputStream content, @Nullable String boundary, @Nullable Long length) {
        if (length != null && length > most + (boundary == null ? 0 : PIECE)) {
            throw tooLarge(most);
        }
        if (!free.tryAcquire()) {
            throw Problem.of(ProblemType.UNAVAILABLE, "The server is receiving too many files right now.");
        }
        try {
            return received(boundary == null ? content : MultipartFile.of(content, boundary));
        } catch (MultipartFile.MalformedForm e) {
            throw Problem.of(ProblemType.MALFORMED_REQUEST, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Problem.of(ProblemType.MALFORMED_REQUEST, "The content has not arrived completely.");
        } finally {
            free.release();
        }
    }

    /** @throws IOException if the content cannot be read; failures of the disk are problems */
    private IncomingFile received(InputStream content) throws IOException {
        byte[] head = content.readNBytes(FileType.HEAD);
        if (head.length == 0) {
            throw Problem.of(ProblemType.INVALID_FILE, "The file is empty.");
        }
        FileType type = FileType.of(head)
                .filter(examination::accepts)
                .orElseThrow(() -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, examination.accepted()));
        Path path = store.incoming();
        boolean isWhole = false;
        try (FileChannel file = open(path)) {
            MessageDigest digest = sha256();
            long bytes = copy(head, content, file, digest, Math.min(most, examination.mostBytes(type)));
            String hash = HexFormat.of().formatHex(digest.digest());
            PictureExamination.Result known = examination.examine(file, path, type, hash, bytes);
            force(file);
            isWhole = true;
            return new IncomingFile(path, known.file(), known.texts());
        } finally {
            if (!isWhole) {
                IncomingFile.remove(path);
            }
        }
    }

    /**
     * Receives a file of which all is known, such as one that comes with this server.
     *
     * @throws IllegalArgumentException if its content differs
     */
    public IncomingFile receive(InputStream content, StoredFile known, PictureTexts texts) throws IOException {
        Path path = store.incoming();
        boolean isWhole = false;
        try (FileChannel file = open(path)) {
            MessageDigest digest = sha256();
            long bytes = copy(content.readNBytes(FileType.HEAD), content, file, digest, most);
            if (bytes != known.bytes()
                    || !HexFormat.of().formatHex(digest.digest()).equals(known.hash())) {
                throw new IllegalArgumentException("The content of the file is not the known one.");
            }
            force(file);
            isWhole = true;
            return new IncomingFile(path, known, texts);
        } finally {
            if (!isWhole) {
                IncomingFile.remove(path);
            }
        }
    }

    private static long copy(byte[] head, InputStream content, FileChannel file, MessageDigest digest, long bound)
            throws IOException {
        byte[] piece = new byte[PIECE];
        System.arraycopy(head, 0, piece, 0, head.length);
        long bytes = 0;
        int read = head.length;
        while (read >= 0) {
            bytes += read;
            if (bytes > bound) {
                throw tooLarge(bound);
            }
            digest.update(piece, 0, read);
            write(file, ByteBuffer.wrap(piece, 0, read));
            read = content.read(piece);
        }
        return bytes;
    }

    private static FileChannel open(Path path) {
        try {
            return FileChannel.open(
                    path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw FileStore.failure(e);
        }
    }

    private static void write(FileChannel file, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw FileStore.failure(e);
        }
    }

    private static void force(FileChannel file) {
        try {
            file.force(true);
        } catch (IOException e) {
            throw FileStore.failure(e);
        }
    }

    /** The hash of the bytes that are in a file now. */
    static String hash(FileChannel file) throws IOException {
        MessageDigest digest = sha256();
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        long at = 0;
        for (int read = file.read(piece, at); read >= 0; read = file.read(piece, at)) {
            at += read;
            digest.update(piece.flip());
            piece.clear();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The hash of a file, in hexadecimal digits. */
    static String hash(Path file) throws IOException {
        try (FileChannel content = FileChannel.open(file, StandardOpenOption.READ)) {
            return hash(content);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static Problem tooLarge(long bound) {
        return Problem.of(ProblemType.CONTENT_TOO_LARGE, "The file is larger than " + bound + " bytes.");
    }
}
