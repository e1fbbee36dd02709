package press.gazette.database;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The form in which names are compared: without case, accents, width, kinds of apostrophes and repeated blanks. It is stored with
 * tags: a change here needs a higher {@code NameWords.FORM}, so that their keys are made anew. The desk's keys of articles are made
 * anew with the next save only.
 */
public final class SearchKey {

    /** A beginning followed by this sorts behind every key with that beginning. */
    public static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SearchKey() {}

    /** Compatibility decomposition without marks, in lower case; letters that do not decompose become their usual substitutes. */
    public static String of(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return bare.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ø", "o")
                .replace("đ", "d")
                .replace("ð", "d")
                .replace("ł", "l")
                .replace("ı", "i")
                .replace("þ", "th")
                .replace('\u2018', '\'')
                .replace('\u2019', '\'')
                .replace('\u02BC', '\'')
                .strip()
                .replaceAll("\\s+", " ");
    }
}
