package press.gazette.search.index.retrieval;

import java.io.IOException;
import java.time.Duration;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;

import press.gazette.search.question.IndexField;

/**
 * Multiplies a score by the age of the article, measured from the newest one: news of today counts {@link #MOST} times as much as
 * news of long ago. The share above 1 is halved after one half-life, a third after two: plain arithmetic, the same on any machine.
 * The result has few digits, so that equal articles are equal, and the newer one is first.
 */
final class Recency extends DoubleValuesSource {

    private static final double MOST = 1.5;

    /** Without the last digits of a float, in which sums in another order differ. */
    private static final int DIGITS = ~0x7f;

    private final double halfLife;
    private final long newest;

    Recency(Duration halfLife, long newest) {
        this.halfLife = halfLife.toMillis() * 1_000d;
        this.newest = newest;
    }

    @Override
    public DoubleValues getValues(LeafReaderContext segment, DoubleValues scores) throws IOException {
        NumericDocValues published =
                DocValues.unwrapSingleton(DocValues.getSortedNumeric(segment.reader(), IndexField.PUBLISHED));
        return new DoubleValues() {
            @Override
            public double doubleValue() throws IOException {
                double age = published == null ? 0 : Math.max(0, newest - published.longValue());
                double factor = 1 + (MOST - 1) * halfLife / (halfLife + age);
                int bits = Float.floatToIntBits((float) (scores.doubleValue() * factor));
                return Float.intBitsToFloat(bits & DIGITS);
            }

            @Override
            public boolean advanceExact(int document) throws IOException {
                return scores.advanceExact(document) && (published == null || published.advanceExact(document));
            }
        };
    }

    @Override
    public boolean needsScores() {
        return true;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher searcher) {
        return this;
    }

    @Override
    public boolean isCacheable(LeafReaderContext segment) {
        return false;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(newest) + Double.hashCode(halfLife);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Recency recency && recency.newest == newest && recency.halfLife == halfLife;
    }

    @Override
    public String toString() {
        return "recency";
    }
}
