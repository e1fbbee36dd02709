package press.gazette.search.index.document;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;

import press.gazette.search.question.IndexField;

/**
 * BM25 (Robertson and Zaragoza 2009, §3) with exact lengths. Lucene's own rounds the lengths that it stores, and sums them exactly
 * elsewhere: the lengths of removed documents could not be taken out of the sum again.
 */
public final class LengthSimilarity extends Similarity {

    /** The rate at which further occurrences of a word cease to count. */
    private static final double SATURATION = 1.2;

    @Override
    public long computeNorm(FieldInvertState state) {
        return (long) state.getLength() - state.getNumOverlap();
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics field, TermStatistics... terms) {
        double documents = field.docCount();
        double rarity = 0;
        for (TermStatistics term : terms) {
            rarity += Math.log(1 + (documents - term.docFreq() + 0.5) / (term.docFreq() + 0.5));
        }
        double share = IndexField.named(field.field()).lengthShare;
        double average = field.sumTotalTermFreq() / documents;
        return new Scorer(boost * rarity, SATURATION * (1 - share), SATURATION * share / average);
    }

    private static final class Scorer extends SimScorer {

        private final double weight;
        private final double fixed;
        private final double perWord;

        Scorer(double weight, double fixed, double perWord) {
            this.weight = weight;
            this.fixed = fixed;
            this.perWord = perWord;
        }

        @Override
        public float score(float frequency, long length) {
            return (float) (weight - weight / (1 + frequency / (fixed + perWord * length)));
        }
    }
}
