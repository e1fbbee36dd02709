package press.gazette.search.index.retrieval;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The number of documents with a word and the length of texts, counted over the live documents of one reader. Lucene's own numbers
 * include documents that are removed but not yet merged away: they would tell of withdrawn articles, and differ from node to node.
 */
final class LiveStatistics {

    /** Beyond it words are counted again each time. */
    private static final int MOST_WORDS = 50_000;

    private final IndexReader reader;
    private final Map<Object, Map<String, Lengths>> segments;
    private final Map<Term, Long> counted = new ConcurrentHashMap<>();
    private final Map<String, Lengths> lengths = new ConcurrentHashMap<>();
    private final Map<Object, FixedBitSet> removed = new ConcurrentHashMap<>();

    /**
     * The texts of one field.
     *
     * @param documents with a text that has words
     * @param words of all of them
     */
    record Lengths(long documents, long words) {

        private static final Lengths NONE = new Lengths(0, 0);

        private Lengths plus(Lengths other) {
            return new Lengths(documents + other.documents, words + other.words);
        }

        private Lengths minus(Lengths other) {
            return new Lengths(documents - other.documents, words - other.words);
        }

        private Lengths plus(long length) {
            return length == 0 ? this : new Lengths(documents + 1, words + length);
        }

        /** At least 1. */
        double average() {
            return documents == 0 ? 1 : (double) words / documents;
        }
    }

    /** @param former the statistics of an older reader of the same index, whose segments need no second walk; null: none */
    LiveStatistics(IndexReader reader, @Nullable LiveStatistics former) {
        this.reader = reader;
        segments = new ConcurrentHashMap<>();
        if (former != null) {
            for (LeafReaderContext leaf : reader.leaves()) {
                Map<String, Lengths> known = former.segments.get(key(leaf.reader()));
                if (known != null) {
                    segments.put(key(leaf.reader()), known);
                }
            }
        }
    }

    private static Object key(LeafReader segment) {
        return segment.getCoreCacheHelper().getKey();
    }

    /** The number of documents. */
    int documents() {
        return reader.numDocs();
    }

    List<LeafReaderContext> leaves() {
        return reader.leaves();
    }

    /** The number of documents with this term. */
    long documentsWith(Term term) throws IOException {
        Long known = counted.get(term);
        if (known != null) {
            return known;
        }
        long count = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            count += documentsWith(term, leaf.reader());
        }
        if (counted.size() < MOST_WORDS) {
            counted.put(term, count);
        }
        return count;
    }

    private long documentsWith(Term term, LeafReader segment) throws IOException {
        if (segment.terms(term.field()) == null) {
            return 0;
        }
        TermsEnum terms = segment.terms(term.field()).iterator();
        if (!terms.seekExact(term.bytes())) {
            return 0;
        }
        FixedBitSet gone = removed(segment);
        return gone == null ? terms.docFreq() : terms.docFreq() - common(terms.postings(null, PostingsEnum.NONE), gone);
    }

    private static int common(PostingsEnum postings, FixedBitSet gone) throws IOException {
        int count = 0;
        int document = postings.nextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS) {
            int next = gone.nextSetBit(document);
            if (next == DocIdSetIterator.NO_MORE_DOCS) {
                return count;
            }
            count += next == document ? 1 : 0;
            document = next == document ? postings.nextDoc() : postings.advance(next);
        }
        return count;
    }

    private @Nullable FixedBitSet removed(LeafReader segment) {
        Bits live = segment.getLiveDocs();
        return live == null
                ? null
                : removed.computeIfAbsent(key(segment), ignored -> {
                    // One bit more than there are documents: a search for the next one may begin behind the last.
                    FixedBitSet gone = new FixedBitSet(segment.maxDoc() + 1);
                    for (int i = 0; i < segment.maxDoc(); i++) {
                        if (!live.get(i)) {
                            gone.set(i);
                        }
                    }
                    return gone;
                });
    }

    /** The texts of a field of words. */
    Lengths lengths(String field) throws IOException {
        Lengths known = lengths.get(field);
        if (known != null) {
            return known;
        }
        Lengths sum = Lengths.NONE;
        for (LeafReaderContext leaf : reader.leaves()) {
            sum = sum.plus(lengths(field, leaf.reader()));
        }
        lengths.put(field, sum);
        return sum;
    }

    private Lengths lengths(String field, LeafReader segment) throws IOException {
        Map<String, Lengths> ofSegment = segments.computeIfAbsent(key(segment), ignored -> new ConcurrentHashMap<>());
        Lengths all = ofSegment.get(field);
        if (all == null) {
            all = all(segment.getNormValues(field));
            ofSegment.put(field, all);
        }
        FixedBitSet gone = removed(segment);
        return gone == null ? all : all.minus(removed(segment.getNormValues(field), gone));
    }

    private static Lengths all(@Nullable NumericDocValues texts) throws IOException {
        Lengths sum = Lengths.NONE;
        while (texts != null && texts.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            sum = sum.plus(texts.longValue());
        }
        return sum;
    }

    private static Lengths removed(@Nullable NumericDocValues texts, FixedBitSet gone) throws IOException {
        Lengths sum = Lengths.NONE;
        if (texts == null) {
            return sum;
        }
        for (int i = gone.nextSetBit(0); i != DocIdSetIterator.NO_MORE_DOCS; i = gone.nextSetBit(i + 1)) {
            sum = texts.advanceExact(i) ? sum.plus(texts.longValue()) : sum;
        }
        return sum;
    }
}
