package press.gazette.importer.writer;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

/** The outcome of one item of a file. Clients must expect further ones. */
public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,

    /** It is no article, or an editor has changed it here since. */
    LEFT_OUT,
    FAILED,

    /** It was created, and taken back. */
    UNDONE;

    @JsonValue
    @EnumeratedValue
    public final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
}
