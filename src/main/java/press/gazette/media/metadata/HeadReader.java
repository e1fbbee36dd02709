package press.gazette.media.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Reads the heads of pictures. Whatever the file declares, little more than the three blocks is held in memory. */
public final class HeadReader {

    /** More than cameras and picture desks write; larger blocks are not read. */
    private static final int MOST_BLOCK = 1 << 20;

    private static final int MOST_PARTS = 20_000;
    private static final int DEEPEST = 4;

    private static final String EXIF = "Exif\0\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String PHOTOSHOP = "Photoshop 3.0\0";
    private static final String XMP_KEYWORD = "XML:com.adobe.xmp\0\0\0\0\0";

    private final FileChannel file;
    private int width;
    private int height;
    private int scans;
    private boolean isProgressive;
    private byte @Nullable [] exif;
    private byte @Nullable [] xmp;
    private byte @Nullable [] photoshop;
    private boolean isAnimated;
    private int parts;

    private HeadReader(FileChannel file) {
        this.file = file;
    }

    /** Reads a JPEG file up to its first scan, a progressive one to its end. */
    public static PictureHead jpeg(FileChannel file) throws IOException {
        HeadReader reader = new HeadReader(file);
        reader.readJpeg();
        return reader.head();
    }

    /** Reads a PNG file up to its pixels. */
    public static PictureHead png(FileChannel file) throws IOException {
        HeadReader reader = new HeadReader(file);
        reader.readPng();
        return reader.head();
    }

    /** Reads the size of a GIF file. */
    public static PictureHead gif(FileChannel file) throws IOException {
        HeadReader reader = new HeadReader(file);
        ByteBuffer size = reader.read(6, 4).order(ByteOrder.LITTLE_ENDIAN);
        if (size.remaining() == 4) {
            reader.width = Short.toUnsignedInt(size.getShort());
            reader.height = Short.toUnsignedInt(size.getShort());
        }
        return reader.head();
    }

    /** Reads the chunks of a WebP file. */
    public static PictureHead webp(FileChannel file) throws IOException {
        HeadReader reader = new HeadReader(file);
        reader.readWebp();
        return reader.head();
    }

    /** Reads the size of an AVIF or HEIC file. */
    public static PictureHead heif(FileChannel file) throws IOException {
        HeadReader reader = new HeadReader(file);
        reader.readBoxes(0, file.size(), 0);
        return reader.head();
    }

    private PictureHead head() {
        return new PictureHead(width, height, scans, exif, xmp, photoshop, isAnimated);
    }

    private void readJpeg() throws IOException {
        long at = 2;
        while (++parts < MOST_PARTS) {
            ByteBuffer marker = read(at, 4);
            if (marker.remaining() < 4 || marker.get() != (byte) 0xff) {
                return;
            }
            int kind = Byte.toUnsignedInt(marker.get());
            int length = Short.toUnsignedInt(marker.getShort());
            if (kind == 0xff) {
                at++;
            } else if (kind == 0xda || length < 2) {
                scans = isProgressive ? JpegScans.count(file, at) : 0;
                return;
            } else {
                segment(kind, at + 4, length - 2);
                at += 2L + length;
            }
        }
    }

    private void segment(int kind, long at, int length) throws IOException {
        boolean isFrame = kind >= 0xc0 && kind <= 0xcf && kind != 0xc4 && kind != 0xc8 && kind != 0xcc;
        if (isFrame && length >= 5) {
            isProgressive = (kind & 3) == 2;
            ByteBuffer frame = read(at + 1, 4);
            if (frame.remaining() == 4) {
                height = Short.toUnsignedInt(frame.getShort());
                width = Short.toUnsignedInt(frame.getShort());
            }
        } else if (kind == 0xe1 && exif == null && begins(at, length, EXIF)) {
            exif = block(at + EXIF.length(), length - EXIF.length());
        } else if (kind == 0xe1 && xmp == null && begins(at, length, XMP)) {
            xmp = block(at + XMP.length(), length - XMP.length());
        } else if (kind == 0xed && photoshop == null && begins(at, length, PHOTOSHOP)) {
            photoshop = block(at + PHOTOSHOP.length(), length - PHOTOSHOP.length());
        }
    }

