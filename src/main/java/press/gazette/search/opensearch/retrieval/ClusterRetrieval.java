package press.gazette.search.opensearch.retrieval;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import press.gazette.problem.Language;
import press.gazette.search.analysis.WordSplitter;
import press.gazette.search.opensearch.cluster.Cluster;
import press.gazette.search.query.Correction;
import press.gazette.search.query.IndexQuery;
import press.gazette.search.query.Proposal;
import press.gazette.search.query.Question;
import press.gazette.search.question.AskedQuestion;
import press.gazette.search.question.IndexField;
import press.gazette.search.question.IndexWords;
import press.gazette.search.question.TermQueries;

/** Answers questions on OpenSearch: one request for words that are not counted yet, and one for the hits. */
public final class ClusterRetrieval {

    /** With as many hits a question is as it was meant. */
    private static final int ENOUGH = ClusterSearch.COUNTED;

    /** Words, then those near misspelt ones, then the words of these. */
    private static final int MOST_FETCHES = 5;

    /** As {@code index.retrieval.Recency} of the engine Lucene; the score is without the last digits, in which sums differ. */
    private static final String RECENCY = """
            double age = Math.max(0L, params.newest - doc['published'].value);
            float score = (float) (_score * (1 + 0.5 * params.half / (params.half + age)));
            return Float.intBitsToFloat(Float.floatToIntBits(score) & -128);
            """;

    private final Cluster cluster;
    private final List<String> languages;
    private final Duration halfLife;

    /**
     * @param languages in which words of a question without a language are stemmed; empty: those of the index
     * @param halfLife after which the bonus of a new article is halved
     */
    public ClusterRetrieval(Cluster cluster, List<String> languages, Duration halfLife) {
        this.cluster = cluster;
        this.languages = List.copyOf(languages);
        this.halfLife = halfLife;
    }

    /**
     * Proposes a page of hits.
     *
     * @throws IOException if OpenSearch does not respond in time, or with a failure
     */
    public Proposal propose(IndexView view, IndexQuery query) throws IOException {
        IndexFacts facts = view.facts(cluster, query.now(), query.deadline());
        AskedQuestion<Map<String, Object>> question = resolved(view, query, facts);
        ClusterSearch first = search(view, query, question, question.needed().get(0), facts);
        ClusterSearch search = first;
        boolean isRelaxed = false;
        for (int needed : question.needed()) {
            if (first.total() == 0 && needed < question.needed().get(0) && search.total() == 0) {
                ClusterSearch relaxed = search(view, query, question, needed, facts);
                isRelaxed = relaxed.total() > 0;
                search = isRelaxed ? relaxed : first;
            }
        }
        Correction correction = query.corrected() && search.total() < ENOUGH ? correction(view, query, search) : null;
        return new Proposal(
                search.hits(),
                query.counted() ? Long.valueOf(search.total()) : null,
                search.facets(),
                correction,
                isRelaxed,
                view.position());
    }

    /** The question with as many words as on Lucene, unless OpenSearch would reject so many: the longest sentences have fewer then. */
    private AskedQuestion<Map<String, Object>> resolved(IndexView view, IndexQuery query, IndexFacts facts)
            throws IOException {
        int most = TermQueries.MOST_WORDS;
        while (true) {
            AskedQuestion<Map<String, Object>> question = resolved(view, query, facts, most);
            int clauses = clauses(query, question);
            if (clauses <= Clauses.MOST || most <= query.question().size()) {
                return question;
            }
            most = Math.max(1, most * Clauses.MOST / clauses - 1);
        }
    }

    private static int clauses(IndexQuery query, AskedQuestion<Map<String, Object>> question) throws IOException {
        ClusterSearch.Asked asked = asked(question, question.needed().get(0));
        return Clauses.of(asked.matches(query, query.filter())) + Clauses.of(asked.scores());
    }

    private AskedQuestion<Map<String, Object>> resolved(IndexView view, IndexQuery query, IndexFacts facts, int most)
            throws IOException {
        ClusterWords words = new ClusterWords(cluster, view);
        ClusterQueries queries = new ClusterQueries(words, facts.documents());
        for (int fetches = 0; ; fetches++) {
            AskedQuestion<Map<String, Object>> question = new AskedQuestion<>(
                    query.question(),
                    query.match(),
                    new TermQueries<>(queries, words, languages(query.filter().language(), facts), query, most));
            // Scores ask for words too.
            question.scores();
            if (fetches == MOST_FETCHES || !words.fetch(query.deadline())) {
                return question;
            }
        }
    }

    private List<String> languages(@Nullable String filtered, IndexFacts facts) {
        if (filtered != null) {
            return List.of(Language.primary(filtered));
        }
        return languages.isEmpty() ? facts.languages() : languages;
    }

    private ClusterSearch search(
            IndexView view, IndexQuery query, AskedQuestion<Map<String, Object>> question, int needed, IndexFacts facts)
            throws IOException {
        Map<String, Object> recency = Map.of(
                "source", RECENCY, "params", Map.of("newest", facts.newest(), "half", halfLife.toMillis() * 1_000d));
        return ClusterSearch.run(cluster, view.index(), query, asked(question, needed), recency);
    }

    private static ClusterSearch.Asked asked(AskedQuestion<Map<String, Object>> question, int needed)
            throws IOException {
        return new ClusterSearch.Asked(question.conditions(needed), question.exclusions(), question.scores());
    }

    /** The question with words that public articles have; null if no other words find more. */
    private @Nullable Correction correction(IndexView view, IndexQuery query, ClusterSearch search) throws IOException {
        ClusterWords words = new ClusterWords(cluster, view);
        Question better = query.question().with(word -> better(words, word));
        for (int fetches = 0; fetches < MOST_FETCHES && words.fetch(query.deadline()); fetches++) {
            better = query.question().with(word -> better(words, word));
        }
        if (better.equals(query.question())) {
            return null;
        }
        IndexQuery asked = query.instead(better);
        AskedQuestion<Map<String, Object>> question =
                resolved(view, asked, view.facts(cluster, query.now(), query.deadline()));
        long total = ClusterSearch.count(
                cluster, view.index(), asked, asked(question, question.needed().get(0)));
        return total > search.total() ? new Correction(better.text(), total) : null;
    }

    /** The nearest word that more articles have; the word itself if there is none, or it is frequent. */
    private static String better(ClusterWords words, String text) {
        List<WordSplitter.Word> split = WordSplitter.asked(text);
        if (split.isEmpty() || split.get(split.size() - 1).position() > 0) {
            return text;
        }
        String word = split.get(0).text();
        long own = words.documentsWith(IndexField.WORDS, word);
        return own >= ENOUGH
                ? text
                : words.similarTo(word).stream()
                        .filter(each -> each.documents() > own)
                        .findFirst()
                        .map(IndexWords.Found::word)
                        .orElse(text);
    }
}
