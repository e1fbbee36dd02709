package press.gazette.problem;

import java.util.regex.Pattern;

/** Makes text from a client safe to show in a response or a log. */
public final class PrintableText {

    private static final int REPLACEMENT = 0xFFFD;

    /** Letters and symbols without ink: the fillers of Hangul and the blank of Braille. */
    private static final String FILLERS = "\u115F\u1160\u3164\uFFA0\u2800";

    private static final Pattern BLANK_ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    private PrintableText() {}

    /**
     * Replaces each invisible character that affects the text around it with U+FFFD: controls, marks of direction
     * (which make a name read backwards), zero-width characters and unpaired surrogates (which have no UTF-8 encoding).
     */
    static String text(String text) {
        if (text.chars().allMatch(character -> character >= ' ' && character <= '~')) {
            return text;
        }
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().map(point -> isPrintable(point) ? point : REPLACEMENT).forEach(printable::appendCodePoint);
        return printable.toString();
    }

    /**
     * Returns {@link #text} cut to at most that many characters, so that a response is never as large as an attack.
     */
    public static String beginning(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text(text)
                : text(text.substring(0, text.offsetByCodePoints(0, most))) + "…";
    }

    /** Returns false for text of blanks, format characters and marks without a base letter only. */
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(PrintableText::isInk);
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

    /** The text without blanks at its ends, including no-break spaces. */
    static String stripped(String text) {
        return BLANK_ENDS.matcher(text).replaceAll("");
    }

    private static boolean isPrintable(int point) {
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
