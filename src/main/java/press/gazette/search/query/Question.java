package press.gazette.search.query;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import press.gazette.search.query.Term.Any;
import press.gazette.search.query.Term.Single;
import press.gazette.search.query.Term.Wanted;
import press.gazette.search.query.Term.Word;

/**
 * A reader's question: the parameter {@code q}.
 *
 * <pre>
 * question = term *( white-space term )                   1 to {@link #MOST_TERMS} singles, not exclusions alone
 * term     = [ "-" ] [ field ] single *( "|" [ field ] single )
 * field    = ( "title" / "body" / "byline" ) ":"          for all alternatives behind it
 * single   = word / word "*" / quote words quote          the asterisk behind three characters or more
 * </pre>
 *
 * <p>All else is text: a bar or hyphen without a word right behind it, a quote without a second one, parentheses, the operators of
 * other languages. Texts without a letter, digit or symbol are left out.
 *
 * @param terms in the order of the text; at least one of them is wanted
 */
public record Question(List<Term> terms) {

    /** Longer texts are pasted by accident. Counted in UTF-16 units, as the places in errors are. */
    public static final int LONGEST = 200;

    /** Each term is a walk of the index, and so is each alternative. */
    public static final int MOST_TERMS = 16;

    /** Shorter beginnings are those of too many words. In Unicode's code points. */
    public static final int SHORTEST_PREFIX = 3;

    public Question {
        terms = List.copyOf(terms);
    }

    /**
     * Parses the parameter {@code q}; the error names the character.
     *
     * @throws press.gazette.problem.Problem {@code invalid-parameter}
     */
    public static Question parse(String text) {
        return new QuestionParser(text).parse();
    }

    /** The question with each wanted word replaced, those among alternatives too; phrases, prefixes and exclusions stay. */
    public Question with(UnaryOperator<String> replaced) {
        return new Question(terms.stream()
                .map(term -> term instanceof Wanted wanted ? with(wanted, replaced) : term)
                .toList());
    }

    /** The number of terms, each alternative counted; at least 1. */
    public int size() {
        return terms.stream().mapToInt(Question::size).sum();
    }

    /** The number of terms in this one: its alternatives, or one. */
    static int size(Term term) {
        Term wanted = term instanceof Term.Not not ? not.term() : term;
        return wanted instanceof Any any ? any.alternatives().size() : 1;
    }

    /** The question in its grammar. Two questions with one text are equal. */
    public String text() {
        return terms.stream().map(Term::written).collect(Collectors.joining(" "));
    }

    private static Term with(Wanted wanted, UnaryOperator<String> replaced) {
        return wanted instanceof Any any
                ? new Any(any.alternatives().stream()
                        .map(single -> with(single, replaced))
                        .toList())
                : with((Single) wanted, replaced);
    }

    private static Single with(Single single, UnaryOperator<String> replaced) {
        return single instanceof Word word ? new Word(word.field(), replaced.apply(word.text())) : single;
    }
}
