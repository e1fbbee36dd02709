package press.gazette.search.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import press.gazette.problem.Problem;
import press.gazette.search.query.HitFilter;
import press.gazette.search.query.IndexQuery;
import press.gazette.search.query.Match;
import press.gazette.search.query.Question;
import press.gazette.search.query.SearchOrder;
import press.gazette.search.query.Term;
import press.gazette.search.query.TextField;

/**
 * A text that a reader types.
 *
 * @param words as typed; at least one, each with a letter or digit
 */
record SuggestionQuery(List<String> words) {

    static final int LONGEST = 100;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    SuggestionQuery {
        words = List.copyOf(words);
    }

    /** Reads the parameters and rejects bad ones, without the database. */
    static SuggestionQuery parse(SuggestionParameters parameters) {
        String text = parameters.q() == null ? "" : parameters.q();
        if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw refused("The parameter q is 1 to " + LONGEST + " characters without control characters.");
        }
        List<String> words = words(text).toList();
        if (words.isEmpty()) {
            throw refused("The parameter q needs a letter or a digit.");
        }
        if (words.size() > Question.MOST_TERMS) {
            throw refused("The parameter q has at most " + Question.MOST_TERMS + " words.");
        }
        return new SuggestionQuery(words);
    }

    /** The words of a text, without punctuation. */
    static Stream<String> words(String text) {
        return BETWEEN_WORDS.splitAsStream(text).filter(word -> !word.isEmpty());
    }

    /** The request to the index: headlines with all words, but for one of a letter or two that has just been begun. */
    IndexQuery headlines(Instant now) {
        List<Term> terms = new ArrayList<>();
        words.subList(0, words.size() - 1).forEach(word -> terms.add(new Term.Word(TextField.TITLE, word)));
        String last = words.get(words.size() - 1);
        if (isLong(last)) {
            Term.Single whole = new Term.Word(TextField.TITLE, last);
            terms.add(new Term.Any(List.of(whole, new Term.Prefix(TextField.TITLE, last))));
        } else if (terms.isEmpty()) {
            terms.add(new Term.Word(TextField.TITLE, last));
        }
        return new IndexQuery(
                new Question(terms),
                Match.ALL,
                true,
                HitFilter.ALL,
                SearchOrder.RELEVANCE,
                now,
                null,
                Suggestions.MOST + SearchQuery.SPARE_HITS,
                Set.of(),
                false,
                false,
                System.nanoTime() + IndexQuery.PATIENCE.toNanos());
    }

    private static boolean isLong(String word) {
        return word.codePointCount(0, word.length()) >= Question.SHORTEST_PREFIX;
    }

    private static Problem refused(String detail) {
        return Problem.invalidParameter("q", detail);
    }
}
