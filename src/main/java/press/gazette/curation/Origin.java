package press.gazette.curation;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** How an item came into a list. Clients must expect further ways. */
public enum Origin {
    /** Placed by hand. */
    CURATED,
    /** Taken by the list's query. */
    FILL;

    @JsonValue
    final String word = name().toLowerCase(Locale.ROOT);
}