    private void readPng() throws IOException {
        long at = 8;
        while (++parts < MOST_PARTS) {
            ByteBuffer head = read(at, 16);
            if (head.remaining() < 8) {
                return;
            }
            long length = Integer.toUnsignedLong(head.getInt());
            String kind = text(head, 4);
            if (kind.equals("IHDR") && head.remaining() == 8) {
                width = head.getInt();
                height = head.getInt();
            } else if (kind.equals("acTL")) {
                isAnimated = true;
            } else if (kind.equals("eXIf")) {
                exif = block(at + 8, length);
            } else if (kind.equals("iTXt") && begins(at + 8, length, XMP_KEYWORD)) {
                xmp = block(at + 8 + XMP_KEYWORD.length(), length - XMP_KEYWORD.length());
            } else if (kind.equals("IDAT") || kind.equals("IEND")) {
                return;
            }
            at += 12 + length;
        }
    }

    private void readWebp() throws IOException {
        long at = 12;
        while (++parts < MOST_PARTS) {
            ByteBuffer head = read(at, 18).order(ByteOrder.LITTLE_ENDIAN);
            if (head.remaining() < 8) {
                return;
            }
            String kind = text(head, 4);
            long length = Integer.toUnsignedLong(head.getInt());
            switch (kind) {
                case "VP8X" -> readExtended(head);
                case "VP8 " -> readLossy(head);
                case "VP8L" -> readLossless(head);
                case "EXIF" -> exif = withoutName(block(at + 8, length));
                case "XMP " -> xmp = block(at + 8, length);
                default -> {}
            }
            at += 8 + length + (length & 1);
        }
    }

    private void readExtended(ByteBuffer chunk) {
        if (chunk.remaining() == 10) {
            isAnimated = (chunk.get() & 2) != 0;
            chunk.position(chunk.position() + 3);
            width = 1 + threeBytes(chunk);
            height = 1 + threeBytes(chunk);
        }
    }

    private void readLossy(ByteBuffer chunk) {
        if (width == 0 && chunk.remaining() == 10) {
            chunk.position(chunk.position() + 6);
            width = chunk.getShort() & 0x3fff;
            height = chunk.getShort() & 0x3fff;
        }
    }

    private void readLossless(ByteBuffer chunk) {
        if (width == 0 && chunk.remaining() >= 5) {
            chunk.get();
            int bits = chunk.getInt();
            width = 1 + (bits & 0x3fff);
            height = 1 + (bits >>> 14 & 0x3fff);
        }
    }

    private static int threeBytes(ByteBuffer bytes) {
        return (bytes.get() & 0xff) | ((bytes.get() & 0xff) << 8) | ((bytes.get() & 0xff) << 16);
    }

    /** Some writers put the name of JPEG's segment before the block. */
    private static byte @Nullable [] withoutName(byte @Nullable [] block) {
        return block != null
                        && new String(block, 0, Math.min(block.length, EXIF.length()), StandardCharsets.ISO_8859_1)
                                .equals(EXIF)
                ? Arrays.copyOfRange(block, EXIF.length(), block.length)
                : block;
    }

    /** Finds the largest size among the properties of a HEIF file (ISO/IEC 23008-12). */
    private void readBoxes(long from, long end, int depth) throws IOException {
        long at = from;
        while (at + 8 <= end && depth <= DEEPEST && ++parts < MOST_PARTS) {
            ByteBuffer head = read(at, 8);
            long size = head.remaining() < 8 ? 0 : Integer.toUnsignedLong(head.getInt());
            if (size < 8 || size > end - at) {
                return;
            }
            switch (text(head, 4)) {
                case "meta" -> readBoxes(at + 12, at + size, depth + 1);
                case "iprp", "ipco" -> readBoxes(at + 8, at + size, depth + 1);
                case "ispe" -> readSize(read(at + 12, 8));
                default -> {}
            }
            at += size;
        }
    }

    private void readSize(ByteBuffer size) {
        if (size.remaining() == 8) {
            int ofWidth = size.getInt();
            int ofHeight = size.getInt();
            if (ofWidth > 0 && ofHeight > 0 && (long) ofWidth * ofHeight > (long) width * height) {
                width = ofWidth;
                height = ofHeight;
            }
        }
    }

    private boolean begins(long at, long length, String with) throws IOException {
        return length >= with.length()
                && text(read(at, with.length()), with.length()).equals(with);
    }

    private byte @Nullable [] block(long at, long length) throws IOException {
        if (length > MOST_BLOCK || length <= 0) {
            return null;
        }
        ByteBuffer bytes = read(at, (int) length);
        byte[] block = new byte[bytes.remaining()];
        bytes.get(block);
        return block;
    }

    private ByteBuffer read(long at, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size);
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

    private static String text(ByteBuffer bytes, int length) {
        byte[] text = new byte[Math.min(length, bytes.remaining())];
        bytes.get(text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
