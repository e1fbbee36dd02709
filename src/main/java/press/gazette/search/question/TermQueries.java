package press.gazette.search.question;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import press.gazette.search.analysis.WordSplitter;
import press.gazette.search.query.IndexQuery;
import press.gazette.search.query.Term.Any;
import press.gazette.search.query.Term.Phrase;
import press.gazette.search.query.Term.Prefix;
import press.gazette.search.query.Term.Single;
import press.gazette.search.query.Term.Wanted;
import press.gazette.search.query.Term.Word;
import press.gazette.search.query.TextField;

/**
 * The terms of a question as queries on the words of one state of the index.
 *
 * @param <Q> a query of the engine
 */
public final class TermQueries<Q> {

    /** The share of the other texts in the score of a word: the best one counts whole. */
    private static final float OTHER_TEXTS = 0.4f;

    /** The share of the forms of a word in the score of the word itself, which thus counts more than one of its forms. */
    private static final float FORMS = 0.1f;

    /** Longer texts without spaces are sentences: half of their words are enough. */
    private static final int LONGEST_NAME = 4;

    /** All terms of a question stand for so many words together: each of them is looked up in every text. */
    public static final int MOST_WORDS = 200;

    /** Makes the queries. */
    final QueryLanguage<Q> language;

    private final IndexWords index;
    private final List<String> languages;
    private final boolean typos;

    /** A term stands for so many words: the most frequent ones, or the first ones of a sentence. */
    private final int most;

    /** @param languages in which words are stemmed */
    public TermQueries(QueryLanguage<Q> language, IndexWords index, List<String> languages, IndexQuery query) {
        this(language, index, languages, query, MOST_WORDS);
    }

    /** @param all terms of a question stand for so many words together */
    public TermQueries(QueryLanguage<Q> language, IndexWords index, List<String> languages, IndexQuery query, int all) {
        this.language = language;
        this.index = index;
        this.languages = languages;
        this.typos = query.typos();
        this.most = Math.max(1, Math.min(all / query.question().size(), IndexWords.MOST_EXPANSIONS));
    }

