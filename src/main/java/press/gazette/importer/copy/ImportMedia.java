package press.gazette.importer.copy;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

/** The way of the pictures, films and sound of a former site. */
public enum ImportMedia {
    /** They stay where they are. */
    REFER,

    /** They are copied from the former site into the store. */
    COPY,

    /** They are copied from a folder of this node into the store. */
    FOLDER;

    @JsonValue
    @EnumeratedValue
    public final String word = name().toLowerCase(Locale.ROOT);
}
