package press.gazette.media.rendition;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.media.picture.Area;
import press.gazette.problem.Faults;

/**
 * A part of an upright picture that a crop shows. In percent, so that it also fits a file of the same picture in another size.
 *
 * @param x of its left edge, to a hundredth
 * @param y of its upper edge, to a hundredth
 * @param width at least 1, to a hundredth
 * @param height at least 1, to a hundredth
 */
@Schema(description = "A part of the picture, upright, in percent to a hundredth.")
public record CropArea(
        @Schema(description = "Its left edge, in percent of the width.", example = "10", minimum = "0", maximum = "100")
        double x,

        @Schema(
                description = "Its upper edge, in percent of the height.",
                example = "0",
                minimum = "0",
                maximum = "100")
        double y,

        @Schema(
                description = "In percent of the width; with x at most 100.",
                example = "60",
                minimum = "1",
                maximum = "100")
        double width,

        @Schema(
                description = "In percent of the height; with y at most 100.",
                example = "80",
                minimum = "1",
                maximum = "100")
        double height) {

    private static final double PERCENT = 100;

    /** Smaller areas are mistakes: a crop of a large photograph would have a few pixels. */
    private static final double LEAST = 1;

    /** More decimals have no effect: a hundredth is one pixel of 10,000. */
    private static final double STEPS = 100;

    private static final int MIDDLE = 50;

    public CropArea {
        x = rounded(x);
        y = rounded(y);
        width = rounded(width);
        height = rounded(height);
        Faults faults = new Faults();
        check(faults, "x", x, "width", width);
        check(faults, "y", y, "height", height);
        faults.refuse();
    }

    private static double rounded(double percent) {
        return Math.round(percent * STEPS) / STEPS;
    }

    private static void check(Faults faults, String edge, double from, String side, double length) {
        faults.check(from >= 0 && from <= PERCENT, "/" + edge, "This must be 0 to 100 percent.");
        faults.check(length >= LEAST && length <= PERCENT, "/" + side, "This must be 1 to 100 percent.");
        faults.check(
                from < 0 || from > PERCENT || length > PERCENT || rounded(from + length) <= PERCENT,
                "/" + side,
                edge + " and " + side + " must be 100 percent at most together: the area ends within the picture.");
    }

    /**
     * The largest area with a shape in this one, around its middle, in pixels.
     *
     * @param pictureWidth of the whole picture, in pixels
     * @param pictureHeight of the whole picture, in pixels
     * @param wide width of the shape
     * @param high height of the shape
     */
    Area pixels(int pictureWidth, int pictureHeight, int wide, int high) {
        int left = edge(pictureWidth, x);
        int top = edge(pictureHeight, y);
        int areaWidth = Math.max(1, edge(pictureWidth, x + width) - left);
        int areaHeight = Math.max(1, edge(pictureHeight, y + height) - top);
        int fromLeft = Math.min(left, pictureWidth - areaWidth);
        int fromTop = Math.min(top, pictureHeight - areaHeight);
        Area within = Area.of(areaWidth, areaHeight, wide, high, MIDDLE, MIDDLE);
        return new Area(fromLeft + within.x(), fromTop + within.y(), within.width(), within.height());
    }

    private static int edge(int whole, double percent) {
        return (int) Math.min(whole, Math.round(whole * percent / PERCENT));
    }
}
