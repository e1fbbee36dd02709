package press.gazette.media.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Counts the scans of a progressive JPEG: a decoder goes over the whole picture for each of them. */
final class JpegScans {

    private static final int PIECE = 65_536;

    private static final int ESCAPED = 0x00;
    private static final int FIRST_RESTART = 0xd0;
    private static final int LAST_RESTART = 0xd7;
    private static final int MARKER = 0xff;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_PICTURE = 0xd9;

    private JpegScans() {}

    /** @param from the place of the first scan's marker */
    static int count(FileChannel file, long from) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        long at = from;
        int scans = 0;
        int before = 0;
        Segment segment = new Segment();
        for (int read = file.read(piece, at); read >= 0; read = file.read(piece, at)) {
            at += read;
            piece.flip();
            while (piece.hasRemaining()) {
                int next = Byte.toUnsignedInt(piece.get());
                if (segment.takes(next)) {
                    continue;
                }
                if (before == MARKER && next == END_OF_PICTURE) {
                    return scans;
                }
                if (before == MARKER && hasLength(next)) {
                    segment.begin();
                }
                scans += before == MARKER && next == START_OF_SCAN ? 1 : 0;
                before = next;
            }
            piece.clear();
        }
        return scans;
    }

    private static boolean hasLength(int marker) {
        return marker != ESCAPED && marker != MARKER && (marker < FIRST_RESTART || marker > LAST_RESTART);
    }

    /** The bytes behind a marker that belong to it: a comment between scans may contain anything. */
    private static final class Segment {

        private static final int LENGTH_BYTES = 2;

        private int lengthBytes;
        private int length;

        void begin() {
            lengthBytes = LENGTH_BYTES;
            length = 0;
        }

        boolean takes(int next) {
            if (lengthBytes > 0) {
                length = length << Byte.SIZE | next;
                lengthBytes--;
                length -= lengthBytes == 0 ? LENGTH_BYTES : 0;
                return true;
            }
            length--;
            return length >= 0;
        }
    }
}
