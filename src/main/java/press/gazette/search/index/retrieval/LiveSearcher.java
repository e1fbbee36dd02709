package press.gazette.search.index.retrieval;

import java.io.IOException;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;

import press.gazette.search.index.document.LengthSimilarity;
import press.gazette.search.question.IndexField;

/**
 * A searcher for one question, with the statistics of live documents. A word is as rare in each text as in the whole document: a
 * name is not rarer, and worth more, because few titles have it.
 */
final class LiveSearcher extends IndexSearcher {

    private static final LengthSimilarity SIMILARITY = new LengthSimilarity();

    private final LiveStatistics statistics;

    /** @param deadline by {@link System#nanoTime} */
    LiveSearcher(IndexReader reader, LiveStatistics statistics, long deadline) {
        super(reader);
        this.statistics = statistics;
        setSimilarity(SIMILARITY);
        setTimeout(() -> System.nanoTime() - deadline > 0);
    }

    @Override
    public TermStatistics termStatistics(Term term, int documents, long occurrences) throws IOException {
        Term anywhere = new Term(IndexField.all(term.field()), term.bytes());
        long live = Math.max(1, statistics.documentsWith(anywhere));
        return new TermStatistics(term.bytes(), live, live);
    }

    @Override
    public CollectionStatistics collectionStatistics(String field) throws IOException {
        long documents = Math.max(1, statistics.documents());
        long words = Math.max(documents, Math.round(statistics.lengths(field).average() * documents));
        return new CollectionStatistics(field, documents, documents, words, documents);
    }
}
