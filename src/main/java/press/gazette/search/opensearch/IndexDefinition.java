package press.gazette.search.opensearch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import press.gazette.search.analysis.WordSplitter;
import press.gazette.search.opensearch.retrieval.ClusterField;
import press.gazette.search.query.Facet;
import press.gazette.search.question.IndexField;

/** Settings and fields of an index on OpenSearch. Its analysis only takes apart what Gazette has split into words. */
final class IndexDefinition {

    /** The version is raised with each change of fields or chains; Lucene's stemmers change with Lucene. An index of another is built anew. */
    static final String MAPPING = "opensearch/1/" + WordSplitter.STEMMERS;

    /** The member with the place of the index in the ledger. It is the only text that is stored. */
    static final String BOOKMARK = "bookmark";

    private static final String WORDS = "words";
    private static final String SPELLINGS = "spellings";

    /** Places between two names, so that no phrase spans both. */
    private static final int GAP = 100;

    /** Spellings of one word together, in characters; far more than a word has. */
    private static final int LONGEST_PLACE = 4_096;

    private static final String KIND = "type";

    private IndexDefinition() {}

    /** The content of the request that makes an index. */
    static Map<String, Object> of(int shards, int replicas, String writeAlias) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("number_of_shards", shards);
        settings.put("number_of_replicas", replicas);
        // The indexer asks for each refresh, so that its place is never ahead of the words.
        settings.put("refresh_interval", "-1");
        // A late write of a dead indexer must not bring an article back.
        settings.put("gc_deletes", "1h");
        settings.put("merge.policy.expunge_deletes_allowed", 0);
        settings.put("analysis", analysis());
        settings.put("similarity", similarities());
        return Map.of(
                "settings",
                Map.of("index", settings),
                "mappings",
                Map.of("dynamic", "strict", "_source", Map.of("includes", List.of(BOOKMARK)), "properties", fields()),
                "aliases",
                Map.of(writeAlias, Map.of()));
    }

    private static Map<String, Object> analysis() {
        return Map.of(
                "tokenizer",
                Map.of(WORDS, Map.of(KIND, "whitespace", "max_token_length", LONGEST_PLACE)),
                "filter",
                Map.of(
                        SPELLINGS,
                        Map.of(KIND, "pattern_capture", "preserve_original", false, "patterns", List.of("([^|]+)"))),
                "analyzer",
                Map.of(WORDS, Map.of(KIND, "custom", "tokenizer", WORDS, "filter", List.of(SPELLINGS))));
    }

    /** BM25 without the rarity of words, which the query gives: it is that among all words, as with Lucene. */
    private static Map<String, Object> similarities() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (IndexField field : IndexField.values()) {
            String source =
                    "double average = Math.max(1.0, field.sumTotalTermFreq / Math.max(1.0, (double) field.docCount));"
                            + " double length = 1 - " + field.lengthShare + " + " + field.lengthShare
                            + " * doc.length / average;"
                            + " return query.boost * doc.freq / (doc.freq + 1.2 * length);";
            all.put(ClusterField.of(field.exact), Map.of(KIND, "scripted", "script", Map.of("source", source)));
        }
        return all;
    }

    private static Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (IndexField field : IndexField.values()) {
            Map<String, Object> exact = text(field, "positions", IndexField.WORDS);
            exact.put("position_increment_gap", GAP);
            fields.put(ClusterField.of(field.exact), exact);
            if (field.hasStems) {
                fields.put(ClusterField.of(field.stem), text(field, "freqs", IndexField.STEMS));
            }
        }
        for (String all : List.of(IndexField.WORDS, IndexField.STEMS)) {
            fields.put(
                    ClusterField.of(all),
                    Map.of(KIND, "text", "analyzer", WORDS, "index_options", "docs", "norms", false));
        }
        for (String word :
                List.of(IndexField.ID, IndexField.TAG, IndexField.TYPE, IndexField.LANGUAGE, IndexField.PRIMARY)) {
            fields.put(word, Map.of(KIND, "keyword"));
        }
        for (Facet facet : Facet.values()) {
            fields.put(ClusterField.of(facet), Map.of(KIND, "keyword", "index", false));
        }
        for (String time : List.of(IndexField.PUBLISHED, IndexField.RENEWED, IndexField.EXPIRES)) {
            fields.put(time, Map.of(KIND, "long"));
        }
        fields.put(BOOKMARK, Map.of(KIND, "object", "enabled", false));
        return fields;
    }

    private static Map<String, Object> text(IndexField field, String options, String all) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put(KIND, "text");
        text.put("analyzer", WORDS);
        text.put("index_options", options);
        text.put("similarity", ClusterField.of(field.exact));
        text.put("copy_to", ClusterField.of(all));
        return text;
    }
}
