package press.gazette.media.picture;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * CMYK of JPEG files as RGB, without a colour profile. Programs store it inverted, as Adobe does: 255 is no ink.
 */
final class Cmyk {

    private static final int MOST = 255;

    private Cmyk() {}

    static BufferedImage rgb(Raster inks) {
        int width = inks.getWidth();
        int height = inks.getHeight();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width * 4];
        int[] pixels = new int[width];
        for (int y = 0; y < height; y++) {
            inks.getPixels(inks.getMinX(), inks.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int black = row[4 * x + 3];
                pixels[x] = ((row[4 * x] * black / MOST) << 16)
                        | ((row[4 * x + 1] * black / MOST) << 8)
                        | (row[4 * x + 2] * black / MOST);
            }
            picture.setRGB(0, y, width, 1, pixels, 0, width);
        }
        return picture;
    }
}
