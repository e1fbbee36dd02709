package press.gazette.media.rendition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of rendition.
 *
 * @param name in addresses
 * @param width in pixels
 * @param height in pixels; 0: in the shape of the picture
 */
record Preset(String name, int width, int height) {

    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9-]{0,29}):(\\d{1,5})(?:x(\\d{1,5}))?");

    /** The largest sides of WebP are 16,383 pixels; no screen needs half of them. */
    private static final int MOST_PIXELS = 8_000;

    /** The segment of addresses that have the file itself. */
    private static final String FILE = "file";

    /**
     * Parses {@code card:480} or {@code square:600x600}.
     *
     * @throws IllegalArgumentException naming the setting
     */
    static Preset parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches() || form.group(1).equals(FILE)) {
            throw fault(text);
        }
        int width = Integer.parseInt(form.group(2));
        int height = form.group(3) == null ? 0 : Integer.parseInt(form.group(3));
        if (width < 1 || width > MOST_PIXELS || height > MOST_PIXELS || (form.group(3) != null && height < 1)) {
            throw fault(text);
        }
        return new Preset(form.group(1), width, height);
    }

    private static IllegalArgumentException fault(String text) {
        return new IllegalArgumentException(
                "gazette.media-presets must be a list of name:width or name:widthxheight, of at most " + MOST_PIXELS
                        + " pixels; it has " + text + ".");
    }

    boolean isCropped() {
        return height > 0;
    }
}
