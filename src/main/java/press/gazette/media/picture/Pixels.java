package press.gazette.media.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import net.coobird.thumbnailator.Thumbnails;

/** Decoded pixels, scaled and encoded. They have no metadata. */
public final class Pixels {

    private static final float PERCENT = 100;

    private Pixels() {}

    /** Scales to this size. */
    public static BufferedImage scale(BufferedImage picture, int width, int height) throws IOException {
        return picture.getWidth() == width && picture.getHeight() == height
                ? picture
                : Thumbnails.of(picture)
                        .forceSize(width, height)
                        .imageType(picture.getType())
                        .asBufferedImage();
    }

    /** Writes a JPEG file; white shows through transparent pixels. */
    public static void jpeg(BufferedImage picture, int quality, OutputStream to) throws IOException {
        BufferedImage opaque = onWhite(picture);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(to)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality / PERCENT);
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(output);
            writer.write(null, new IIOImage(opaque, null, null), how);
        } finally {
            writer.dispose();
        }
    }

    /** Writes a WebP file; transparent pixels stay so. */
    public static void webp(BufferedImage picture, int quality, OutputStream to) throws IOException {
        WebP.encode(picture, quality, to);
    }

    /** The average colour, such as {@code #8fa3b2}. */
    public static String colour(BufferedImage picture) {
        BufferedImage opaque = onWhite(picture);
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = 0; y < opaque.getHeight(); y++) {
            for (int x = 0; x < opaque.getWidth(); x++) {
                Color pixel = new Color(opaque.getRGB(x, y));
                red += pixel.getRed();
                green += pixel.getGreen();
                blue += pixel.getBlue();
            }
        }
        long count = (long) opaque.getWidth() * opaque.getHeight();
        return String.format(Locale.ROOT, "#%02x%02x%02x", red / count, green / count, blue / count);
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_INT_RGB) {
            return picture;
        }
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = opaque.createGraphics();
        canvas.drawImage(picture, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return opaque;
    }
}
