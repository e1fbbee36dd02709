package press.gazette.search.index.retrieval;

import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

import press.gazette.search.query.Facet;
import press.gazette.search.query.IndexQuery;
import press.gazette.search.question.IndexField;

/** Counts the values of facets over all hits: exactly, in one walk for all facets. */
final class FacetCounts extends SimpleCollector {

    private final Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
    private final List<Facet> facets;
    private Segment[] segments = {};

    /** The values of a facet in one segment, by their numbers there. */
    private static final class Segment {

        private final SortedSetDocValues values;
        private final long[] counts;

        Segment(SortedSetDocValues values) {
            this.values = values;
            this.counts = new long[Math.toIntExact(values.getValueCount())];
        }
    }

    FacetCounts(Set<Facet> facets) {
        this.facets = List.copyOf(facets);
        facets.forEach(facet -> counts.put(facet, new HashMap<>()));
    }

    /** The most frequent values of each facet. */
    Map<Facet, List<Facet.Count>> top() throws IOException {
        finishSegment();
        Map<Facet, List<Facet.Count>> top = new EnumMap<>(Facet.class);
        counts.forEach((facet, values) -> top.put(
                facet,
                values.entrySet().stream()
                        .map(each -> new Facet.Count(each.getKey(), each.getValue()))
                        .sorted(Comparator.comparingLong(Facet.Count::count)
                                .reversed()
                                .thenComparing(Facet.Count::value))
                        .limit(IndexQuery.MOST_FACET_VALUES)
                        .toList()));
        return top;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        finishSegment();
        Segment[] next = new Segment[facets.size()];
        for (int i = 0; i < next.length; i++) {
            SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), IndexField.of(facets.get(i)));
            next[i] = new Segment(values);
        }
        segments = next;
    }

    @Override
    public void collect(int document) throws IOException {
        for (Segment segment : segments) {
            if (segment.values.advanceExact(document)) {
                for (int i = segment.values.docValueCount(); i > 0; i--) {
                    segment.counts[(int) segment.values.nextOrd()]++;
                }
            }
        }
    }

    private void finishSegment() throws IOException {
        for (int i = 0; i < segments.length; i++) {
            Map<String, Long> sum = counts.get(facets.get(i));
            add(segments[i], sum);
        }
        segments = new Segment[0];
    }

    private static void add(Segment segment, @Nullable Map<String, Long> sum) throws IOException {
        for (int number = 0; sum != null && number < segment.counts.length; number++) {
            if (segment.counts[number] > 0) {
                sum.merge(segment.values.lookupOrd(number).utf8ToString(), segment.counts[number], Long::sum);
            }
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
