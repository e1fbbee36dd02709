package press.gazette.search.query;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The order of hits. Each is total: the id breaks the last tie. */
public enum SearchOrder {
    /** Score, publishedAt, id, each descending. */
    RELEVANCE,

    /** publishedAt, id, both descending. */
    NEWEST,

    /** publishedAt, id, both ascending. */
    OLDEST;

    /** The value in URLs. */
    @JsonValue
    public final String word = name().toLowerCase(Locale.ROOT);
}
