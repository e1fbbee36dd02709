package press.gazette.media.picture;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * A stored picture that is decoded.
 *
 * @param format jpeg, png, gif or webp
 * @param mostPixels more are not decoded, whatever the head of the file says
 */
public record PictureSource(Path file, String format, Orientation orientation, long mostPixels) {

    /** Decoded pixels for each needed one, on each side: enough for a smooth scaling, few enough for the memory. */
    private static final double OVERSAMPLING = 1.5;

    private static final int CMYK_BANDS = 4;

    static {
        ImageIO.setUseCache(false);
    }

    /**
     * Decodes an area of the upright picture, upright, in at least the wanted size where the picture has it.
     *
     * @throws BrokenPicture if it cannot be decoded to its end
     * @throws FileNotFoundException if the file is missing
     */
    public BufferedImage decode(Area area, int wantedWidth) throws IOException, BrokenPicture {
        ImageReader reader = reader();
        try (ImageInputStream input = new FileImageInputStream(file.toFile())) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > mostPixels) {
                throw new BrokenPicture("The picture has more pixels than its head says.");
            }
            boolean[] warned = {false};
            reader.addIIOReadWarningListener(
                    (source, warning) -> warned[0] |= warning.contains("EOF") || warning.contains("end"));
            Area stored = orientation.stored(area, width, height);
            int step = Math.max(1, (int) (area.width() / (wantedWidth * OVERSAMPLING)));
            BufferedImage pixels =
                    format.equals("webp") ? WebP.decode(reader, stored, step) : decode(reader, stored, step);
            if (warned[0]) {
                throw new BrokenPicture("The picture ends too early.");
            }
            return orientation.upright(pixels);
        } catch (FileNotFoundException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new BrokenPicture("The picture cannot be decoded.");
        } finally {
            reader.dispose();
        }
    }

    private ImageReader reader() throws IOException, BrokenPicture {
        if (format.equals("webp")) {
            return WebP.reader();
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new BrokenPicture("This server cannot decode " + format + ".");
        }
        return readers.next();
    }

    private static BufferedImage decode(ImageReader reader, Area stored, int step) throws IOException {
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceRegion(new Rectangle(stored.x(), stored.y(), stored.width(), stored.height()));
        how.setSourceSubsampling(step, step, 0, 0);
        Iterator<ImageTypeSpecifier> types = typesOf(reader);
        return types.hasNext() || !reader.canReadRaster()
                ? reader.read(0, how)
                : Cmyk.rgb(fourBands(reader.readRaster(0, how)));
    }

    /** The colour models that the reader knows for the picture; none for CMYK. */
    private static Iterator<ImageTypeSpecifier> typesOf(ImageReader reader) throws IOException {
        try {
            return reader.getImageTypes(0);
        } catch (IIOException e) {
            return Collections.emptyIterator();
        }
    }

    private static Raster fourBands(Raster raster) throws IIOException {
        if (raster.getNumBands() != CMYK_BANDS) {
            throw new IIOException("Unknown colours");
        }
        return raster;
    }
}
