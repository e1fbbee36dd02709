package press.gazette.problem;

import java.util.regex.Pattern;

/** What a client sent, as it may be shown to people in an answer or a log. */
public final class Legible {

    private static final int REPLACEMENT = 0xFFFD;

    /** Letters and symbols without ink: the fillers of Hangul and the blank of Braille. */
    private static final String FILLERS = "\u115F\u1160\u3164\uFFA0\u2800";

    private static final Pattern BLANK_ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    private Legible() {}

    /**
     * The same text with U+FFFD for every character that nobody sees but that acts on what is around it: controls, marks
     * of direction (which make a name read backwards), zero-width characters and halves of surrogate pairs, which are no
     * UTF-8 either.
     */
    static String text(String text) {
        if (text.chars().allMatch(character -> character >= ' ' && character <= '~')) {
            return text;
        }
        StringBuilder legible = new StringBuilder(text.length());
        text.codePoints().map(point -> isLegible(point) ? point : REPLACEMENT).forEach(legible::appendCodePoint);
        return legible.toString();
    }

    /** The same, cut to at most that many characters: an answer must never be as large as an attack. */
    public static String beginning(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text(text)
                : text(text.substring(0, text.offsetByCodePoints(0, most))) + "…";
    }

    /** Whether anything of a text is seen: more than blanks, format characters, and marks without a letter below. */
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(Legible::isInk);
    }

    private static boolean isInk(int point) {
        return switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> FILLERS.indexOf(point) < 0;
        };
    }

    /** The text without blanks at its ends, those that do not break included. */
    static String stripped(String text) {
        return BLANK_ENDS.matcher(text).replaceAll("");
    }

    private static boolean isLegible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
