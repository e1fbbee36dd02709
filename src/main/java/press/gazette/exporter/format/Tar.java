package press.gazette.exporter.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Files in one stream, in the format {@code ustar} of POSIX.1. Names are short and in ASCII. */
public final class Tar {

    /** The file of an export that names the files which its store does not have, a hash in each line. */
    public static final String MISSING = "missing.txt";

    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int CHECKSUM_AT = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int TYPE_AT = 156;
    private static final int MAGIC_AT = 257;
    private static final int PIECE = 1 << 16;

    private static final byte[] MAGIC = "ustar\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FILLING = new byte[BLOCK];

    private Tar() {}

    /** A file in the stream. */
    public record Entry(String name, long size) {}

    /** Writes a file with its head and its filling. */
    public static void write(String name, long size, InputStream content, OutputStream out) throws IOException {
        out.write(head(name, size));
        long copied = copy(content, size, out);
        if (copied != size) {
            throw new IOException("The file " + name + " has become shorter.");
        }
        out.write(FILLING, 0, filling(size));
    }

    /** Writes the end of the stream. */
    public static void end(OutputStream out) throws IOException {
        out.write(FILLING);
        out.write(FILLING);
    }

    /** True if these are the first bytes of such a stream. */
    public static boolean isHead(byte[] bytes) {
        return bytes.length >= BLOCK
                && Arrays.equals(Arrays.copyOfRange(bytes, MAGIC_AT, MAGIC_AT + 5), Arrays.copyOf(MAGIC, 5));
    }

    /** The bytes that {@link #isHead} needs. */
    public static int headLength() {
        return BLOCK;
    }

    /**
     * Reads the head of the next file; null at the end. The content must then be read with {@link #read}.
     *
     * @throws IOException if it is no head
     */
    public static @Nullable Entry next(InputStream in) throws IOException {
        byte[] head = in.readNBytes(BLOCK);
        if (head.length == BLOCK && Arrays.equals(head, FILLING)) {
            return null;
        }
        if (!isHead(head) || !text(head, CHECKSUM_AT, CHECKSUM_LENGTH - 2).equals(checksum(head))) {
            throw new IOException("The archive is damaged or cut off.");
        }
        return new Entry(text(head, 0, NAME), size(head));
    }

    private static long size(byte[] head) throws IOException {
        try {
            return Long.parseUnsignedLong(text(head, SIZE_AT, SIZE_LENGTH - 1), 8);
        } catch (NumberFormatException e) {
            throw new IOException("The archive is damaged: a size is no number.", e);
        }
    }

    /** Copies the content of the file whose head was read, and skips the filling. */
    public static void read(Entry entry, InputStream in, OutputStream out) throws IOException {
        if (copy(in, entry.size(), out) != entry.size()) {
            throw new IOException("The archive is cut off within " + entry.name() + ".");
        }
        in.skipNBytes(filling(entry.size()));
    }

    private static long copy(InputStream in, long size, OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        long left = size;
        int read = in.read(piece, 0, (int) Math.min(PIECE, left));
        while (left > 0 && read >= 0) {
            out.write(piece, 0, read);
            left -= read;
            read = left == 0 ? 0 : in.read(piece, 0, (int) Math.min(PIECE, left));
        }
        return size - left;
    }

    private static int filling(long size) {
        return (int) ((BLOCK - size % BLOCK) % BLOCK);
    }

    private static byte[] head(String name, long size) {
        byte[] head = new byte[BLOCK];
        put(head, 0, name);
        put(head, 100, "0000644\0" + "0000000\0" + "0000000\0");
        put(head, SIZE_AT, octal(size, SIZE_LENGTH - 1) + "\0" + octal(0, SIZE_LENGTH - 1) + "\0");
        head[TYPE_AT] = '0';
        System.arraycopy(MAGIC, 0, head, MAGIC_AT, MAGIC.length);
        put(head, MAGIC_AT + MAGIC.length, "00");
        put(head, CHECKSUM_AT, checksum(head) + "\0 ");
        return head;
    }

    /** The sum of all bytes, with spaces in place of the sum itself. */
    private static String checksum(byte[] head) {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            boolean own = i >= CHECKSUM_AT && i < CHECKSUM_AT + CHECKSUM_LENGTH;
            sum += own ? ' ' : head[i] & 0xff;
        }
        return octal(sum, CHECKSUM_LENGTH - 2);
    }

    private static String octal(long number, int digits) {
        return String.format(Locale.ROOT, "%0" + digits + "o", number);
    }

    private static void put(byte[] head, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, head, at, bytes.length);
    }

    private static String text(byte[] head, int at, int length) {
        String text = new String(head, at, length, StandardCharsets.US_ASCII);
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }
}
