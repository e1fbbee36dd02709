package press.gazette.media.format;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** The head of an MP3 file (ISO/IEC 11172-3, layer III): its duration, from the number of frames or from the bit rate. */
public final class Mp3 {

    /** Kilobits a second by the index in a frame's head: of MPEG-1, and of MPEG-2 and 2.5. */
    private static final int[][] KILOBITS = {
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
    };

    private static final int[] SAMPLES_A_SECOND = {44_100, 48_000, 32_000};

    private static final int VERSION_1 = 3;
    private static final int VERSION_2_5 = 0;
    private static final int RESERVED = 1;
    private static final int LAYER_3 = 1;
    private static final int MOST_RATE = 14;
    private static final int BITS = 8;
    private static final int BITS_IN_KILOBIT = 1_000;

    /** The longest distance of the number of frames from the beginning of the first frame. */
    private static final int LONGEST_SIDE = 64;

    private Mp3() {}

    /** True if a frame of layer III begins there. */
    public static boolean isFrame(byte[] bytes, int at) {
        return bytes.length >= at + 4
                && (bytes[at] & 0xff) == 0xff
                && (bytes[at + 1] & 0xe0) == 0xe0
                && version(bytes, at) != RESERVED
                && (bytes[at + 1] >> 1 & 3) == LAYER_3
                && rate(bytes, at) > 0
                && rate(bytes, at) <= MOST_RATE
                && (bytes[at + 2] >> 2 & 3) < SAMPLES_A_SECOND.length;
    }

    /** The size of an ID3 tag at the beginning of a file, with its head; 0 if there is none. */
    public static long tagSize(byte[] head) {
        if (head.length < 10 || head[0] != 'I' || head[1] != 'D' || head[2] != '3') {
            return 0;
        }
        int size = 0;
        for (int i = 6; i < 10; i++) {
            size = (size << 7) | (head[i] & 0x7f);
        }
        return size + 10L;
    }

    /**
     * The duration in seconds, rounded up; null if no frame is at the beginning.
     *
     * @param first the bytes from the first frame on, or some of them
     * @param bytes the size of all frames
     */
    public static @Nullable Integer duration(byte[] first, long bytes) {
        if (!isFrame(first, 0)) {
            return null;
        }
        int version = version(first, 0);
        int samples = SAMPLES_A_SECOND[first[2] >> 2 & 3] / (version == VERSION_1 ? 1 : version == VERSION_2_5 ? 4 : 2);
        long frames = frames(first);
        double seconds = frames > 0
                ? (double) frames * (version == VERSION_1 ? 1_152 : 576) / samples
                : (double) bytes
                        * BITS
                        / ((long) KILOBITS[version == VERSION_1 ? 0 : 1][rate(first, 0)] * BITS_IN_KILOBIT);
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(seconds));
    }

    /** The number of frames that encoders of a variable rate write into the first one; 0 if it is not there. */
    private static long frames(byte[] first) {
        for (int i = 4; i < Math.min(LONGEST_SIDE, first.length - 12); i++) {
            String mark = new String(first, i, 4, StandardCharsets.ISO_8859_1);
            if ((mark.equals("Xing") || mark.equals("Info")) && (first[i + 7] & 1) == 1) {
                return ((first[i + 8] & 0xffL) << 24)
                        | ((first[i + 9] & 0xff) << 16)
                        | ((first[i + 10] & 0xff) << 8)
                        | (first[i + 11] & 0xff);
            }
        }
        return 0;
    }

    private static int version(byte[] bytes, int at) {
        return bytes[at + 1] >> 3 & 3;
    }

    private static int rate(byte[] bytes, int at) {
        return bytes[at + 2] >> 4 & 0xf;
    }
}
