package press.gazette.problem;

import java.util.stream.Collectors;

/**
 * What a client sent, as an answer may repeat it: only in part, so that an answer is never as large as an attack, and
 * without characters that no text can carry.
 */
public final class Shown {

    private static final int REPLACEMENT = 0xfffd;

    private Shown() {}

    /**
     * The text, or its beginning and an ellipsis.
     *
     * @param most characters
     */
    public static String of(String text, int most) {
        String part = text.length() <= most ? text : text.substring(0, most);
        String clean = part.codePoints()
                .map(character -> isPrintable(character) ? character : REPLACEMENT)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return part.length() == text.length() ? clean : clean + "…";
    }

    private static boolean isPrintable(int character) {
        return !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
    }
}
