package press.gazette.media.picture;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** The turn and mirroring that EXIF asks for, 1 to 8 (CIPA DC-008, 4.6.4). */
public record Orientation(int number) {

    /** True if it exchanges width and height. */
    public boolean isTurned() {
        return number >= 5;
    }

    /**
     * The stored area that an area of the upright picture comes from.
     *
     * @param width of the stored picture
     * @param height of the stored picture
     */
    Area stored(Area upright, int width, int height) {
        int left = isTurned() ? upright.y() : upright.x();
        int top = isTurned() ? upright.x() : upright.y();
        int wide = isTurned() ? upright.height() : upright.width();
        int high = isTurned() ? upright.width() : upright.height();
        boolean fromRight = number == 2 || number == 3 || number == 7 || number == 8;
        boolean fromBottom = number == 3 || number == 4 || number == 6 || number == 7;
        return new Area(fromRight ? width - left - wide : left, fromBottom ? height - top - high : top, wide, high);
    }

    /** Turns stored pixels upright, in sRGB; keeps transparency. */
    BufferedImage upright(BufferedImage stored) {
        int width = stored.getWidth();
        int height = stored.getHeight();
        boolean clear = stored.getColorModel().hasAlpha();
        BufferedImage turned = new BufferedImage(
                isTurned() ? height : width,
                isTurned() ? width : height,
                clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = turned.createGraphics();
        canvas.drawImage(stored, transform(width, height), null);
        canvas.dispose();
        return turned;
    }

    private AffineTransform transform(int width, int height) {
        return switch (number) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
