package press.gazette.json;

/**
 * Bounds accents and other combining characters in a row. Normalisation sorts each row, which takes the square of its length:
 * 700 KB of nothing else took half a minute.
 */
public final class CombiningMarks {

    /** Living scripts need fewer than ten; Unicode's bound for streams is 30 (UAX #15, Stream-Safe Text Format). */
    public static final int MOST_IN_A_ROW = 100;

    /** No character before it is a combining one. */
    private static final char FIRST = '\u0300';

    private CombiningMarks() {}

    /** Whether no row in the text is longer than rows may be. */
    public static boolean areBounded(String text) {
        int row = 0;
        int character;
        for (int i = 0; i < text.length() && row <= MOST_IN_A_ROW; i += Character.charCount(character)) {
            character = text.codePointAt(i);
            row = isMark(character) ? row + 1 : 0;
        }
        return row <= MOST_IN_A_ROW;
    }

    /** The text with each row cut to what it may be. */
    public static String bounded(String text) {
        if (areBounded(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        int row = 0;
        int character;
        for (int i = 0; i < text.length(); i += Character.charCount(character)) {
            character = text.codePointAt(i);
            row = isMark(character) ? row + 1 : 0;
            if (row <= MOST_IN_A_ROW) {
                kept.appendCodePoint(character);
            }
        }
        return kept.toString();
    }

    private static boolean isMark(int character) {
        return character >= FIRST
                && switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
                    default -> false;
                };
    }
}
