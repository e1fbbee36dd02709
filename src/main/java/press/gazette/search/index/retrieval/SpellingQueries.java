package press.gazette.search.index.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/** Queries of words with several spellings, as rare as those spellings that live documents have. */
final class SpellingQueries {

    private final LiveStatistics statistics;

    SpellingQueries(LiveStatistics statistics) {
        this.statistics = statistics;
    }

    /**
     * Words side by side.
     *
     * @param slop moves of words that are permitted: 0 for an exact phrase
     */
    Query phrase(String field, List<List<String>> places, int slop) throws IOException {
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder().setSlop(slop);
        for (List<String> spellings : places) {
            phrase.add(live(field, spellings).toArray(Term[]::new));
        }
        return phrase.build();
    }

    /** Any of these words. */
    Query synonyms(String field, Collection<String> words) throws IOException {
        List<Term> live = live(field, words);
        if (live.size() == 1) {
            return new TermQuery(live.get(0));
        }
        SynonymQuery.Builder all = new SynonymQuery.Builder(field);
        live.forEach(each -> all.addTerm(each.bytes(), 1));
        return all.build();
    }

    /** Those of some words that live documents have here, at least one: the others would count in the score of all. */
    private List<Term> live(String field, Collection<String> words) throws IOException {
        List<Term> live = new ArrayList<>();
        for (String word : words) {
            Term term = new Term(field, word);
            if (words.size() == 1 || statistics.documentsWith(term) > 0) {
                live.add(term);
            }
        }
        return live.isEmpty() ? List.of(new Term(field, words.iterator().next())) : live;
    }
}
