package press.gazette.curation.draft;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the fill of a list passes over besides what stands in the list itself. */
public enum Dedupe {
    /** Nothing. */
    NONE,
    /** What stands in a list above it on the same page. */
    PAGE;

    @JsonValue
    final String word = name().toLowerCase(Locale.ROOT);
}
