package press.gazette.problem;

/**
 * Bounds runs of accents and other combining characters. Unicode normalisation sorts each run in quadratic time: 700 KB
 * of combining characters alone took half a minute.
 */
public final class CombiningMarks {

    /** Living scripts need fewer than ten; Unicode's bound for streams is 30 (UAX #15, Stream-Safe Text Format). */
    public static final int MOST_IN_A_ROW = 100;

    /** All characters below this one are not combining. */
    private static final char FIRST = '\u0300';

    private CombiningMarks() {}

    /** Returns false if a run of combining characters in the text is longer than {@link #MOST_IN_A_ROW}. */
    public static boolean areBounded(String text) {
        int row = 0;
        int character;
        for (int i = 0; i < text.length() && row <= MOST_IN_A_ROW; i += Character.charCount(character)) {
            character = text.codePointAt(i);
            row = isMark(character) ? row + 1 : 0;
        }
        return row <= MOST_IN_A_ROW;
    }

    /** Returns the text with each run cut to {@link #MOST_IN_A_ROW} characters. */
    public static String bounded(String text) {
        if (areBounded(text)) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        int row = 0;
        int character;
        for (int i = 0; i < text.length(); i += Character.charCount(character)) {
            character = text.codePointAt(i);
            row = isMark(character) ? row + 1 : 0;
            if (row <= MOST_IN_A_ROW) {
                result.appendCodePoint(character);
            }
        }
        return result.toString();
    }

    /** True for a character that is shown on the one before it. */
    public static boolean isMark(int character) {
        return character >= FIRST
                && switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
                    default -> false;
                };
    }
}
