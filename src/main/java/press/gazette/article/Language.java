package press.gazette.article;

import java.util.regex.Pattern;

/** Language tags (BCP 47), as articles have them. */
public final class Language {

    /** What would be right, for those who are refused. */
    public static final String EXPECTED = "The language is a BCP 47 tag, such as en or pt-BR.";

    /** The form of a tag (RFC 5646), not its registration. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

    private Language() {}

    public static boolean isValid(String tag) {
        return FORM.matcher(tag).matches();
    }
}
