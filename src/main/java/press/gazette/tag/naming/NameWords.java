package press.gazette.tag.naming;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The texts by whose beginnings a tag is found: each of its names, and the rest of each name from each further word on. So
 * "elena marsh" is found by {@code elena}, {@code elena m} and {@code mar}.
 *
 * <p>A word begins at a letter or digit behind another character. In scripts without blanks each ideograph begins one, and so
 * does what follows the last of them.
 */
public final class NameWords {

    /** Raised whenever {@code SearchKey} or the splitting changes: the words of stored tags are made anew at the next start. */
    public static final int FORM = 1;

    /** The most characters of one text; q is no longer, and a cursor has room for it. */
    public static final int LONGEST = 100;

    /** The most texts of one tag. */
    public static final int MOST = 200;

    private NameWords() {}

    /** The texts of these names, which are in the form that searches compare. */
    public static Set<String> of(Collection<String> names) {
        Set<String> words = new LinkedHashSet<>();
        names.forEach(name -> words.add(cut(begin(name))));
        for (String name : names) {
            for (int offset = 0; offset < name.length(); offset += Character.charCount(name.codePointAt(offset))) {
                if (begins(name, offset) && words.size() < MOST) {
                    words.add(cut(name.substring(offset)));
                }
            }
        }
        return words;
    }

    /** A name from its first letter or digit on; the same text if it has none. */
    public static String begin(String name) {
        return name.codePoints().noneMatch(Character::isLetterOrDigit)
                ? name
                : name.substring(name.offsetByCodePoints(0, (int) name.codePoints()
                        .takeWhile(point -> !Character.isLetterOrDigit(point))
                        .count()));
    }

    /** The beginning of a name, as far as texts are stored. */
    public static String cut(String name) {
        boolean splits =
                name.length() > LONGEST && Character.isSurrogatePair(name.charAt(LONGEST - 1), name.charAt(LONGEST));
        return name.substring(0, Math.min(name.length(), splits ? LONGEST - 1 : LONGEST))
                .strip();
    }

    private static boolean begins(String name, int offset) {
        int point = name.codePointAt(offset);
        if (offset == 0 || !Character.isLetterOrDigit(point)) {
            return false;
        }
        int before = name.codePointBefore(offset);
        return !Character.isLetterOrDigit(before) || Character.isIdeographic(point) || Character.isIdeographic(before);
    }
}
