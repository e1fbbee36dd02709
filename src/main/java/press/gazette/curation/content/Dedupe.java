package press.gazette.curation.content;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The articles that the fill of a list skips, besides those in the list itself. */
public enum Dedupe {
    /** Nothing. */
    NONE,
    /** The articles of the lists above it on the same page. */
    PAGE;

    @JsonValue
    final String word = name().toLowerCase(Locale.ROOT);
}
