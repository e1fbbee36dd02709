package press.gazette.address;

import java.util.regex.Pattern;

/**
 * A valid slug or no object.
 *
 * @param value lower-case ASCII letters and digits in words joined by single hyphens, at most {@link #MOST_CHARACTERS}
 */
public record Slug(String value) {

    public static final int MOST_CHARACTERS = 100;

    private static final Pattern WORDS = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    public Slug {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "A slug is words of a-z and 0-9 joined by single hyphens, at most 100 characters");
        }
    }

    public static boolean isValid(String text) {
        return text.length() <= MOST_CHARACTERS && WORDS.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
