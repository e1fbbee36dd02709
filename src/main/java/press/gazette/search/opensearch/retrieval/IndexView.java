package press.gazette.search.opensearch.retrieval;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import press.gazette.change.LedgerPosition;
import press.gazette.search.opensearch.cluster.Cluster;
import press.gazette.search.opensearch.cluster.ClusterFailure;
import press.gazette.search.question.IndexWords;

/**
 * The index as this node knows it at a place in the ledger, and the counts that questions have asked for. The index may have moved
 * on since: it knows at least as much.
 */
public final class IndexView {

    /** Beyond it words are counted again each time. */
    private static final int MOST_WORDS = 50_000;

    /** Each has up to twenty words. */
    private static final int MOST_SIMILAR = 2_000;

    /** The newest article may expire without a change. */
    private static final Duration FACTS_LIFE = Duration.ofSeconds(30);

    private final String index;
    private final LedgerPosition position;
    private final Map<Word, Long> counted = new ConcurrentHashMap<>();
    private final Map<String, List<IndexWords.Found>> similar = new ConcurrentHashMap<>();

    private volatile @Nullable IndexFacts facts;

    /**
     * A word, or the beginning of words, in a field.
     *
     * @param begins true if longer words count too
     */
    record Word(String field, String text, boolean begins) {}

    /** @param index its alias */
    public IndexView(String index, LedgerPosition position) {
        this.index = index;
        this.position = position;
    }

    public String index() {
        return index;
    }

    public LedgerPosition position() {
        return position;
    }

    /** The number of articles when it was last counted; 0 before the first search. */
    public long documents() {
        IndexFacts known = facts;
        return known == null ? 0 : known.documents();
    }

    IndexFacts facts(Cluster cluster, Instant now, long deadline) throws ClusterFailure {
        IndexFacts known = facts;
        if (known == null || System.nanoTime() - known.at() > FACTS_LIFE.toNanos()) {
            known = IndexFacts.read(cluster, index, now, deadline);
            facts = known;
        }
        return known;
    }

    @Nullable
    Long counted(Word word) {
        return counted.get(word);
    }

    void remember(Word word, long count) {
        if (counted.size() >= MOST_WORDS) {
            counted.clear();
        }
        counted.put(word, count);
    }

    @Nullable
    List<IndexWords.Found> similar(String word) {
        return similar.get(word);
    }

    void remember(String word, List<IndexWords.Found> found) {
        if (similar.size() >= MOST_SIMILAR) {
            similar.clear();
        }
        similar.put(word, found);
    }
}
