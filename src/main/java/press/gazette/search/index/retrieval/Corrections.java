package press.gazette.search.index.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

import press.gazette.search.analysis.WordSplitter;
import press.gazette.search.query.Correction;
import press.gazette.search.query.Hit;
import press.gazette.search.query.IndexQuery;
import press.gazette.search.query.Question;
import press.gazette.search.question.IndexField;
import press.gazette.search.question.IndexWords;

/** The question that a reader may have meant. */
final class Corrections {

    /** With as many hits a question is as it was meant. */
    private static final int ENOUGH = 3;

    private final Retrieval retrieval;
    private final Snapshot snapshot;

    Corrections(Retrieval retrieval, Snapshot snapshot) {
        this.retrieval = retrieval;
        this.snapshot = snapshot;
    }

    /** The question with words that public articles have; null if there are hits enough, or it finds as few. */
    @Nullable
    Correction of(IndexQuery query, Search search, List<Hit> hits) throws IOException {
        if (hits.size() >= ENOUGH) {
            return null;
        }
        long found = hits.size() < query.limit() ? hits.size() : search.total();
        if (found >= ENOUGH) {
            return null;
        }
        Question better = query.question().with(word -> better(word, query.deadline()));
        if (better.equals(query.question())) {
            return null;
        }
        IndexQuery asked = query.instead(better);
        Search corrected = retrieval.search(snapshot, asked);
        long total = corrected.total();
        return total > found && !corrected.isRelaxed() ? new Correction(better.text(), total) : null;
    }

    /** The nearest word that more articles have; the word itself if there is none, or it is frequent. */
    private String better(String text, long deadline) {
        List<WordSplitter.Word> words = WordSplitter.asked(text);
        if (words.isEmpty() || words.get(words.size() - 1).position() > 0) {
            return text;
        }
        String word = words.get(0).text();
        try {
            long own = snapshot.statistics.documentsWith(new Term(IndexField.WORDS, word));
            return own >= ENOUGH
                    ? text
                    : snapshot.expansions.similarTo(word, deadline).stream()
                            .filter(each -> each.documents() > own)
                            .findFirst()
                            .map(IndexWords.Found::word)
                            .orElse(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
