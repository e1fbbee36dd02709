package press.gazette.search.opensearch.retrieval;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import press.gazette.search.opensearch.cluster.Cluster;
import press.gazette.search.opensearch.cluster.ClusterFailure;
import press.gazette.search.opensearch.cluster.ClusterResponse;
import press.gazette.search.query.Facet;
import press.gazette.search.query.Hit;
import press.gazette.search.query.HitFilter;
import press.gazette.search.query.IndexQuery;
import press.gazette.search.query.SearchOrder;
import press.gazette.search.question.IndexField;

/**
 * One search with so many needed terms, and its response.
 *
 * @param hits in the order of the query
 * @param total the exact number of all hits if it is asked for; else exact up to {@link #COUNTED}
 */
record ClusterSearch(List<Hit> hits, long total, Map<Facet, List<Facet.Count>> facets) {

    /** A correction is offered below so many hits; more are not counted. */
    static final int COUNTED = 3;

    /** Values that each part of an index gives: the counts of an index of one part are exact, and of several nearly always. */
    private static final int FACET_CANDIDATES = 1_000;

    private static final String SCORE = "_score";

    /**
     * A question on OpenSearch.
     *
     * @param conditions that an article meets
     * @param exclusions of which it meets none
     * @param scores to be added
     */
    record Asked(
            List<Map<String, Object>> conditions,
            List<Map<String, Object>> exclusions,
            List<Map<String, Object>> scores) {

        Map<String, Object> matches(IndexQuery query, HitFilter filter) {
            return ClusterFilters.matches(conditions, exclusions, filter, query.now());
        }
    }

    /** @param recency multiplies the scores */
    static ClusterSearch run(Cluster cluster, String index, IndexQuery query, Asked asked, Map<String, Object> recency)
            throws ClusterFailure {
        boolean isRanked = query.order() == SearchOrder.RELEVANCE;
        Map<String, Object> matches = asked.matches(query, query.filter());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("size", query.limit());
        body.put("track_total_hits", query.counted() ? true : (Object) COUNTED);
        body.put("_source", false);
        body.put("query", isRanked ? scored(matches, scores(asked, matches), recency) : matches);
        body.put("sort", sort(query.order()));
        Hit after = query.after();
        if (after != null) {
            body.put("search_after", key(after, isRanked));
        }
        if (!query.facets().isEmpty()) {
            body.put("aggs", facets(query, asked));
        }
        ClusterResponse found = cluster.search(path(index, query), body, query.deadline());
        return new ClusterSearch(
                found.at("hits", "hits").list().stream()
                        .map(each -> hit(each.at("sort").list(), isRanked))
                        .toList(),
                found.at("hits", "total", "value").number(),
                counts(query, found.at("aggregations")));
    }

    /** The same copies of an index respond to all pages of a question: removed articles count differently in each. */
    private static String path(String index, IndexQuery query) {
        return "/" + index + "/_search?preference=question"
                + Integer.toHexString(query.question().text().hashCode());
    }

    /** The number of articles that a question finds. */
    static long count(Cluster cluster, String index, IndexQuery query, Asked asked) throws ClusterFailure {
        Map<String, Object> body =
                Map.of("size", 0, "track_total_hits", true, "query", asked.matches(query, query.filter()));
        return cluster.search(path(index, query), body, query.deadline())
                .at("hits", "total", "value")
                .number();
    }

    /** A phrase of a hundred words is found without a score, the newest article first, if OpenSearch would reject it with one. */
    private static List<Map<String, Object>> scores(Asked asked, Map<String, Object> matches) {
        return Clauses.of(matches) + Clauses.of(asked.scores()) <= Clauses.MOST ? asked.scores() : List.of();
    }

    private static Map<String, Object> scored(
            Map<String, Object> matches, List<Map<String, Object>> scores, Map<String, Object> recency) {
        return Map.of(
                "script_score",
                Map.of(
                        "query",
                        Map.of("bool", Map.of("filter", List.of(matches), "should", scores)),
                        "script",
                        recency));
    }

    private static List<Map<String, String>> sort(SearchOrder order) {
        String direction = order == SearchOrder.OLDEST ? "asc" : "desc";
        List<Map<String, String>> sort = new ArrayList<>();
        if (order == SearchOrder.RELEVANCE) {
            sort.add(Map.of(SCORE, direction));
        }
        sort.add(Map.of(IndexField.PUBLISHED, direction));
        sort.add(Map.of(IndexField.ID, direction));
        return sort;
    }

    private static List<Object> key(Hit hit, boolean isRanked) {
        Object published = IndexField.number(hit.publishedAt());
        Object id = hit.id().toString();
        return isRanked ? List.of(hit.score(), published, id) : List.of(published, id);
    }

    private static Hit hit(List<ClusterResponse> key, boolean isRanked) {
        int date = isRanked ? 1 : 0;
        return new Hit(
                isRanked ? (float) key.get(0).fraction() : 0,
                IndexField.time(key.get(date).number()),
                UUID.fromString(key.get(date + 1).text()));
    }

    /** A facet whose own filter narrows is counted over all articles that the other filters find. */
    private static Map<String, Object> facets(IndexQuery query, Asked asked) {
        Map<String, Object> facets = new LinkedHashMap<>();
        for (Facet facet : query.facets()) {
            Map<String, Object> values = Map.of(
                    "terms",
                    Map.of(
                            "field",
                            ClusterField.of(facet),
                            "size",
                            IndexQuery.MOST_FACET_VALUES,
                            "shard_size",
                            FACET_CANDIDATES));
            facets.put(
                    facet.word,
                    query.filter().narrows(facet)
                            ? Map.of(
                                    "global",
                                    Map.of(),
                                    "aggs",
                                    Map.of(
                                            "all",
                                            Map.of(
                                                    "filter",
                                                    asked.matches(
                                                            query,
                                                            query.filter().without(facet)),
                                                    "aggs",
                                                    Map.of("values", values))))
                            : values);
        }
        return facets;
    }

    private static Map<Facet, List<Facet.Count>> counts(IndexQuery query, ClusterResponse found) {
        Map<Facet, List<Facet.Count>> counts = new EnumMap<>(Facet.class);
        for (Facet facet : query.facets()) {
            ClusterResponse values = found.at(facet.word);
            values = query.filter().narrows(facet) ? values.at("all", "values") : values;
            counts.put(
                    facet,
                    values.at("buckets").list().stream()
                            .map(each -> new Facet.Count(
                                    each.at("key").text(), each.at("doc_count").number()))
                            .toList());
        }
        return counts;
    }
}
