package press.gazette.search.index.retrieval;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.lucene.document.LongField;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import press.gazette.search.query.Facet;
import press.gazette.search.query.Hit;
import press.gazette.search.query.HitFilter;
import press.gazette.search.query.IndexQuery;
import press.gazette.search.query.SearchOrder;
import press.gazette.search.question.AskedQuestion;
import press.gazette.search.question.IndexField;

/** One question under way. The number of needed terms is settled at the beginning, for hits, total and facets alike. */
final class Search {

    /** The score orders the hits, so none can be skipped; a count beyond this says only that there are more. */
    private static final int COUNTED = 1;

    private final Snapshot snapshot;
    private final LiveSearcher searcher;
    private final IndexQuery query;
    private final AskedQuestion<Query> question;
    private final Duration halfLife;
    private final boolean relaxed;
    private final int needed;

    private Search(
            Snapshot snapshot,
            LiveSearcher searcher,
            IndexQuery query,
            AskedQuestion<Query> question,
            Duration halfLife,
            int needed) {
        this.snapshot = snapshot;
        this.searcher = searcher;
        this.query = query;
        this.question = question;
        this.halfLife = halfLife;
        this.needed = needed;
        this.relaxed = needed < question.needed().get(0);
    }

    static Search begin(Snapshot snapshot, IndexQuery query, AskedQuestion<Query> question, Duration halfLife)
            throws IOException {
        LiveSearcher searcher = snapshot.searcher(query.deadline());
        List<Integer> levels = question.needed();
        for (int needed : levels) {
            Search search = new Search(snapshot, searcher, query, question, halfLife, needed);
            if (levels.size() == 1 || search.findsAny()) {
                return search;
            }
        }
        return new Search(snapshot, searcher, query, question, halfLife, levels.get(0));
    }

    /** True if articles with fewer terms stand in for those that have as many as the question asks for. */
    boolean isRelaxed() {
        return relaxed;
    }

    private boolean findsAny() throws IOException {
        boolean any = searcher.search(
                                new ConstantScoreQuery(matches(query.filter())),
                                new TopScoreDocCollectorManager(1, null, 1))
                        .scoreDocs
                        .length
                > 0;
        return timely(any);
    }

    /** The exact number of hits. */
    long total() throws IOException {
        return timely(searcher.count(matches(query.filter())));
    }

    Map<Facet, List<Facet.Count>> facets(Set<Facet> facets, HitFilter filter) throws IOException {
        FacetCounts counts = new FacetCounts(facets);
        return timely(searcher.search(
                matches(filter), new CollectorManager<FacetCounts, Map<Facet, List<Facet.Count>>>() {
                    @Override
                    public FacetCounts newCollector() {
                        // One thread searches, so one collector counts.
                        return counts;
                    }

                    @Override
                    public Map<Facet, List<Facet.Count>> reduce(Collection<FacetCounts> all) throws IOException {
                        return counts.top();
                    }
                }));
    }

    private Query matches(HitFilter filter) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(new MatchAllDocsQuery(), Occur.FILTER);
        question.conditions(needed).forEach(each -> all.add(each, Occur.FILTER));
        question.exclusions().forEach(each -> all.add(each, Occur.MUST_NOT));
        HitFilters.add(all, filter, query.now());
        return all.build();
    }

    /** The matches with their scores. */
    Query scored() throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(matches(query.filter()), Occur.FILTER);
        question.scores().forEach(each -> all.add(each, Occur.SHOULD));
        return new FunctionScoreQuery(all.build(), new Recency(halfLife, snapshot.newest(query.now())));
    }

    List<Hit> hits() throws IOException {
        boolean isRanked = query.order() == SearchOrder.RELEVANCE;
        Query asked = isRanked ? scored() : matches(query.filter());
        ScoreDoc[] found = searcher.search(
                        asked, new TopFieldCollectorManager(sort(query.order()), query.limit(), after(), COUNTED))
                .scoreDocs;
        List<Hit> hits = new ArrayList<>(found.length);
        for (ScoreDoc each : found) {
            hits.add(hit(((FieldDoc) each).fields, isRanked));
        }
        return timely(hits);
    }

    private static Hit hit(Object[] key, boolean isRanked) {
        int date = isRanked ? 1 : 0;
        return new Hit(
                isRanked ? (Float) key[0] : 0,
                IndexField.time((Long) key[date]),
                UUID.fromString(((BytesRef) key[date + 1]).utf8ToString()));
    }

    private @Nullable FieldDoc after() {
        Hit last = query.after();
        if (last == null) {
            return null;
        }
        Object date = IndexField.number(last.publishedAt());
        Object id = new BytesRef(last.id().toString());
        Object[] key = query.order() == SearchOrder.RELEVANCE
                ? new Object[] {last.score(), date, id}
                : new Object[] {date, id};
        // The key is unique, so the number of the document, which differs from node to node, must not count.
        return new FieldDoc(Integer.MAX_VALUE, last.score(), key);
    }

    static Sort sort(SearchOrder order) {
        boolean descending = order != SearchOrder.OLDEST;
        SortField date = LongField.newSortField(IndexField.PUBLISHED, descending, SortedNumericSelector.Type.MIN);
        SortField id = new SortField(IndexField.ID, SortField.Type.STRING, descending);
        return order == SearchOrder.RELEVANCE ? new Sort(SortField.FIELD_SCORE, date, id) : new Sort(date, id);
    }

    private <T> T timely(T result) {
        if (searcher.timedOut()) {
            throw new Retrieval.TooSlow();
        }
        return result;
    }
}
