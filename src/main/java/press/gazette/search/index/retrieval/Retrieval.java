package press.gazette.search.index.retrieval;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Language;
import press.gazette.search.query.Correction;
import press.gazette.search.query.Facet;
import press.gazette.search.query.Hit;
import press.gazette.search.query.IndexQuery;
import press.gazette.search.query.Proposal;
import press.gazette.search.question.AskedQuestion;
import press.gazette.search.question.TermQueries;

/** Answers questions on one state of the index. */
public final class Retrieval {

    /** The time that one question has. */
    static final Duration DEADLINE = IndexQuery.PATIENCE;

    /** Far more than the words that {@link TermQueries} permits, in five texts and in pairs. */
    private static final int MOST_CLAUSES = 20_000;

    static {
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
    }

    private final List<String> languages;
    private final Duration halfLife;

    /** A question took too long. */
    public static final class TooSlow extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooSlow() {
            super("The index did not respond within " + DEADLINE, null, false, false);
        }
    }

    /**
     * @param languages in which words of a question without a language are stemmed; empty: those of the index
     * @param halfLife after which the bonus of a new article is halved
     */
    public Retrieval(List<String> languages, Duration halfLife) {
        this.languages = List.copyOf(languages);
        this.halfLife = halfLife;
    }

    /**
     * Proposes a page of hits.
     *
     * @throws TooSlow after the deadline of the query
     * @throws IOException if the index cannot be read
     */
    public Proposal propose(Snapshot snapshot, IndexQuery query) throws IOException {
        Search search = search(snapshot, query);
        List<Hit> hits = search.hits();
        Long total = query.counted() ? Long.valueOf(search.total()) : null;
        Correction correction = query.corrected() ? new Corrections(this, snapshot).of(query, search, hits) : null;
        return new Proposal(hits, total, facets(search, query), correction, search.isRelaxed(), snapshot.position());
    }

    /** The search of a question, with the number of terms that finds something. */
    Search search(Snapshot snapshot, IndexQuery query) throws IOException {
        SnapshotQueries queries = new SnapshotQueries(snapshot, query.deadline());
        TermQueries<Query> terms = new TermQueries<>(
                queries, queries, languages(snapshot, query.filter().language()), query);
        AskedQuestion<Query> question = new AskedQuestion<>(query.question(), query.match(), terms);
        return Search.begin(snapshot, query, question, halfLife);
    }

    private List<String> languages(Snapshot snapshot, @Nullable String filtered) throws IOException {
        if (filtered != null) {
            return List.of(Language.primary(filtered));
        }
        return languages.isEmpty() ? snapshot.languages() : languages;
    }

    /** One walk counts all facets whose own filter is absent; each other facet has a walk without its filter. */
    private static Map<Facet, List<Facet.Count>> facets(Search search, IndexQuery query) throws IOException {
        Map<Facet, List<Facet.Count>> all = new EnumMap<>(Facet.class);
        Set<Facet> together = EnumSet.noneOf(Facet.class);
        for (Facet facet : query.facets()) {
            if (query.filter().narrows(facet)) {
                all.putAll(search.facets(Set.of(facet), query.filter().without(facet)));
            } else {
                together.add(facet);
            }
        }
        if (!together.isEmpty()) {
            all.putAll(search.facets(together, query.filter()));
        }
        return all;
    }
}
