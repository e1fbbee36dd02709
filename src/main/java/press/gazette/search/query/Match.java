package press.gazette.search.query;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The number of wanted terms that an article must have. Exclusions hold always. */
public enum Match {
    /** All of up to three terms; of more half, at most three. */
    WORDS,

    /** Every term. */
    ALL,

    /** At least one term. */
    ANY;

    /** The value in URLs. */
    @JsonValue
    public final String word = name().toLowerCase(Locale.ROOT);
}
