package press.gazette.search.query;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import press.gazette.problem.Problem;
import press.gazette.search.query.Term.Any;
import press.gazette.search.query.Term.Not;
import press.gazette.search.query.Term.Phrase;
import press.gazette.search.query.Term.Prefix;
import press.gazette.search.query.Term.Single;
import press.gazette.search.query.Term.Word;

/** Parses the grammar of {@link Question} from left to right, in one pass and without a way back. */
final class QuestionParser {

    private static final String QUOTES = "\"“”„‟«»";
    private static final String APOSTROPHES = "’‘‛ʼ＇";

    /** The beginning of a number that is written in groups of three digits. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}( [0-9]{3})*");

    private static final Pattern GROUP = Pattern.compile("[0-9]{3}");
    private static final char UNREADABLE = '\ufffd';

    private final String text;
    private final List<Term> terms = new ArrayList<>();
    private int at;

    QuestionParser(String text) {
        this.text = text;
    }

    Question parse() {
        if (text.length() > Question.LONGEST) {
            throw refused(Question.LONGEST, "the text is too long; it has at most " + Question.LONGEST + " characters");
        }
        int exclusion = -1;
        while (skipSpace()) {
            int start = at;
            Optional<Term> term = term();
            int size = term.map(Question::size).orElse(0);
            if (size > 0 && size() + size > Question.MOST_TERMS) {
                throw refused(start, "this word is one too many; at most " + Question.MOST_TERMS + " are possible");
            }
            term.ifPresent(this::add);
            exclusion = exclusion < 0 && term.isPresent() && term.get() instanceof Not ? start : exclusion;
        }
        if (terms.isEmpty()) {
            throw refused(0, "a word is expected: the text has no letter and no digit");
        }
        if (terms.stream().allMatch(Not.class::isInstance)) {
            throw refused(exclusion, "a word to find is missing: exclusions alone would find nearly all articles");
        }
        return new Question(terms);
    }

    private int size() {
        return terms.stream().mapToInt(Question::size).sum();
    }

    /** Adds a term. Groups of digits are one number: {@code 10 000}. */
    private void add(Term term) {
        int end = terms.size() - 1;
        if (term instanceof Word group
                && end >= 0
                && terms.get(end) instanceof Word number
                && group.field() == null
                && GROUP.matcher(group.text()).matches()
                && NUMBER.matcher(number.text()).matches()) {
            terms.set(end, new Word(number.field(), number.text() + " " + group.text()));
        } else {
            terms.add(term);
        }
    }

    private boolean skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    /** Reads on to the end of the term; empty: it is punctuation. */
    private Optional<Term> term() {
        boolean excluded = text.charAt(at) == '-' && isText(at + 1) && text.charAt(at + 1) != '-';
        if (excluded) {
            at++;
        }
        List<Single> alternatives = new ArrayList<>();
        TextField field = single(null, alternatives);
        while (isBar(at)) {
            at++;
            field = single(field, alternatives);
        }
        if (alternatives.isEmpty()) {
            return Optional.empty();
        }
        Term.Wanted wanted = alternatives.size() == 1 ? alternatives.get(0) : new Any(alternatives);
        return Optional.of(excluded ? new Not(wanted) : wanted);
    }

    /** Reads one alternative; returns the field of those behind it. */
    private @Nullable TextField single(@Nullable TextField former, List<Single> alternatives) {
        TextField field = field().orElse(former);
        int end = quoted();
        if (end >= 0) {
            String words = clean(text.substring(at + 1, end));
            at = end + 1;
            if (isSearchable(words)) {
                alternatives.add(new Phrase(field, words));
            }
            return field;
        }
        int start = at;
        do {
            at++;
        } while (isText(at) && quoted() < 0 && !isBar(at));
        String word = clean(text.substring(start, at));
        boolean prefix = isPrefix(word);
        word = prefix ? word.substring(0, word.length() - 1) : word;
        if (isSearchable(word)) {
            alternatives.add(prefix ? new Prefix(field, word) : new Word(field, word));
        }
        return field;
    }

    /** The field that is named here, with a text right behind the colon. */
    private Optional<TextField> field() {
        int colon = text.indexOf(':', at);
        if (colon < 0 || !isText(colon + 1)) {
            return Optional.empty();
        }
        Optional<TextField> named = TextField.named(text.substring(at, colon));
        if (named.isPresent()) {
            at = colon + 1;
        }
        return named;
    }

    /** The place of the quote that ends the phrase which begins here; negative: no phrase begins here. */
    private int quoted() {
        if (at >= text.length() || !isQuote(text.charAt(at))) {
            return -1;
        }
        int end = at + 1;
        while (end < text.length() && !isQuote(text.charAt(end))) {
            end++;
        }
        return end < text.length() ? end : -1;
    }

    /** True if a bar stands here between two texts. */
    private boolean isBar(int place) {
        return place > 0 && isText(place - 1) && isText(place) && text.charAt(place) == '|' && isText(place + 1);
    }

    private boolean isText(int place) {
        return place < text.length() && !isSpace(text.charAt(place));
    }

    private static boolean isPrefix(String word) {
        return word.endsWith("*")
                && word.length() > 1
                && isOfWord(word.codePointBefore(word.length() - 1))
                && word.codePoints().filter(QuestionParser::isOfWord).count() >= Question.SHORTEST_PREFIX;
    }

    private static boolean isSearchable(String text) {
        return text.codePoints().anyMatch(QuestionParser::isOfWord);
    }

    /** Letters, digits, and symbols such as an emoji; not the sign for a character that could not be read. */
    private static boolean isOfWord(int character) {
        return Character.isLetterOrDigit(character)
                || (Character.getType(character) == Character.OTHER_SYMBOL && character != UNREADABLE);
    }

    private static boolean isQuote(char character) {
        return QUOTES.indexOf(character) >= 0;
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character);
    }

    /** One form for apostrophes, white space and composed letters, without quotes and bars that are text. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (APOSTROPHES.indexOf(character) >= 0) {
                clean.append('\'');
            } else if (isSpace(character) || isQuote(character) || character == '|') {
                clean.append(' ');
            } else {
                clean.append(character);
            }
        }
        return Normalizer.normalize(clean, Normalizer.Form.NFC).strip().replaceAll(" +", " ");
    }

    private static Problem refused(int place, String what) {
        return Problem.invalidParameter("q", "At character " + (place + 1) + " of q " + what + ".");
    }
}
