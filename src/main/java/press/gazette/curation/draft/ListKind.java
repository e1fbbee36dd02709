package press.gazette.curation.draft;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who decides what stands in a list. */
public enum ListKind {
    /** Editors, by hand. */
    MANUAL,
    /** A query. */
    QUERY,
    /** Editors first, a query for the rest. */
    HYBRID;

    @EnumeratedValue
    @JsonValue
    public final String word = name().toLowerCase(Locale.ROOT);
}
