package press.gazette.search.index.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

import press.gazette.search.question.IndexWords;
import press.gazette.search.question.QueryLanguage;

/** Queries of Lucene on one state of the index. A word is as rare as those of its spellings that live documents have. */
final class SnapshotQueries implements QueryLanguage<Query>, IndexWords {

    private final Snapshot snapshot;
    private final long deadline;

    /** @param deadline by {@link System#nanoTime} */
    SnapshotQueries(Snapshot snapshot, long deadline) {
        this.snapshot = snapshot;
        this.deadline = deadline;
    }

    @Override
    public long documentsWith(String field, String word) throws IOException {
        return snapshot.statistics.documentsWith(new Term(field, word));
    }

    @Override
    public List<Found> similarTo(String word) throws IOException {
        return snapshot.expansions.similarTo(word, deadline);
    }

    @Override
    public Query word(String field, Collection<String> spellings) throws IOException {
        List<Term> live = live(field, spellings);
        if (live.size() == 1) {
            return new TermQuery(live.get(0));
        }
        SynonymQuery.Builder all = new SynonymQuery.Builder(field);
        live.forEach(each -> all.addTerm(each.bytes(), 1));
        return all.build();
    }

    @Override
    public Query phrase(String field, List<List<String>> places, int slop) throws IOException {
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder().setSlop(slop);
        for (List<String> spellings : places) {
            phrase.add(live(field, spellings).toArray(Term[]::new));
        }
        return phrase.build();
    }

    @Override
    public Query beginning(String field, List<List<String>> before, String prefix, int most) throws IOException {
        List<String> begun = snapshot.expansions.beginningWith(prefix, deadline).stream()
                .limit(most)
                .map(Found::word)
                .toList();
        if (begun.isEmpty()) {
            return nothing();
        }
        if (before.isEmpty()) {
            return word(field, begun);
        }
        List<List<String>> places = new ArrayList<>(before);
        places.add(begun);
        return phrase(field, places, 0);
    }

    /** Those of some words that live documents have here, at least one: the others would count in the score of all. */
    private List<Term> live(String field, Collection<String> words) throws IOException {
        List<Term> live = new ArrayList<>();
        for (String word : words) {
            if (words.size() == 1 || documentsWith(field, word) > 0) {
                live.add(new Term(field, word));
            }
        }
        return live.isEmpty() ? List.of(new Term(field, words.iterator().next())) : live;
    }

    @Override
    public Query anyBeginning(String field, String prefix) {
        return new PrefixQuery(new Term(field, prefix));
    }

    @Override
    public Query some(List<Query> queries, int least) {
        BooleanQuery.Builder some = new BooleanQuery.Builder();
        queries.forEach(each -> some.add(each, Occur.SHOULD));
        return some.setMinimumNumberShouldMatch(least).build();
    }

    @Override
    public Query best(List<Query> queries, float others) {
        return new DisjunctionMaxQuery(queries, others);
    }

    @Override
    public Query weighted(Query query, float weight) {
        return new BoostQuery(query, weight);
    }

    @Override
    public Query nothing() {
        return new MatchNoDocsQuery();
    }
}
