package press.gazette.search.query;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** A property whose values are counted over all hits. */
public enum Facet {
    /** Tags that are neither sections nor contributors, by their ids; its own filter is {@link HitFilter#tags}. */
    TAGS,

    /** Sections, by their ids. */
    SECTION,

    /** Contributors, by their ids. */
    CONTRIBUTOR,

    /** The word of the type. */
    TYPE,

    /** BCP 47, as the article has it. */
    LANGUAGE,

    /** The year of publishedAt in UTC, such as 2026; its own filters are {@link HitFilter#from} and {@link HitFilter#to}. */
    YEAR;

    /** The facet in URLs and JSON. */
    @JsonValue
    public final String word = name().toLowerCase(Locale.ROOT);

    /**
     * A value of a facet.
     *
     * @param value as the constant says
     * @param count the exact number of hits with it, under all filters but the facet's own; at least 1
     */
    public record Count(String value, long count) {}
}
