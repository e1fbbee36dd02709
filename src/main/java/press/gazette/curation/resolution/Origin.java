package press.gazette.curation.resolution;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The origin of an item of a list. Clients must expect further words. */
public enum Origin {
    /** Placed by an editor. */
    CURATED,
    /** Taken by the list's fill. */
    FILL,
    /** Placed by an editor at a position of its own. */
    PINNED;

    @JsonValue
    final String word = name().toLowerCase(Locale.ROOT);
}
