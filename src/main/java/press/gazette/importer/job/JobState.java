package press.gazette.importer.job;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

/** The state of an import. Clients must expect further ones. */
public enum JobState {
    /** Some of its files are not here yet. */
    RECEIVING,
    RUNNING,
    DONE,
    STOPPED,
    FAILED,

    /** Its articles are being taken back. */
    UNDOING,
    UNDONE;

    @JsonValue
    @EnumeratedValue
    public final String word = name().toLowerCase(Locale.ROOT);
}
