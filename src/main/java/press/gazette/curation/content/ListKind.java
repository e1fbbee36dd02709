package press.gazette.curation.content;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

/** The origin of the items of a list. */
public enum ListKind {
    /** Entries alone. */
    MANUAL,
    /** The fill alone. */
    QUERY,
    /** Entries first, the fill for the rest. */
    HYBRID;

    @EnumeratedValue
    @JsonValue
    public final String word = name().toLowerCase(Locale.ROOT);
}
