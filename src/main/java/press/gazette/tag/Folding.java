package press.gazette.tag;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they are compared: without regard to case, accents, width and blanks. */
public final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Folding() {}

    /** Compatibility decomposition without marks, in lower case; letters that do not decompose are given their usual stand-ins. */
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
                .strip()
                .replaceAll("\\s+", " ");
    }
}
