package press.gazette.search.index.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

import press.gazette.search.index.document.IndexField;
import press.gazette.search.query.Match;
import press.gazette.search.query.Question;
import press.gazette.search.query.Term;

/**
 * A question on one state of the index: the articles it finds, and their score.
 *
 * <p>Terms that nearly every text has are needed only if there are no others, and score in titles and side by side with other
 * words; all of them are needed with {@link Match#ALL}.
 */
final class AskedQuestion {

    /** Up to so many terms are all needed. */
    private static final int ALL_NEEDED = 3;

    /** Words between two that stand side by side in the question, or their exchange. */
    private static final int NEAR = 2;

    /** The weight of two words near each other, against the words themselves. */
    private static final float PAIR = 0.5f;

    private static final List<IndexField> PAIRED =
            List.of(IndexField.TITLE, IndexField.NAMES, IndexField.STANDFIRST, IndexField.BODY);

    private final List<ResolvedTerm> wanted = new ArrayList<>();
    private final List<Query> excluded = new ArrayList<>();
    private final List<ResolvedTerm> counted;
    private final Match match;
    private final SpellingQueries spellings;

    AskedQuestion(Question question, Match match, TermQueries terms) throws IOException {
        this.match = match;
        this.spellings = terms.spellings;
        for (Term term : question.terms()) {
            if (term instanceof Term.Not not) {
                excluded.add(terms.excluded(not.term()));
            } else {
                terms.of((Term.Wanted) term).ifPresent(wanted::add);
            }
        }
        List<ResolvedTerm> content = of(ResolvedTerm.Kind.CONTENT);
        boolean saysSomething =
                !content.isEmpty() || !of(ResolvedTerm.Kind.QUOTED).isEmpty();
        counted = match == Match.ALL || !saysSomething
                ? Stream.concat(content.stream(), of(ResolvedTerm.Kind.STOP).stream())
                        .toList()
                : content;
    }

    private List<ResolvedTerm> of(ResolvedTerm.Kind kind) {
        return wanted.stream().filter(each -> each.kind() == kind).toList();
    }

    /** The numbers of terms that articles must have: if there are none with the first number, the next one holds. */
    List<Integer> needed() {
        int all = counted.size();
        int half = (all + 1) / 2;
        return switch (match) {
            case ALL -> List.of(all);
            case ANY -> List.of(Math.min(1, all));
            case WORDS -> {
                int first = all <= ALL_NEEDED ? all : half;
                yield Stream.of(first, Math.min(first, half), Math.min(first, 1))
                        .distinct()
                        .toList();
            }
        };
    }

    /** Adds the conditions: so many terms, the phrases in quotes, none of the exclusions. */
    void addMatches(BooleanQuery.Builder query, int needed) {
        if (wanted.isEmpty()) {
            query.add(new MatchNoDocsQuery(), Occur.FILTER);
        }
        List<ResolvedTerm> quoted = of(ResolvedTerm.Kind.QUOTED);
        List<ResolvedTerm> alternatives = match == Match.ANY
                ? Stream.concat(counted.stream(), quoted.stream()).toList()
                : counted;
        if (match != Match.ANY) {
            quoted.forEach(each -> query.add(each.match(), Occur.FILTER));
        }
        if (match == Match.ANY || needed < counted.size()) {
            BooleanQuery.Builder some = new BooleanQuery.Builder();
            alternatives.forEach(each -> some.add(each.match(), Occur.SHOULD));
            query.add(some.setMinimumNumberShouldMatch(Math.max(1, needed)).build(), Occur.FILTER);
        } else {
            counted.forEach(each -> query.add(each.match(), Occur.FILTER));
        }
        excluded.forEach(each -> query.add(each, Occur.MUST_NOT));
    }

    /** Adds the score of all terms, and of those that stand side by side. */
    void addScores(BooleanQuery.Builder query) throws IOException {
        for (ResolvedTerm term : wanted) {
            if (term.kind() != ResolvedTerm.Kind.STOP || counted.contains(term)) {
                query.add(term.score(), Occur.SHOULD);
            } else if (!term.words().isEmpty()) {
                query.add(spellings.phrase(IndexField.TITLE.exact, List.of(term.words()), 0), Occur.SHOULD);
            }
        }
        for (int i = 1; i < wanted.size(); i++) {
            addPair(query, wanted.get(i - 1), wanted.get(i));
        }
    }

    private void addPair(BooleanQuery.Builder query, ResolvedTerm one, ResolvedTerm next) throws IOException {
        if (one.words().isEmpty() || next.words().isEmpty()) {
            return;
        }
        for (IndexField field : PAIRED) {
            Query near = spellings.phrase(field.exact, List.of(one.words(), next.words()), NEAR);
            query.add(new BoostQuery(near, PAIR * field.weight), Occur.SHOULD);
        }
    }
}
