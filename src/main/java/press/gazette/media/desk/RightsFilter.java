package press.gazette.media.desk;

import java.util.Locale;

/** A value of the parameter {@code rights}. */
enum RightsFilter {
    /** Readers may see it, with or without an end. */
    VALID("(m.licence.end is null or m.licence.end > :now)"),

    /** Readers may see it until a moment that is known. */
    LIMITED("m.licence.end > :now"),

    /** Readers do not see it any more. */
    ENDED("m.licence.end <= :now");

    final String word = name().toLowerCase(Locale.ROOT);

    /** In HQL, of the media m. */
    final String condition;

    RightsFilter(String condition) {
        this.condition = condition;
    }
}
