package press.gazette.search.index.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import press.gazette.search.analysis.WordSplitter;
import press.gazette.search.query.Question;
import press.gazette.search.query.Term;
import press.gazette.search.query.TextField;

/** The places of a question's words in a text. */
final class WordMarks {

    /**
     * A place, in UTF-16 units.
     *
     * @param term number of the term in the question
     * @param end exclusive
     */
    record Place(int start, int end, int term) {}

    private final String language;
    private final List<Term.Single> terms = new ArrayList<>();

    WordMarks(Question question, String language) {
        this.language = language;
        for (Term term : question.terms()) {
            if (term instanceof Term.Any any) {
                terms.addAll(any.alternatives());
            } else if (term instanceof Term.Single single) {
                terms.add(single);
            }
        }
    }

    /** The marks in a text, by their starts; none overlaps or touches the next one. */
    List<Place> in(TextField field, String text) {
        List<WordSplitter.Word> exact = WordSplitter.of(WordSplitter.exact(language), text);
        List<WordSplitter.Word> stems =
                WordSplitter.haveStems(language) ? WordSplitter.of(WordSplitter.stemmed(language), text) : List.of();
        List<Place> marks = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            Term.Single term = terms.get(i);
            if (term.field() == null || term.field() == field) {
                add(marks, i, term, exact, stems);
            }
        }
        return joined(marks);
    }

    private void add(
            List<Place> marks,
            int number,
            Term.Single term,
            List<WordSplitter.Word> exact,
            List<WordSplitter.Word> stems) {
        List<WordSplitter.Word> asked = WordSplitter.asked(term.text());
        if (asked.isEmpty()) {
            return;
        }
        if (asked.get(asked.size() - 1).position() > 0) {
            addPhrases(marks, number, asked, exact, term instanceof Term.Prefix);
            return;
        }
        Set<String> words = texts(asked);
        for (WordSplitter.Word word : exact) {
            boolean found = term instanceof Term.Prefix
                    ? words.stream().anyMatch(word.text()::startsWith)
                    : words.contains(word.text());
            if (found) {
                marks.add(new Place(word.start(), word.end(), number));
            }
        }
        if (term instanceof Term.Word && !stems.isEmpty()) {
            Set<String> askedStems = texts(WordSplitter.of(WordSplitter.stemmed(language), term.text()));
            stems.stream()
                    .filter(word -> askedStems.contains(word.text()))
                    .forEach(word -> marks.add(new Place(word.start(), word.end(), number)));
        }
    }

    private static Set<String> texts(List<WordSplitter.Word> words) {
        Set<String> texts = new LinkedHashSet<>();
        words.forEach(word -> texts.add(word.text()));
        return texts;
    }

    private static void addPhrases(
            List<Place> marks,
            int number,
            List<WordSplitter.Word> asked,
            List<WordSplitter.Word> exact,
            boolean isPrefix) {
        List<Set<String>> places = new ArrayList<>();
        for (WordSplitter.Word word : asked) {
            while (places.size() <= word.position()) {
                places.add(new LinkedHashSet<>());
            }
            places.get(word.position()).add(word.text());
        }
        Map<Integer, List<WordSplitter.Word>> text = new TreeMap<>();
        exact.forEach(word -> text.computeIfAbsent(word.position(), ignored -> new ArrayList<>())
                .add(word));
        for (int start : text.keySet()) {
            Place mark = phraseAt(start, number, places, text, isPrefix);
            if (mark != null) {
                marks.add(mark);
            }
        }
    }

    private static @Nullable Place phraseAt(
            int start,
            int number,
            List<Set<String>> places,
            Map<Integer, List<WordSplitter.Word>> text,
            boolean isPrefix) {
        int from = Integer.MAX_VALUE;
        int end = 0;
        for (int i = 0; i < places.size(); i++) {
            Set<String> wanted = places.get(i);
            boolean begins = isPrefix && i == places.size() - 1;
            WordSplitter.Word found = text.getOrDefault(start + i, List.of()).stream()
                    .filter(word ->
                            begins ? wanted.stream().anyMatch(word.text()::startsWith) : wanted.contains(word.text()))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                return null;
            }
            from = Math.min(from, found.start());
            end = Math.max(end, found.end());
        }
        return new Place(from, end, number);
    }

    private static List<Place> joined(List<Place> marks) {
        marks.sort(Comparator.comparingInt(Place::start).thenComparingInt(Place::end));
        List<Place> joined = new ArrayList<>();
        for (Place mark : marks) {
            Place last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (mark.start() >= mark.end()) {
                continue;
            }
            if (last != null && mark.start() <= last.end()) {
                joined.set(joined.size() - 1, new Place(last.start(), Math.max(last.end(), mark.end()), last.term()));
            } else {
                joined.add(mark);
            }
        }
        return joined;
    }
}
