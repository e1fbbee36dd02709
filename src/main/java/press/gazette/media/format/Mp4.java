package press.gazette.media.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The boxes of an MP4 or M4A file (ISO/IEC 14496-12): its duration and size of picture. Boxes with the place of a recording are
 * overwritten, since the file is served as it is stored.
 */
public final class Mp4 {

    /** Boxes that have boxes inside. */
    private static final Set<String> FOLDERS = Set.of("moov", "trak", "udta", "mdia", "edts", "moof", "traf");

    /** Places of a recording, as QuickTime and 3GPP write them. */
    private static final Set<String> PLACES = Set.of("\u00a9xyz", "loci");

    private static final String PLACE_KEY = "com.apple.quicktime.location";

    /** Deeper and more boxes than any camera or editor writes. */
    private static final int DEEPEST = 8;

    private static final int MOST_BOXES = 20_000;
    private static final int MOST_KEYS = 1_000;
    private static final int MOST_KEY_BYTES = 65_536;

    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;

    private final FileChannel file;
    private final Set<Integer> placeKeys = new HashSet<>();
    private int boxes;
    private boolean hasMovie;
    private @Nullable Integer duration;
    private int width;
    private int height;
    private boolean isCleaned;

    private Mp4(FileChannel file) {
        this.file = file;
    }

    /**
     * Reads the boxes of a file that is open for reading and writing, and overwrites those with places.
     *
     * @throws DamagedFile if boxes are cut off or there is no movie
     */
    public static Mp4 clean(FileChannel file) throws IOException, DamagedFile {
        Mp4 movie = new Mp4(file);
        movie.walk(0, file.size(), 0);
        if (!movie.hasMovie) {
            throw new DamagedFile("The file has no moov box: it is incomplete.");
        }
        return movie;
    }

    /** True if bytes were overwritten. */
    public boolean isCleaned() {
        return isCleaned;
    }

    /** In seconds, rounded up; null if it is unknown. */
    @Nullable
    public Integer duration() {
        return duration;
    }

    /** In pixels; 0 without a picture. */
    public int width() {
        return width;
    }

    /** In pixels; 0 without a picture. */
    public int height() {
        return height;
    }

    private void walk(long from, long end, int depth) throws IOException, DamagedFile {
        long at = from;
        while (at + HEAD <= end) {
            if (++boxes > MOST_BOXES || depth > DEEPEST) {
                throw new DamagedFile("The file has too many boxes.");
            }
            ByteBuffer head = read(at, (int) Math.min(LONG_HEAD, end - at));
            long size = Integer.toUnsignedLong(head.getInt());
            byte[] name = new byte[4];
            head.get(name);
            int headSize = HEAD;
            if (size == 1 && head.remaining() >= Long.BYTES) {
                size = head.getLong();
                headSize = LONG_HEAD;
            } else if (size == 0) {
                size = end - at;
            }
            if (size < headSize || size > end - at) {
                throw new DamagedFile("A box ends behind the end of the file: it is incomplete.");
            }
            box(new String(name, StandardCharsets.ISO_8859_1), at, headSize, at + size, depth);
            at += size;
        }
    }

    private void box(String name, long at, int headSize, long end, int depth) throws IOException, DamagedFile {
        long from = at + headSize;
        if (PLACES.contains(name) || name.equals("uuid")) {
            blank(at, headSize, end);
        } else if (name.equals("ilst")) {
            blankItems(from, end);
        } else if (name.equals("keys")) {
            readKeys(from, end);
        } else if (name.equals("mvhd")) {
            readDuration(from, end);
        } else if (name.equals("tkhd")) {
            readSize(from, end);
        } else if (FOLDERS.contains(name)) {
            hasMovie |= name.equals("moov");
            walk(from, end, depth + 1);
        } else if (name.equals("meta")) {
            // Twice: the items may stand before their keys.
            walk(insideMeta(from, end), end, depth + 1);
            walk(insideMeta(from, end), end, depth + 1);
        }
    }

    /** The first box in a meta box: MP4 has a version before it, QuickTime does not. */
    private long insideMeta(long from, long end) throws IOException {
        return end - from >= HEAD && text(read(from + 4, 4)).equals("hdlr") ? from : Math.min(end, from + 4);
    }

    private void readDuration(long from, long end) throws IOException {
        ByteBuffer box = read(from, (int) Math.min(32, end - from));
        if (box.remaining() < 20) {
            return;
        }
        boolean isLong = box.get(0) == 1;
        if (isLong && box.remaining() < 32) {
            return;
        }
        long scale = Integer.toUnsignedLong(box.getInt(isLong ? 20 : 12));
        long units = isLong ? box.getLong(24) : Integer.toUnsignedLong(box.getInt(16));
        if (scale > 0 && units > 0) {
            duration = (int) Math.min(Integer.MAX_VALUE, Math.ceil((double) units / scale));
        }
    }

    /** The last eight bytes of a track's head are its width and height, 16 bits before the point and 16 behind it. */
    private void readSize(long from, long end) throws IOException {
        if (end - from >= HEAD) {
            ByteBuffer size = read(end - HEAD, HEAD);
            int trackWidth = size.getInt() >>> 16;
            int trackHeight = size.getInt() >>> 16;
            if ((long) trackWidth * trackHeight > (long) width * height) {
                width = trackWidth;
                height = trackHeight;
            }
        }
    }

    /** Finds the numbers of the keys of places, which the items have as their names. */
    private void readKeys(long from, long end) throws IOException {
        ByteBuffer box = read(from, (int) Math.min(MOST_KEY_BYTES, end - from));
        if (box.remaining() < HEAD) {
            return;
        }
        box.position(HEAD);
        for (int number = 1; number <= MOST_KEYS && box.remaining() >= HEAD; number++) {
            int size = box.getInt();
            box.getInt();
            if (size < HEAD || size - HEAD > box.remaining()) {
                return;
            }
            byte[] key = new byte[size - HEAD];
            box.get(key);
            if (new String(key, StandardCharsets.ISO_8859_1).startsWith(PLACE_KEY)) {
                placeKeys.add(number);
            }
        }
    }

    private void blankItems(long from, long end) throws IOException, DamagedFile {
        long at = from;
        while (at + HEAD <= end) {
            ByteBuffer head = read(at, HEAD);
            long size = Integer.toUnsignedLong(head.getInt());
            int name = head.getInt();
            if (size < HEAD || size > end - at || ++boxes > MOST_BOXES) {
                throw new DamagedFile("An item of the metadata is cut off.");
            }
            if (placeKeys.contains(name)) {
                blank(at, HEAD, at + size);
            }
            at += size;
        }
    }

    /** Overwrites the content of a box with zeros, and its name with that of free space. */
    private void blank(long at, int headSize, long end) throws IOException {
        isCleaned = true;
        write(ByteBuffer.wrap("free".getBytes(StandardCharsets.ISO_8859_1)), at + 4);
        byte[] zeros = new byte[4_096];
        for (long next = at + headSize; next < end; next += zeros.length) {
            write(ByteBuffer.wrap(zeros, 0, (int) Math.min(zeros.length, end - next)), next);
        }
    }

    private void write(ByteBuffer bytes, long at) throws IOException {
        long next = at;
        while (bytes.hasRemaining()) {
            next += file.write(bytes, next);
        }
    }

    private ByteBuffer read(long at, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.max(0, size));
        long next = at;
        while (bytes.hasRemaining()) {
            int read = file.read(bytes, next);
            if (read < 0) {
                break;
            }
            next += read;
        }
        return bytes.flip();
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.ISO_8859_1.decode(bytes).toString();
    }
}