    /** The term; empty if the index has no such words: it is punctuation. */
    Optional<ResolvedTerm<Q>> of(Wanted term) throws IOException {
        if (!(term instanceof Any any)) {
            return of((Single) term);
        }
        List<ResolvedTerm<Q>> found = new ArrayList<>();
        for (Single single : any.alternatives()) {
            of(single).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        boolean stop = found.stream().anyMatch(each -> each.kind() == ResolvedTerm.Kind.STOP);
        return Optional.of(new ResolvedTerm<>(
                anyOf(found.stream().map(ResolvedTerm::match).toList()),
                language.best(found.stream().map(ResolvedTerm::score).toList(), 0),
                stop ? ResolvedTerm.Kind.STOP : ResolvedTerm.Kind.CONTENT));
    }

    private Optional<ResolvedTerm<Q>> of(Single term) throws IOException {
        List<List<String>> places = places(term.text());
        if (places.isEmpty()) {
            return Optional.empty();
        }
        if (term instanceof Phrase) {
            return Optional.of(
                    places.size() == 1
                            ? word(term.field(), places.get(0), Set.of(), ResolvedTerm.Kind.QUOTED)
                            : phrase(term.field(), places, ResolvedTerm.Kind.QUOTED));
        }
        if (term instanceof Prefix) {
            return Optional.of(prefix(term.field(), places));
        }
        if (places.size() > 1) {
            return Optional.of(
                    places.size() > LONGEST_NAME && WordSplitter.isUnspaced(term.text())
                            ? sentence(term.field(), places)
                            : phrase(term.field(), places, ResolvedTerm.Kind.CONTENT));
        }
        return Optional.of(word((Word) term, places.get(0)));
    }

    /** The articles to leave out: those with exactly this word, since forms of it may be other words. */
    Q excluded(Wanted term) throws IOException {
        if (term instanceof Any any) {
            List<Q> each = new ArrayList<>();
            for (Single single : any.alternatives()) {
                each.add(excluded(single));
            }
            return anyOf(each);
        }
        Single single = (Single) term;
        List<List<String>> places = places(single.text());
        if (places.isEmpty()) {
            return language.nothing();
        }
        if (places.size() > 1) {
            return phrase(single.field(), places, ResolvedTerm.Kind.QUOTED).match();
        }
        List<Q> all = new ArrayList<>();
        for (String field : exactFields(single.field())) {
            for (String word : places.get(0)) {
                all.add(
                        single instanceof Prefix
                                ? language.anyBeginning(field, word)
                                : language.word(field, List.of(word)));
            }
        }
        return anyOf(all);
    }

    private static List<String> exactFields(@Nullable TextField field) {
        return field == null
                ? List.of(IndexField.WORDS)
                : IndexField.of(field).stream().map(each -> each.exact).toList();
    }

    private ResolvedTerm<Q> word(Word term, List<String> written) throws IOException {
        Set<String> stems = stems(term.text());
        List<String> exact = written;
        if (typos && !isKnown(written, stems)) {
            List<IndexWords.Found> similar = index.similarTo(written.get(0));
            exact = similar.isEmpty()
                    ? written
                    : similar.stream()
                            .filter(each -> each.edits() == similar.get(0).edits())
                            .limit(most)
                            .map(IndexWords.Found::word)
                            .toList();
        }
        boolean stop =
                term.field() == null && languages.stream().anyMatch(each -> WordSplitter.isStopWord(each, term.text()));
        return word(term.field(), exact, stems, stop ? ResolvedTerm.Kind.STOP : ResolvedTerm.Kind.CONTENT);
    }

    private boolean isKnown(Collection<String> exact, Collection<String> stems) throws IOException {
        for (String word : exact) {
            if (index.documentsWith(IndexField.WORDS, word) > 0) {
                return true;
            }
        }
        for (String stem : stems) {
            if (index.documentsWith(IndexField.STEMS, stem) > 0) {
                return true;
            }
        }
        return false;
    }

    private Set<String> stems(String word) {
        Set<String> stems = new LinkedHashSet<>();
        for (String language : languages) {
            if (WordSplitter.haveStems(language)) {
                List<WordSplitter.Word> words = WordSplitter.of(WordSplitter.stemmed(language), word);
                if (words.size() == 1) {
                    stems.add(words.get(0).text());
                }
            }
        }
        return stems;
    }

    /** The words of a text, with all spellings at each place. */
    private static List<List<String>> places(String text) {
        List<List<String>> places = new ArrayList<>();
        int last = -1;
        for (WordSplitter.Word word : WordSplitter.asked(text)) {
            if (word.position() != last) {
                places.add(new ArrayList<>());
                last = word.position();
            }
            places.get(places.size() - 1).add(word.text());
        }
        return places;
    }

    private ResolvedTerm<Q> word(
            @Nullable TextField field, List<String> exact, Set<String> stems, ResolvedTerm.Kind kind)
            throws IOException {
        List<Q> matches = new ArrayList<>();
        List<Q> scores = new ArrayList<>();
        for (IndexField each : IndexField.of(field)) {
            List<Q> ofField = new ArrayList<>(List.of(language.word(each.exact, exact)));
            if (each.hasStems && !stems.isEmpty()) {
                ofField.add(language.word(each.stem, stems));
            }
            scores.add(language.weighted(language.best(ofField, FORMS), each.weight));
            if (field != null) {
                matches.addAll(ofField);
            }
        }
        if (field == null) {
            matches.add(language.word(IndexField.WORDS, exact));
            if (!stems.isEmpty()) {
                matches.add(language.word(IndexField.STEMS, stems));
            }
        }
        return new ResolvedTerm<>(
                anyOf(matches), language.best(scores, OTHER_TEXTS), kind, field == null ? exact : List.of());
    }

    private ResolvedTerm<Q> prefix(@Nullable TextField field, List<List<String>> places) throws IOException {
        List<List<String>> before = places.subList(0, places.size() - 1);
        String begun = places.get(places.size() - 1).get(0);
        List<Q> matches = new ArrayList<>();
        List<Q> scores = new ArrayList<>();
        for (IndexField each : IndexField.of(field)) {
            Q found = language.beginning(each.exact, before, begun, most);
            matches.add(found);
            scores.add(language.weighted(found, each.weight));
        }
        boolean isAnywhere = field == null && before.isEmpty();
        return new ResolvedTerm<>(
                isAnywhere ? language.beginning(IndexField.WORDS, before, begun, most) : anyOf(matches),
                language.best(scores, OTHER_TEXTS),
                ResolvedTerm.Kind.CONTENT);
    }

    private ResolvedTerm<Q> phrase(@Nullable TextField field, List<List<String>> places, ResolvedTerm.Kind kind)
            throws IOException {
        List<Q> matches = new ArrayList<>();
        List<Q> scores = new ArrayList<>();
        for (IndexField each : IndexField.of(field)) {
            Q phrase = language.phrase(each.exact, places, 0);
            matches.add(phrase);
            scores.add(language.weighted(phrase, each.weight));
        }
        return new ResolvedTerm<>(anyOf(matches), language.best(scores, OTHER_TEXTS), kind);
    }

    private ResolvedTerm<Q> sentence(@Nullable TextField field, List<List<String>> all) throws IOException {
        List<List<String>> places = all.subList(0, Math.min(all.size(), most));
        List<Q> matches = new ArrayList<>();
        List<Q> scores = new ArrayList<>();
        for (List<String> place : places) {
            ResolvedTerm<Q> word = word(field, place, Set.of(), ResolvedTerm.Kind.CONTENT);
            matches.add(word.match());
            scores.add(word.score());
        }
        return new ResolvedTerm<>(
                language.some(matches, (places.size() + 1) / 2), language.some(scores, 1), ResolvedTerm.Kind.CONTENT);
    }

    private Q anyOf(List<Q> queries) {
        return queries.size() == 1 ? queries.get(0) : language.some(queries, 1);
    }
}
