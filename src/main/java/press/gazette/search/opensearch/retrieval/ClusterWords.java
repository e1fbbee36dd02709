package press.gazette.search.opensearch.retrieval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import press.gazette.search.opensearch.cluster.Cluster;
import press.gazette.search.opensearch.cluster.ClusterFailure;
import press.gazette.search.opensearch.cluster.ClusterResponse;
import press.gazette.search.question.IndexField;
import press.gazette.search.question.IndexWords;

/**
 * The words of the index on OpenSearch. Those that are not known yet are noted, and {@link #fetch} gets them all in one request: a
 * question is put together again until it asks for no further ones.
 */
final class ClusterWords implements IndexWords {

    /** Words that a misspelt one may stand for; those without articles are left out afterwards. */
    private static final int MOST_CANDIDATES = 20;

    /** The distance of words is compared by the number of edits alone. */
    private static final double ANY_DISTANCE = 0.01;

    private final Cluster cluster;
    private final IndexView view;
    private final Set<IndexView.Word> uncounted = new LinkedHashSet<>();
    private final Set<String> misspelt = new LinkedHashSet<>();

    ClusterWords(Cluster cluster, IndexView view) {
        this.cluster = cluster;
        this.view = view;
    }

    /** A word that is not counted yet has one document for now: it is known. */
    @Override
    public long documentsWith(String field, String word) {
        return counted(new IndexView.Word(field, word, false));
    }

    /** The number of articles that have a word with this beginning. */
    long documentsBeginning(String prefix) {
        return counted(new IndexView.Word(IndexField.WORDS, prefix, true));
    }

    private long counted(IndexView.Word word) {
        Long known = view.counted(word);
        if (known == null) {
            uncounted.add(word);
            return 1;
        }
        return known;
    }

    @Override
    public List<Found> similarTo(String word) {
        if (IndexWords.edits(word) == 0) {
            return List.of();
        }
        List<Found> known = view.similar(word);
        if (known == null) {
            misspelt.add(word);
            return List.of();
        }
        return known;
    }

    /** Gets the words that were asked for; false: all are known. */
    boolean fetch(long deadline) throws ClusterFailure {
        if (uncounted.isEmpty() && misspelt.isEmpty()) {
            return false;
        }
        Map<String, Map<String, Integer>> candidates = misspelt.isEmpty() ? Map.of() : candidates(deadline);
        candidates.values().forEach(words -> words.keySet().forEach(word -> documentsWith(IndexField.WORDS, word)));
        count(deadline);
        candidates.forEach((word, edits) -> view.remember(word, found(edits)));
        uncounted.clear();
        misspelt.clear();
        return true;
    }

    private List<Found> found(Map<String, Integer> edits) {
        List<Found> found = new ArrayList<>();
        edits.forEach((word, distance) -> {
            long documents =
                    Objects.requireNonNullElse(view.counted(new IndexView.Word(IndexField.WORDS, word, false)), 0L);
            if (documents > 0) {
                found.add(new Found(word, distance, documents));
            }
        });
        return found.stream().sorted(Found.ORDER).toList();
    }

    /** Words near each misspelt one, with their edits. Their frequency may count removed articles, so it is not used. */
    private Map<String, Map<String, Integer>> candidates(long deadline) throws ClusterFailure {
        Map<String, Object> suggest = new LinkedHashMap<>();
        List<String> words = List.copyOf(misspelt);
        for (int i = 0; i < words.size(); i++) {
            Map<String, Object> term = new LinkedHashMap<>();
            term.put("field", ClusterField.of(IndexField.WORDS));
            term.put("analyzer", "keyword");
            term.put("suggest_mode", "always");
            term.put("sort", "score");
            term.put("size", MOST_CANDIDATES);
            term.put("shard_size", MOST_CANDIDATES);
            term.put("max_edits", IndexWords.edits(words.get(i)));
            term.put("prefix_length", 0);
            term.put("min_word_length", 1);
            term.put("max_inspections", MOST_CANDIDATES);
            term.put("accuracy", ANY_DISTANCE);
            term.put("string_distance", "damerau_levenshtein");
            suggest.put("word" + i, Map.of("text", words.get(i), "term", term));
        }
        ClusterResponse found =
                cluster.search("/" + view.index() + "/_search", Map.of("size", 0, "suggest", suggest), deadline);
        Map<String, Map<String, Integer>> candidates = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            Map<String, Integer> edits = new LinkedHashMap<>();
            for (ClusterResponse word : found.at("suggest", "word" + i).list()) {
                for (ClusterResponse option : word.at("options").list()) {
                    String text = option.at("text").text();
                    edits.put(text, edits(words.get(i), text, option.at("score").fraction()));
                }
            }
            candidates.put(words.get(i), edits);
        }
        return candidates;
    }

    /** The score is 1 minus the edits' share of the shorter word. */
    static int edits(String one, String other, double nearness) {
        int shorter = Math.min(one.codePointCount(0, one.length()), other.codePointCount(0, other.length()));
        return Math.max(1, (int) Math.round((1 - nearness) * shorter));
    }

    private void count(long deadline) throws ClusterFailure {
        List<IndexView.Word> words = List.copyOf(uncounted);
        if (words.isEmpty()) {
            return;
        }
        List<Map<String, ?>> queries = new ArrayList<>();
        for (IndexView.Word word : words) {
            String kind = word.begins() ? "prefix" : "term";
            queries.add(Map.of(
                    "size",
                    0,
                    "track_total_hits",
                    true,
                    "query",
                    Map.of(kind, Map.of(ClusterField.of(word.field()), Map.of("value", word.text())))));
        }
        List<ClusterResponse> found = cluster.searchAll(view.index(), queries, deadline);
        for (int i = 0; i < words.size(); i++) {
            view.remember(
                    words.get(i), found.get(i).at("hits", "total", "value").number());
        }
    }
}
