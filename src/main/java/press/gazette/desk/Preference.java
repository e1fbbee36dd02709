package press.gazette.desk;

import java.util.List;
import java.util.Locale;

/** What a write is answered with (RFC 7240 §4.2). */
enum Preference {
    /** The client did not say: the thing as it is now. */
    NONE(""),
    REPRESENTATION("return=representation"),
    /** No content. */
    MINIMAL("return=minimal");

    /** As it stands in Prefer and Preference-Applied. */
    final String word;

    Preference(String word) {
        this.word = word;
    }

    /** The first one that is known; all others are to be ignored, as the RFC says. */
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
