package press.gazette.search.index.retrieval;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import press.gazette.change.LedgerPosition;
import press.gazette.search.question.IndexField;

/**
 * A state of the index with its place in the ledger. Both are read, and replaced, as one. A reader holds the state open between
 * {@link #acquire} and {@link #release}.
 */
public final class Snapshot {

    /** A question without a language is stemmed for so many. */
    private static final int MOST_LANGUAGES = 8;

    private static final long NEVER = Long.MAX_VALUE;

    final DirectoryReader reader;
    final LiveStatistics statistics;
    final Expansions expansions;
    private final LedgerPosition position;

    private volatile @Nullable List<String> languages;
    private volatile @Nullable Newest newest;

    /**
     * The date of the newest public article.
     *
     * @param until the moment from which it is hidden, as a number
     */
    private record Newest(long published, long until) {}

    /** @param former an older state of the same index, whose counts are used again; null: none */
    public Snapshot(DirectoryReader reader, LedgerPosition position, @Nullable Snapshot former) {
        this.reader = reader;
        this.position = position;
        if (former != null && former.reader.equals(reader)) {
            statistics = former.statistics;
            expansions = former.expansions;
        } else {
            statistics = new LiveStatistics(reader, former == null ? null : former.statistics);
            expansions = new Expansions(reader, statistics);
        }
    }

    public LedgerPosition position() {
        return position;
    }

    public DirectoryReader reader() {
        return reader;
    }

    /** The number of articles. */
    public int documents() {
        return reader.numDocs();
    }

    /** Holds the state open; false: it is closed already. */
    public boolean acquire() {
        return reader.tryIncRef();
    }

    /** Ends {@link #acquire}, or the life of the state. */
    public void release() throws IOException {
        reader.decRef();
    }

    LiveSearcher searcher(long deadline) {
        return new LiveSearcher(reader, statistics, deadline);
    }

    /** The languages of most articles, without regions, the most frequent first. */
    List<String> languages() throws IOException {
        List<String> known = languages;
        if (known == null) {
            known = mostFrequent();
            languages = known;
        }
        return known;
    }

    private List<String> mostFrequent() throws IOException {
        Map<String, Long> counts = new LinkedHashMap<>();
        Terms all = MultiTerms.getTerms(reader, IndexField.PRIMARY);
        if (all != null) {
            TermsEnum each = all.iterator();
            for (BytesRef word = each.next(); word != null; word = each.next()) {
                long count = statistics.documentsWith(new Term(IndexField.PRIMARY, BytesRef.deepCopyOf(word)));
                if (count > 0) {
                    counts.put(word.utf8ToString(), count);
                }
            }
        }
        List<String> languages = new ArrayList<>(counts.keySet());
        languages.sort(Comparator.<String, Long>comparing(counts::get, Comparator.reverseOrder())
                .thenComparing(Comparator.naturalOrder()));
        return List.copyOf(languages.subList(0, Math.min(MOST_LANGUAGES, languages.size())));
    }

    /** The date of the newest article that readers see at that time, as a number; without articles it is that time. */
    long newest(Instant now) throws IOException {
        long moment = IndexField.number(now);
        Newest known = newest;
        if (known == null || known.until <= moment) {
            known = newest(moment);
            newest = known;
        }
        return known.published;
    }

    private Newest newest(long moment) throws IOException {
        Query visible = new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.FILTER)
                .add(LongPoint.newRangeQuery(IndexField.EXPIRES, Long.MIN_VALUE, moment), Occur.MUST_NOT)
                .build();
        Sort byDate = new Sort(LongField.newSortField(IndexField.PUBLISHED, true, SortedNumericSelector.Type.MAX));
        LiveSearcher searcher = searcher(System.nanoTime() + Retrieval.DEADLINE.toNanos());
        TopDocs first = searcher.search(visible, 1, byDate);
        if (searcher.timedOut()) {
            throw new Retrieval.TooSlow();
        }
        if (first.scoreDocs.length == 0) {
            return new Newest(moment, NEVER);
        }
        ScoreDoc document = first.scoreDocs[0];
        return new Newest((Long) ((FieldDoc) document).fields[0], end(document.doc));
    }

    /** The articles whose expiry, as it was when they were indexed, has come, the earliest first. */
    public List<UUID> expired(Instant now, int most) throws IOException {
        List<UUID> ids = new ArrayList<>();
        for (ScoreDoc each : byExpiry(Long.MIN_VALUE, IndexField.number(now), most)) {
            LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(each.doc, reader.leaves()));
            SortedDocValues values = DocValues.getSorted(leaf.reader(), IndexField.ID);
            if (values.advanceExact(each.doc - leaf.docBase)) {
                ids.add(UUID.fromString(values.lookupOrd(values.ordValue()).utf8ToString()));
            }
        }
        return ids;
    }

    /** The first expiry still to come. */
    public Optional<Instant> nextExpiry(Instant now) throws IOException {
        ScoreDoc[] first = byExpiry(IndexField.number(now) + 1, Long.MAX_VALUE, 1);
        return first.length == 0
                ? Optional.empty()
                : Optional.of(IndexField.time((Long) ((FieldDoc) first[0]).fields[0]));
    }

    private ScoreDoc[] byExpiry(long from, long to, int most) throws IOException {
        Sort byExpiry = new Sort(LongField.newSortField(IndexField.EXPIRES, false, SortedNumericSelector.Type.MIN));
        return new IndexSearcher(reader)
                .search(LongPoint.newRangeQuery(IndexField.EXPIRES, from, to), most, byExpiry)
                .scoreDocs;
    }

    /** The moment from which a document is hidden, as a number. */
    private long end(int document) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        SortedNumericDocValues ends = DocValues.getSortedNumeric(leaf.reader(), IndexField.EXPIRES);
        return ends.advanceExact(document - leaf.docBase) ? ends.nextValue() : NEVER;
    }
}
