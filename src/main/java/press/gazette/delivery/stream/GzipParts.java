package press.gazette.delivery.stream;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A text in the format of gzip (RFC 1952) whose parts a reader can decompress as they come. Each part is compressed by itself: a
 * stream keeps a checksum, not the window of a compressor.
 */
final class GzipParts {

    /** The method deflate, without name and time, by an unknown system. */
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private static final int TRAILER_BYTES = 8;
    private static final int BUFFER = 4_096;

    private static final ThreadLocal<Deflater> DEFLATER =
            ThreadLocal.withInitial(() -> new Deflater(Deflater.DEFAULT_COMPRESSION, true));

    private final CRC32 checksum = new CRC32();
    private boolean isBegun;
    private int length;

    /** The next part. */
    byte[] part(String text) {
        return compressed(text, false).toByteArray();
    }

    /** The last part. */
    byte[] end(String text) {
        ByteArrayOutputStream out = compressed(text, true);
        out.writeBytes(ByteBuffer.allocate(TRAILER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) checksum.getValue())
                .putInt(length)
                .array());
        return out.toByteArray();
    }

    private ByteArrayOutputStream compressed(String text, boolean isLast) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        checksum.update(plain);
        length += plain.length;
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2 + BUFFER / 4);
        if (!isBegun) {
            isBegun = true;
            out.writeBytes(HEAD);
        }
        Deflater deflater = DEFLATER.get();
        deflater.reset();
        deflater.setInput(plain);
        if (isLast) {
            deflater.finish();
        }
        byte[] buffer = new byte[BUFFER];
        int count;
        do {
            count = deflater.deflate(buffer, 0, BUFFER, isLast ? Deflater.NO_FLUSH : Deflater.FULL_FLUSH);
            out.write(buffer, 0, count);
        } while (isLast ? !deflater.finished() : count == BUFFER);
        return out;
    }
}
