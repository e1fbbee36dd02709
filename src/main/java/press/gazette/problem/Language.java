package press.gazette.problem;

import java.util.Locale;
import java.util.regex.Pattern;

/** Validates the syntax of language tags (BCP 47). */
public final class Language {

    /** The detail of a fault for an invalid tag. */
    public static final String EXPECTED = "The language must be a BCP 47 tag, such as en or pt-BR.";

    /** Well-formed tags (RFC 5646); the registry of languages is not consulted. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

    private Language() {}

    public static boolean isValid(String tag) {
        return FORM.matcher(tag).matches();
    }

    /** The language of a tag in lower case, without script, region and variants. */
    public static String primary(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }
}
