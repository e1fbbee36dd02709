package press.gazette.search.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** The texts of an article in which words are found. */
public enum TextField {
    TITLE,
    STANDFIRST,
    BODY,

    /** The byline as printed, and the names of the contributors. */
    BYLINE;

    /** The field in JSON and, for those of them that {@code q} can name, before a colon. */
    @JsonValue
    public final String word = name().toLowerCase(Locale.ROOT);

    /** The field that {@code q} names with this word, in any case; empty: none. */
    static Optional<TextField> named(String word) {
        return Arrays.stream(values())
                .filter(field -> field != STANDFIRST && field.word.equalsIgnoreCase(word))
                .findFirst();
    }
}
