package press.gazette.search.question;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import press.gazette.search.query.Match;
import press.gazette.search.query.Question;
import press.gazette.search.query.Term;

/**
 * A question on one state of the index: the articles it finds, and their score.
 *
 * <p>Terms that nearly every text has are needed only if there are no others, and score in titles and side by side with other
 * words; all of them are needed with {@link Match#ALL}.
 *
 * @param <Q> a query of the engine
 */
public final class AskedQuestion<Q> {

    /** Up to so many terms are all needed; of more, half, but not more than these: a long question repeats itself in other words. */
    private static final int ALL_NEEDED = 3;

    /** Words between two that stand side by side in the question, or their exchange. */
    private static final int NEAR = 2;

    /** The weight of all words near each other, against the words themselves: a long question is no phrase. */
    private static final float PAIRS = 0.5f;

    private static final List<IndexField> PAIRED =
            List.of(IndexField.TITLE, IndexField.NAMES, IndexField.STANDFIRST, IndexField.BODY);

    private final List<ResolvedTerm<Q>> wanted = new ArrayList<>();
    private final List<Q> excluded = new ArrayList<>();
    private final List<ResolvedTerm<Q>> counted;
    private final Match match;
    private final QueryLanguage<Q> language;

    public AskedQuestion(Question question, Match match, TermQueries<Q> terms) throws IOException {
        this.match = match;
        this.language = terms.language;
        for (Term term : question.terms()) {
            if (term instanceof Term.Not not) {
                excluded.add(terms.excluded(not.term()));
            } else {
                terms.of((Term.Wanted) term).ifPresent(wanted::add);
            }
        }
        List<ResolvedTerm<Q>> content = of(ResolvedTerm.Kind.CONTENT);
        boolean saysSomething =
                !content.isEmpty() || !of(ResolvedTerm.Kind.QUOTED).isEmpty();
        counted = match == Match.ALL || !saysSomething
                ? Stream.concat(content.stream(), of(ResolvedTerm.Kind.STOP).stream())
                        .toList()
                : content;
    }

    private List<ResolvedTerm<Q>> of(ResolvedTerm.Kind kind) {
        return wanted.stream().filter(each -> each.kind() == kind).toList();
    }

    /** The numbers of terms that articles must have: if there are none with the first number, the next one holds. */
    public List<Integer> needed() {
        int all = counted.size();
        int half = Math.min((all + 1) / 2, ALL_NEEDED);
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

    /** The conditions that an article meets: so many terms, and the phrases in quotes. Exclusions hold beside them. */
    public List<Q> conditions(int needed) {
        if (wanted.isEmpty()) {
            return List.of(language.nothing());
        }
        List<Q> conditions = new ArrayList<>();
        List<ResolvedTerm<Q>> quoted = of(ResolvedTerm.Kind.QUOTED);
        if (match != Match.ANY) {
            quoted.forEach(each -> conditions.add(each.match()));
        }
        if (match == Match.ANY || needed < counted.size()) {
            List<Q> alternatives = (match == Match.ANY
                            ? Stream.concat(counted.stream(), quoted.stream())
                            : counted.stream())
                    .map(ResolvedTerm::match)
                    .toList();
            conditions.add(
                    alternatives.isEmpty() ? language.nothing() : language.some(alternatives, Math.max(1, needed)));
        } else {
            counted.forEach(each -> conditions.add(each.match()));
        }
        return conditions;
    }

    /** The exclusions: an article that meets one of them is left out. */
    public List<Q> exclusions() {
        return List.copyOf(excluded);
    }

    /** The scores, to be added: those of all terms, and of terms that stand side by side. */
    public List<Q> scores() throws IOException {
        List<Q> scores = new ArrayList<>();
        for (ResolvedTerm<Q> term : wanted) {
            if (term.kind() != ResolvedTerm.Kind.STOP || counted.contains(term)) {
                scores.add(term.score());
            } else if (!term.words().isEmpty()) {
                scores.add(language.phrase(IndexField.TITLE.exact, List.of(term.words()), 0));
            }
        }
        for (int i = 1; i < wanted.size(); i++) {
            addPair(scores, wanted.get(i - 1), wanted.get(i));
        }
        return scores;
    }

    private void addPair(List<Q> scores, ResolvedTerm<Q> one, ResolvedTerm<Q> next) throws IOException {
        if (one.words().isEmpty() || next.words().isEmpty()) {
            return;
        }
        for (IndexField field : PAIRED) {
            Q near = language.phrase(field.exact, List.of(one.words(), next.words()), NEAR);
            scores.add(language.weighted(near, PAIRS / (wanted.size() - 1) * field.weight));
        }
    }
}
