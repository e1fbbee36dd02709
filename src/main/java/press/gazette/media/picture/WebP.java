package press.gazette.media.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPReadParam;
import com.luciad.imageio.webp.WebPWriteParam;
import org.jboss.logging.Logger;

/** WebP by Google's library, which the dependency has for most machines. */
public final class WebP {

    private static final Logger LOG = Logger.getLogger(WebP.class);

    private static final float PERCENT = 100;

    private WebP() {}

    /** Tried once, when it is first needed. */
    private static final class Library {

        static final boolean WORKS = works();

        private static boolean works() {
            try {
                encode(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), 1, OutputStream.nullOutputStream());
                return true;
            } catch (IOException | RuntimeException | LinkageError e) {
                LOG.warnf("This machine has no WebP: pictures are made as JPEG only; cause=%s", e);
                return false;
            }
        }
    }

    /** True if this machine can read and write WebP. */
    public static boolean isThere() {
        return Library.WORKS;
    }

    static ImageReader reader() throws IOException, BrokenPicture {
        if (!isThere()) {
            throw new BrokenPicture("This server cannot decode WebP.");
        }
        return new WebPImageReaderSpi().createReaderInstance(null);
    }

    /** Decodes an area; the library scales while it decodes. */
    static BufferedImage decode(ImageReader reader, Area area, int step) throws IOException {
        WebPReadParam how = new WebPReadParam();
        how.setUseCropping(true);
        how.setCropLeft(area.x());
        how.setCropTop(area.y());
        how.setCropWidth(area.width());
        how.setCropHeight(area.height());
        if (step > 1) {
            how.setUseScaling(true);
            how.setScaledWidth(Math.max(1, area.width() / step));
            how.setScaledHeight(Math.max(1, area.height() / step));
        }
        return reader.read(0, how);
    }

    static void encode(BufferedImage picture, int quality, OutputStream to) throws IOException {
        ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
        try (ImageOutputStream output = ImageIO.createImageOutputStream(to)) {
            WebPWriteParam how = new WebPWriteParam(Locale.ROOT);
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType(how.getCompressionTypes()[WebPWriteParam.LOSSY_COMPRESSION]);
            how.setCompressionQuality(quality / PERCENT);
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
