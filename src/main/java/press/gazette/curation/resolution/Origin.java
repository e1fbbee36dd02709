package press.gazette.curation.resolution;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** How an item came into a list. Clients must expect further ways. */
public enum Origin {
    /** Placed by hand. */
    CURATED,
    /** Taken by the list's fill. */
    FILL,
    /** Placed by hand at a position of its own. */
    PINNED;

    @JsonValue
    final String word = name().toLowerCase(Locale.ROOT);
}
