package press.gazette.body.reading;

import java.util.UUID;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import press.gazette.body.block.ImageBlock;
import press.gazette.body.html.DataAttribute;

/** Tells apart the uses of an img element: a picture, a character drawn as a picture, or a tracking pixel. */
final class ImageElements {

    private static final Pattern EMOJI =
            Pattern.compile("(?:^|[\\s_-])(?:emoji|smiley|wp-smiley)(?:$|[\\s_-])", Pattern.CASE_INSENSITIVE);
    private static final Pattern WIDE =
            Pattern.compile("(?:^|\\s)(?:alignwide|alignfull|kg-width-wide|kg-width-full|wide)(?:$|\\s)");
    private static final Pattern SIDE =
            Pattern.compile("(?:^|\\s)(?:alignleft|alignright|pull-left|pull-right)(?:$|\\s)");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");
    private static final String PIXELS = "px";

    /** UTF-16 units of one character with its modifiers. */
    private static final int LONGEST_EMOJI = 40;

    private ImageElements() {}

    /** True if the element is no picture: its alt is a character of the text, or it is a tracking pixel. */
    static boolean isOrnament(Element img) {
        return isEmoji(img) || isPixel(img);
    }

    static boolean isEmoji(Element img) {
        String alt = img.attr("alt");
        return !alt.isBlank()
                && alt.length() <= LONGEST_EMOJI
                && (EMOJI.matcher(img.className()).find() || img.attr("src").contains("/emoji/"));
    }

    /** True for a tracking pixel. A picture that a figure shows is none. */
    static boolean isPixel(Element img) {
        Element parent = img.parent();
        Element around = parent != null && parent.nameIs("a") ? parent.parent() : parent;
        boolean shown = around != null && around.nameIs("figure");
        return !shown && isTiny(img.attr("width")) && isTiny(img.attr("height"));
    }

    private static boolean isTiny(String side) {
        String digits = number(side);
        return digits.equals("0") || digits.equals("1");
    }

    static @Nullable Integer side(Element element, String attribute) {
        String value = number(element.attr(attribute));
        return DIGITS.matcher(value).matches() && ImageBlock.isSide(Integer.parseInt(value))
                ? Integer.valueOf(value)
                : null;
    }

    /** The length without its unit. */
    private static String number(String length) {
        String number = length.strip();
        int unit = number.length() - PIXELS.length();
        boolean pixels = number.regionMatches(true, unit, PIXELS, 0, PIXELS.length());
        return pixels ? number.substring(0, unit).strip() : number;
    }

    static @Nullable UUID media(Element element) {
        try {
            String id = element.attr(DataAttribute.MEDIA);
            return id.isEmpty() ? null : UUID.fromString(id);
        } catch (IllegalArgumentException other) {
            return null;
        }
    }

    /** The place of a picture according to our own HTML or to classes of content systems; null: inline. */
    static ImageBlock.@Nullable Role role(Element element) {
        ImageBlock.Role own = ImageBlock.Role.of(element.attr(DataAttribute.ROLE));
        String classes = element.className();
        if (own != null || classes.isEmpty()) {
            return own;
        }
        if (WIDE.matcher(classes).find()) {
            return ImageBlock.Role.WIDE;
        }
        return SIDE.matcher(classes).find() ? ImageBlock.Role.SIDE : null;
    }
}
