package press.gazette.tag;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a tag is in use. */
public enum TagState {
    /** In use. */
    ACTIVE,
    /** Known to the desk only; public answers are as if it did not exist. */
    HIDDEN,
    /** Still readable, no longer to be given to articles. */
    DEPRECATED;

    @JsonValue
    @EnumeratedValue
    final String word = name().toLowerCase(Locale.ROOT);
}
