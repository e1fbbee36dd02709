package press.gazette.search.opensearch.retrieval;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import press.gazette.search.opensearch.cluster.Cluster;
import press.gazette.search.opensearch.cluster.ClusterFailure;
import press.gazette.search.opensearch.cluster.ClusterResponse;
import press.gazette.search.question.IndexField;

/**
 * The numbers that every question needs.
 *
 * @param documents articles in the index
 * @param newest publishedAt of the newest one that readers see, as a number
 * @param languages of most articles, without regions, the most frequent first
 * @param at by {@link System#nanoTime}
 */
record IndexFacts(long documents, long newest, List<String> languages, long at) {

    /** A question without a language is stemmed for so many. */
    private static final int MOST_LANGUAGES = 8;

    static IndexFacts read(Cluster cluster, String index, Instant now, long deadline) throws ClusterFailure {
        Map<String, Object> query = Map.of(
                "size",
                0,
                "track_total_hits",
                true,
                "query",
                ClusterFilters.articles(),
                "aggs",
                Map.of(
                        "languages",
                        Map.of("terms", Map.of("field", IndexField.PRIMARY, "size", MOST_LANGUAGES)),
                        "visible",
                        Map.of(
                                "filter",
                                Map.of("bool", Map.of("must_not", List.of(ClusterFilters.expired(now)))),
                                "aggs",
                                Map.of("newest", Map.of("max", Map.of("field", IndexField.PUBLISHED))))));
        ClusterResponse found = cluster.search("/" + index + "/_search", query, deadline);
        ClusterResponse newest = found.at("aggregations", "visible", "newest", "value");
        return new IndexFacts(
                found.at("hits", "total", "value").number(),
                newest.isPresent() ? newest.number() : IndexField.number(now),
                found.at("aggregations", "languages", "buckets").list().stream()
                        .map(each -> each.at("key").text())
                        .toList(),
                System.nanoTime());
    }
}
