package press.gazette.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import press.gazette.media.picture.Pixels;

/**
 * Pictures made by code. Their quarters are red (above left), green (above right), blue (below left) and white, so that a turn
 * or a crop shows.
 */
public final class TestPictures {

    private static final int SIGNATURE = 8;

    private TestPictures() {}

    /** The pixels. */
    public static BufferedImage quarters(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D canvas = picture.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int i = 0; i < colours.length; i++) {
            canvas.setColor(colours[i]);
            canvas.fillRect(i % 2 * (width / 2), i / 2 * (height / 2), width - width / 2, height - height / 2);
        }
        canvas.dispose();
        return picture;
    }

    /** A file in one of the JDK's formats. */
    public static byte[] of(String format, int width, int height) {
        return of(format, quarters(width, height, BufferedImage.TYPE_INT_RGB));
    }

    /** A file in one of the JDK's formats. */
    public static byte[] of(String format, BufferedImage picture) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, file)) {
                throw new IllegalArgumentException("No writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    public static byte[] webp(int width, int height) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            Pixels.webp(quarters(width, height, BufferedImage.TYPE_INT_RGB), 80, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** A progressive JPEG file whose last scan is there so many times more. */
    public static byte[] progressive(int width, int height, int more) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(file)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(output);
            writer.write(null, new IIOImage(quarters(width, height, BufferedImage.TYPE_INT_RGB), null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        byte[] whole = file.toByteArray();
        int last = whole.length - 2;
        while (whole[last] != (byte) 0xff || whole[last + 1] != (byte) 0xda) {
            last--;
        }
        byte[][] parts = new byte[more + 2][];
        Arrays.fill(parts, Arrays.copyOfRange(whole, last, whole.length - 2));
        parts[0] = Arrays.copyOf(whole, whole.length - 2);
        parts[more + 1] = Arrays.copyOfRange(whole, whole.length - 2, whole.length);
        return TestFiles.join(parts);
    }

    /** An animated GIF: the quarters, then a black picture. */
    public static byte[] animation(int width, int height) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
            BufferedImage first = quarters(width, height, BufferedImage.TYPE_INT_RGB);
            BufferedImage second = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            writer.writeToSequence(new IIOImage(first, null, null), null);
            writer.writeToSequence(new IIOImage(second, null, null), null);
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    /** The head of an animated WebP file, of at most 256 pixels on a side. */
    public static byte[] animatedWebp(int width, int height) {
        byte[] canvas = {2, 0, 0, 0, (byte) (width - 1), 0, 0, (byte) (height - 1), 0, 0};
        byte[] content = TestFiles.join("WEBPVP8X\12\0\0\0".getBytes(StandardCharsets.ISO_8859_1), canvas);
        byte[] size = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(content.length)
                .array();
        return TestFiles.join("RIFF".getBytes(StandardCharsets.US_ASCII), size, content);
    }

    /** A JPEG file with four inks. */
    public static byte[] cmyk(int width, int height) {
        WritableRaster inks = Raster.createInterleavedRaster(0, width, height, 4, null);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                inks.setPixel(x, y, new int[] {255, 0, 0, 255});
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(inks, null, null), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    /** A JPEG file with blocks before its pixels. */
    public static byte[] withBlocks(byte[] jpeg, byte[]... blocks) {
        byte[][] parts = new byte[blocks.length + 2][];
        parts[0] = Arrays.copyOf(jpeg, 2);
        for (int i = 0; i < blocks.length; i++) {
            ByteBuffer head =
                    ByteBuffer.allocate(4).put((byte) 0xff).put((byte) 0xe1).putShort((short) (blocks[i].length + 2));
            parts[i + 1] = TestFiles.join(head.array(), blocks[i]);
        }
        parts[blocks.length + 1] = Arrays.copyOfRange(jpeg, 2, jpeg.length);
        return TestFiles.join(parts);
    }

    /** A block of EXIF with an orientation, a description and the latitude of Vienna. */
    public static byte[] exif(int orientation, String description) {
        byte[] text = (description + "\0").getBytes(StandardCharsets.US_ASCII);
        int entries = 3;
        int behind = 8 + 2 + 12 * entries + 4;
        ByteBuffer tiff = ByteBuffer.allocate(behind + text.length + 2 + 12 + 4 + 24);
        tiff.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) entries);
        entry(tiff, 0x010e, 2, text.length, behind);
        entry(tiff, 0x0112, 3, 1, orientation << 16);
        int place = behind + text.length;
        entry(tiff, 0x8825, 4, 1, place);
        tiff.putInt(0).put(text).putShort((short) 1);
        entry(tiff, 0x0002, 5, 3, place + 2 + 12 + 4);
        tiff.putInt(0).putInt(48).putInt(1).putInt(12).putInt(1).putInt(30).putInt(1);
        return TestFiles.join("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff.array());
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A block of XMP with the fields of the IPTC. */
    public static byte[] xmp(String caption, String credit, String alt) {
        return ("http://ns.adobe.com/xap/1.0/\0" + """
                <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
                 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
                 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
                 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" photoshop:Credit="%s"
                 Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture">
                <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
                <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
                </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".formatted(credit, caption, alt))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A PNG file whose head declares another size. */
    public static byte[] pngThatClaims(int width, int height) {
        byte[] file = of("png", 10, 10);
        ByteBuffer head = ByteBuffer.wrap(file, SIGNATURE, 25);
        head.getInt();
        head.getInt();
        head.putInt(width).putInt(height);
        CRC32 sum = new CRC32();
        sum.update(file, SIGNATURE + 4, 17);
        ByteBuffer.wrap(file).putInt(SIGNATURE + 21, (int) sum.getValue());
        return file;
    }

    /** The box of an AVIF or HEIC file with its size, without pixels. */
    public static byte[] heif(String brand, int width, int height) {
        byte[] size = TestFiles.box("ispe", TestFiles.ints(0, width, height));
        byte[] properties = TestFiles.box("iprp", TestFiles.box("ipco", size));
        return TestFiles.join(
                TestFiles.box("ftyp", (brand + "\0\0\0\0" + "mif1miaf").getBytes(StandardCharsets.ISO_8859_1)),
                TestFiles.box("meta", TestFiles.join(TestFiles.ints(0), properties)));
    }
}
