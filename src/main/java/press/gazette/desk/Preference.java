package press.gazette.desk;

import java.util.List;
import java.util.Locale;

/** The content that a client wants in the response to a write (RFC 7240 §4.2). */
enum Preference {
    /** No preference: the current state of the resource. */
    NONE(""),
    REPRESENTATION("return=representation"),
    /** No content. */
    MINIMAL("return=minimal");

    /** The value in Prefer and Preference-Applied. */
    final String word;

    Preference(String word) {
        this.word = word;
    }

    /** The first known preference; unknown ones must be ignored (RFC 7240 §2). */
    static Preference parse(List<String> headers) {
        for (String preference : String.join(",", headers).split(",", -1)) {
            String word = preference.split(";", 2)[0].replaceAll("[\\s\"]", "").toLowerCase(Locale.ROOT);
            if (word.equals(MINIMAL.word)) {
                return MINIMAL;
            }
            if (word.equals(REPRESENTATION.word)) {
                return REPRESENTATION;
            }
        }
        return NONE;
    }
}
