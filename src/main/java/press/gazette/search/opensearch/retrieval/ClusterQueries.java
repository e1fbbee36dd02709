package press.gazette.search.opensearch.retrieval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import press.gazette.search.question.IndexField;
import press.gazette.search.question.QueryLanguage;

/**
 * Queries of OpenSearch as JSON. The weight of a word is how rare it is among all words of articles, as with Lucene: the similarity
 * of the index leaves the rarity to the query.
 */
final class ClusterQueries implements QueryLanguage<Map<String, Object>> {

    /** The score of a word that a text of usual length has once, against one that it has everywhere. */
    private static final double ONCE = 1 / 2.2;

    private final ClusterWords words;
    private final long documents;

    ClusterQueries(ClusterWords words, long documents) {
        this.words = words;
        this.documents = Math.max(1, documents);
    }

    @Override
    public Map<String, Object> word(String field, Collection<String> spellings) {
        if (isForMatches(field)) {
            return Map.of("terms", Map.of(ClusterField.of(field), List.copyOf(spellings)));
        }
        long most = spellings.stream()
                .mapToLong(each -> words.documentsWith(IndexField.all(field), each))
                .max()
                .orElse(0);
        return Map.of(
                "match",
                Map.of(
                        ClusterField.of(field),
                        Map.of("query", ClusterField.places(List.of(List.copyOf(spellings))), "boost", rarity(most))));
    }

    /** True for a field that has all words of an article, and no scores. */
    private static boolean isForMatches(String field) {
        return field.equals(IndexField.WORDS) || field.equals(IndexField.STEMS);
    }

    private double rarity(long found) {
        return Math.log(1 + (Math.max(documents, found) - found + 0.5) / (found + 0.5));
    }

    @Override
    public Map<String, Object> phrase(String field, List<List<String>> places, int slop) {
        return Map.of(
                "match_phrase",
                Map.of(
                        ClusterField.of(field),
                        Map.of("query", ClusterField.places(places), "slop", slop, "boost", rarity(places))));
    }

    private double rarity(List<List<String>> places) {
        double sum = 0;
        for (List<String> spellings : places) {
            for (String each : spellings) {
                long found = words.documentsWith(IndexField.WORDS, each);
                sum += found == 0 && spellings.size() > 1 ? 0 : rarity(found);
            }
        }
        // A boost of 0 is one of a word that every article has.
        return Math.max(sum, Float.MIN_NORMAL);
    }

    @Override
    public Map<String, Object> beginning(String field, List<List<String>> before, String prefix, int most) {
        if (before.isEmpty()) {
            return isForMatches(field)
                    ? anyBeginning(field, prefix)
                    : Map.of(
                            "constant_score",
                            Map.of(
                                    "filter",
                                    anyBeginning(field, prefix),
                                    "boost",
                                    ONCE * rarity(words.documentsBeginning(prefix))));
        }
        List<List<String>> places = new ArrayList<>(before.subList(Math.max(0, before.size() - most), before.size()));
        places.add(List.of(prefix));
        return Map.of(
                "match_phrase_prefix",
                Map.of(
                        ClusterField.of(field),
                        Map.of("query", ClusterField.places(places), "max_expansions", most, "boost", rarity(before))));
    }

    @Override
    public Map<String, Object> anyBeginning(String field, String prefix) {
        return Map.of("prefix", Map.of(ClusterField.of(field), Map.of("value", prefix)));
    }

    @Override
    public Map<String, Object> some(List<Map<String, Object>> queries, int least) {
        return Map.of("bool", Map.of("should", queries, "minimum_should_match", least));
    }

    @Override
    public Map<String, Object> best(List<Map<String, Object>> queries, float others) {
        return Map.of("dis_max", Map.of("queries", queries, "tie_breaker", others));
    }

    @Override
    public Map<String, Object> weighted(Map<String, Object> query, float weight) {
        Map<String, Object> bool = new LinkedHashMap<>();
        bool.put("must", List.of(query));
        bool.put("boost", weight);
        return Map.of("bool", bool);
    }

    @Override
    public Map<String, Object> nothing() {
        return Map.of("match_none", Map.of());
    }
}
