package press.gazette.search.index.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

import press.gazette.search.question.IndexField;
import press.gazette.search.question.IndexWords;
import press.gazette.search.question.IndexWords.Found;

/** The words of live documents that a prefix or a misspelt word stands for, the most frequent first. */
final class Expansions {

    /** The walk of a prefix ends here: no newsroom has as many words with one beginning. */
    private static final int MOST_WALKED = 20_000;

    private static final int MOST_CACHED = 2_000;

    private final DirectoryReader reader;
    private final LiveStatistics statistics;
    private final Map<String, List<Found>> prefixes = new ConcurrentHashMap<>();
    private final Map<String, List<Found>> similar = new ConcurrentHashMap<>();

    Expansions(DirectoryReader reader, LiveStatistics statistics) {
        this.reader = reader;
        this.statistics = statistics;
    }

    /**
     * The words that begin with this text.
     *
     * @throws Retrieval.TooSlow after the deadline, by {@link System#nanoTime}
     */
    List<Found> beginningWith(String prefix, long deadline) throws IOException {
        List<Found> known = prefixes.get(prefix);
        if (known == null) {
            known = walkPrefix(prefix, deadline);
            remember(prefixes, prefix, known);
        }
        return known;
    }

    private List<Found> walkPrefix(String prefix, long deadline) throws IOException {
        Terms words = MultiTerms.getTerms(reader, IndexField.WORDS);
        List<Found> found = new ArrayList<>();
        if (words == null) {
            return found;
        }
        TermsEnum each = words.iterator();
        BytesRef beginning = new BytesRef(prefix);
        if (each.seekCeil(beginning) == TermsEnum.SeekStatus.END) {
            return found;
        }
        for (BytesRef word = each.term();
                word != null && StringHelper.startsWith(word, beginning) && found.size() < MOST_WALKED;
                word = each.next()) {
            check(deadline);
            add(found, word, 0);
        }
        return best(found);
    }

    /**
     * The words that differ from this one by a typing error, the nearest first; the word itself is not among them.
     *
     * @throws Retrieval.TooSlow after the deadline, by {@link System#nanoTime}
     */
    List<Found> similarTo(String word, long deadline) throws IOException {
        int edits = IndexWords.edits(word);
        if (edits == 0) {
            return List.of();
        }
        List<Found> known = similar.get(word);
        if (known == null) {
            known = walkSimilar(word, edits, deadline);
            remember(similar, word, known);
        }
        return known;
    }

    private List<Found> walkSimilar(String misspelt, int edits, long deadline) throws IOException {
        Terms words = MultiTerms.getTerms(reader, IndexField.WORDS);
        List<Found> found = new ArrayList<>();
        if (words == null) {
            return found;
        }
        FuzzyTermsEnum each = new FuzzyTermsEnum(words, new Term(IndexField.WORDS, misspelt), edits, 0, true);
        for (BytesRef word = each.next(); word != null; word = each.next()) {
            check(deadline);
            String text = word.utf8ToString();
            if (!text.equals(misspelt)) {
                add(found, word, edits(each.getBoost(), misspelt, text));
            }
        }
        return best(found);
    }

    /** The enumeration gives 1 minus the edits' share of the shorter word. */
    private static int edits(float nearness, String one, String other) {
        int shorter = Math.min(one.codePointCount(0, one.length()), other.codePointCount(0, other.length()));
        return Math.round((1 - nearness) * shorter);
    }

    private static void check(long deadline) {
        if (System.nanoTime() - deadline > 0) {
            throw new Retrieval.TooSlow();
        }
    }

    private void add(List<Found> found, BytesRef word, int edits) throws IOException {
        BytesRef copy = BytesRef.deepCopyOf(word);
        long documents = statistics.documentsWith(new Term(IndexField.WORDS, copy));
        if (documents > 0) {
            found.add(new Found(copy.utf8ToString(), edits, documents));
        }
    }

    private static List<Found> best(List<Found> found) {
        return found.stream()
                .sorted(Found.ORDER)
                .limit(IndexWords.MOST_EXPANSIONS)
                .toList();
    }

    private static void remember(Map<String, List<Found>> cache, String word, List<Found> found) {
        if (cache.size() < MOST_CACHED) {
            cache.put(word, found);
        }
    }
}
