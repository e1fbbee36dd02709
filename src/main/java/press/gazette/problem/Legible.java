package press.gazette.problem;

/** What a client sent, as it may be shown to people in an answer or a log. */
public final class Legible {

    private static final int REPLACEMENT = 0xFFFD;

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
