package press.gazette.search.index.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

import press.gazette.search.index.analysis.WordSplitter;
import press.gazette.search.index.document.IndexField;
import press.gazette.search.query.IndexQuery;
import press.gazette.search.query.Term.Any;
import press.gazette.search.query.Term.Phrase;
import press.gazette.search.query.Term.Prefix;
import press.gazette.search.query.Term.Single;
import press.gazette.search.query.Term.Wanted;
import press.gazette.search.query.Term.Word;
import press.gazette.search.query.TextField;

/** The terms of a question as queries on the words of one state of the index. */
final class TermQueries {

    /** The share of the other texts in the score of a word: the best one counts whole. */
    private static final float OTHER_TEXTS = 0.4f;

    /** A form of the word counts less than the word itself. */
    private static final float STEM = 0.75f;

    /** Longer texts without spaces are sentences: half of their words are enough. */
    private static final int LONGEST_NAME = 4;

    /** All terms of a question stand for so many words together: each of them is looked up in every text. */
    private static final int MOST_WORDS = 200;

    private final Snapshot snapshot;

    /** Queries of exact words. */
    final SpellingQueries spellings;

    private final List<String> languages;
    private final boolean typos;
    private final long deadline;

    /** A term stands for so many words: the most frequent ones, or the first ones of a sentence. */
    private final int most;

    /** @param languages in which words are stemmed */
    TermQueries(Snapshot snapshot, List<String> languages, IndexQuery query) {
        this.snapshot = snapshot;
        this.spellings = new SpellingQueries(snapshot.statistics);
        this.languages = languages;
        this.typos = query.typos();
        this.deadline = query.deadline();
        this.most = Math.max(1, Math.min(MOST_WORDS / query.question().size(), Expansions.MOST));
    }

