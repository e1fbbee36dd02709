package press.gazette.media.picture;

/** A rectangle of pixels. */
public record Area(int x, int y, int width, int height) {

    /**
     * The largest area with a shape in a picture, as near to the focus as the edges allow.
     *
     * @param wide width of the shape
     * @param high height of the shape
     * @param focusX of the picture's width, 0 to 100
     * @param focusY of the picture's height, 0 to 100
     */
    public static Area of(int width, int height, int wide, int high, int focusX, int focusY) {
        boolean isWider = (long) width * high > (long) height * wide;
        int areaWidth = isWider ? Math.max(1, (int) Math.round((double) height * wide / high)) : width;
        int areaHeight = isWider ? height : Math.max(1, (int) Math.round((double) width * high / wide));
        areaWidth = Math.min(areaWidth, width);
        areaHeight = Math.min(areaHeight, height);
        return new Area(place(width, areaWidth, focusX), place(height, areaHeight, focusY), areaWidth, areaHeight);
    }

    private static int place(int whole, int part, int focus) {
        long middle = Math.round(whole * (focus / 100.0));
        return (int) Math.max(0, Math.min(whole - part, middle - part / 2));
    }
}
