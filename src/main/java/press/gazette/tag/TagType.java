package press.gazette.tag;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

/** The kind of subject of a tag. Clients must expect further types. */
public enum TagType {
    KEYWORD,
    PERSON,
    PLACE,
    ORGANISATION,
    SECTION,
    SERIES,
    CONTRIBUTOR,
    TONE;

    /** The type in JSON, in SQL and in URLs. */
    @JsonValue
    @EnumeratedValue
    public final String word = name().toLowerCase(Locale.ROOT);
}