    /** The term; empty if the index has no such words: it is punctuation. */
    Optional<ResolvedTerm> of(Wanted term) throws IOException {
        if (!(term instanceof Any any)) {
            return of((Single) term);
        }
        List<ResolvedTerm> found = new ArrayList<>();
        for (Single single : any.alternatives()) {
            of(single).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        boolean stop = found.stream().anyMatch(each -> each.kind() == ResolvedTerm.Kind.STOP);
        return Optional.of(new ResolvedTerm(
                anyOf(found.stream().map(ResolvedTerm::match).toList()),
                new DisjunctionMaxQuery(found.stream().map(ResolvedTerm::score).toList(), 0),
                stop ? ResolvedTerm.Kind.STOP : ResolvedTerm.Kind.CONTENT));
    }

    private Optional<ResolvedTerm> of(Single term) throws IOException {
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
    Query excluded(Wanted term) throws IOException {
        if (term instanceof Any any) {
            List<Query> each = new ArrayList<>();
            for (Single single : any.alternatives()) {
                each.add(excluded(single));
            }
            return anyOf(each);
        }
        Single single = (Single) term;
        List<List<String>> places = places(single.text());
        if (places.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        if (places.size() > 1) {
            return phrase(single.field(), places, ResolvedTerm.Kind.QUOTED).match();
        }
        List<Query> all = new ArrayList<>();
        for (String field : exactFields(single.field())) {
            for (String word : places.get(0)) {
                Term begun = new Term(field, word);
                all.add(single instanceof Prefix ? new PrefixQuery(begun) : new TermQuery(begun));
            }
        }
        return anyOf(all);
    }

    private static List<String> exactFields(@Nullable TextField field) {
        return field == null
                ? List.of(IndexField.WORDS)
                : IndexField.of(field).stream().map(each -> each.exact).toList();
    }

    private ResolvedTerm word(Word term, List<String> written) throws IOException {
        Set<String> stems = stems(term.text());
        List<String> exact = written;
        if (typos && !isKnown(written, stems)) {
            List<Expansions.Found> similar = snapshot.expansions.similarTo(written.get(0), deadline);
            exact = similar.isEmpty()
                    ? written
                    : similar.stream()
                            .filter(each -> each.edits() == similar.get(0).edits())
                            .limit(most)
                            .map(Expansions.Found::word)
                            .toList();
        }
        boolean stop =
                term.field() == null && languages.stream().anyMatch(each -> WordSplitter.isStopWord(each, term.text()));
        return word(term.field(), exact, stems, stop ? ResolvedTerm.Kind.STOP : ResolvedTerm.Kind.CONTENT);
    }

    private boolean isKnown(Collection<String> exact, Collection<String> stems) throws IOException {
        for (String word : exact) {
            if (snapshot.statistics.documentsWith(new Term(IndexField.WORDS, word)) > 0) {
                return true;
            }
        }
        for (String stem : stems) {
            if (snapshot.statistics.documentsWith(new Term(IndexField.STEMS, stem)) > 0) {
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

    private ResolvedTerm word(@Nullable TextField field, List<String> exact, Set<String> stems, ResolvedTerm.Kind kind)
            throws IOException {
        List<Query> matches = new ArrayList<>();
        List<Query> scores = new ArrayList<>();
        for (IndexField each : IndexField.of(field)) {
            List<Query> ofField = new ArrayList<>(List.of(spellings.synonyms(each.exact, exact)));
            if (each.hasStems && !stems.isEmpty()) {
                ofField.add(new BoostQuery(spellings.synonyms(each.stem, stems), STEM));
            }
            scores.add(new BoostQuery(new DisjunctionMaxQuery(ofField, 0), each.weight));
            if (field != null) {
                matches.addAll(ofField);
            }
        }
        if (field == null) {
            matches.add(spellings.synonyms(IndexField.WORDS, exact));
            if (!stems.isEmpty()) {
                matches.add(spellings.synonyms(IndexField.STEMS, stems));
            }
        }
        return new ResolvedTerm(
                anyOf(matches), new DisjunctionMaxQuery(scores, OTHER_TEXTS), kind, field == null ? exact : List.of());
    }

    private ResolvedTerm prefix(@Nullable TextField field, List<List<String>> places) throws IOException {
        List<String> begun = snapshot
                .expansions
                .beginningWith(places.get(places.size() - 1).get(0), deadline)
                .stream()
                .limit(most)
                .map(Expansions.Found::word)
                .toList();
        if (begun.isEmpty()) {
            return new ResolvedTerm(new MatchNoDocsQuery(), new MatchNoDocsQuery(), ResolvedTerm.Kind.CONTENT);
        }
        if (places.size() == 1) {
            ResolvedTerm word = word(field, begun, Set.of(), ResolvedTerm.Kind.CONTENT);
            return new ResolvedTerm(word.match(), word.score(), word.kind());
        }
        List<List<String>> all = new ArrayList<>(places.subList(0, places.size() - 1));
        all.add(begun);
        return phrase(field, all, ResolvedTerm.Kind.CONTENT);
    }

    private ResolvedTerm phrase(@Nullable TextField field, List<List<String>> places, ResolvedTerm.Kind kind)
            throws IOException {
        List<Query> matches = new ArrayList<>();
        List<Query> scores = new ArrayList<>();
        for (IndexField each : IndexField.of(field)) {
            Query phrase = spellings.phrase(each.exact, places, 0);
            matches.add(phrase);
            scores.add(new BoostQuery(phrase, each.weight));
        }
        return new ResolvedTerm(anyOf(matches), new DisjunctionMaxQuery(scores, OTHER_TEXTS), kind);
    }

    private ResolvedTerm sentence(@Nullable TextField field, List<List<String>> all) throws IOException {
        List<List<String>> places = all.subList(0, Math.min(all.size(), most));
        BooleanQuery.Builder matches = new BooleanQuery.Builder();
        BooleanQuery.Builder scores = new BooleanQuery.Builder();
        for (List<String> place : places) {
            ResolvedTerm word = word(field, place, Set.of(), ResolvedTerm.Kind.CONTENT);
            matches.add(word.match(), Occur.SHOULD);
            scores.add(word.score(), Occur.SHOULD);
        }
        matches.setMinimumNumberShouldMatch((places.size() + 1) / 2);
        return new ResolvedTerm(matches.build(), scores.build(), ResolvedTerm.Kind.CONTENT);
    }

    private static Query anyOf(List<Query> queries) {
        if (queries.size() == 1) {
            return queries.get(0);
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(each -> any.add(each, Occur.SHOULD));
        return any.build();
    }
}
