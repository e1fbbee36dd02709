package press.gazette.search.opensearch.retrieval;

import java.util.Collection;
import java.util.Map;

/** Counts the clauses of queries as OpenSearch does. */
final class Clauses {

    /**
     * OpenSearch fails a search with more (500, for {@code too_many_clauses}), unless its {@code indices.query.bool.max_clause_count} says
     * otherwise. Lucene on this node has a bound of its own, which no question reaches.
     */
    static final int MOST = 1_024;

    private Clauses() {}

    /** The number in a query of {@link ClusterQueries} or {@link ClusterFilters}, or in a list of them. */
    static int of(Object query) {
        if (query instanceof Collection<?> all) {
            return all.stream().mapToInt(Clauses::of).sum();
        }
        int sum = 0;
        for (Map.Entry<?, ?> part : ((Map<?, ?>) query).entrySet()) {
            sum += of(part.getKey().toString(), part.getValue());
        }
        return sum;
    }

    private static int of(String kind, Object content) {
        return switch (kind) {
            case "bool", "dis_max", "constant_score" ->
                ((Map<?, ?>) content)
                        .values().stream()
                                .filter(each -> each instanceof Map || each instanceof Collection)
                                .mapToInt(Clauses::of)
                                .sum();
            case "match_phrase" -> words(content).contains(ClusterField.SPELLINGS) ? places(content) : 1;
            case "match_phrase_prefix" -> places(content);
            // A word with all its spellings is one, and so is a set of words.
            default -> 1;
        };
    }

    /** A phrase is one clause; if a place of it has several spellings, each place is one. */
    private static int places(Object phrase) {
        return words(phrase).split(ClusterField.PLACES, -1).length;
    }

    private static String words(Object phrase) {
        Object ofField = ((Map<?, ?>) phrase).values().iterator().next();
        return String.valueOf(((Map<?, ?>) ofField).get("query"));
    }
}
