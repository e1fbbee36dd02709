package press.gazette.paging;

import java.util.Optional;
import java.util.regex.Pattern;

/** Parses the number of a revision in a URL or cursor: a whole number from 1, without leading zeros. */
public final class RevisionNumber {

    /** At most nine digits, which fit an int. */
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,8}");

    private RevisionNumber() {}

    /** Returns empty if the text is not such a number. */
    public static Optional<Integer> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
