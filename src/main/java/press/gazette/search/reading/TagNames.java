package press.gazette.search.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.database.SearchKey;
import press.gazette.search.reading.Suggestions.SuggestedTag;
import press.gazette.tag.VisibleTag;
import press.gazette.tag.naming.OtherName;

/**
 * The names of all visible tags, folded and split into words. Immutable.
 *
 * @param version of the vocabulary
 */
record TagNames(long version, Map<UUID, Named> tags) {

    static final TagNames NONE = new TagNames(Long.MIN_VALUE, Map.of());

    /** From this length on, a word of the reader's may have one typing error. */
    private static final int SHORTEST_WITH_TYPO = 5;

    /** A tag with its names, its own first. */
    record Named(VisibleTag tag, List<Name> names) {}

    /**
     * A name.
     *
     * @param key folded
     */
    record Name(String text, String key, List<String> words) {}

    /** A tag that has the words, and how well. */
    private record Match(VisibleTag tag, int place, Closeness closeness, Name name) {}

    /** The best first. */
    private enum Closeness {
        SAME,
        BEGINNING,
        WORDS,
        WORDS_WITH_TYPO
    }

    /** All texts by which a tag is found, its own name first. */
    private static Stream<String> names(VisibleTag tag) {
        return Stream.concat(
                Stream.of(tag.label().name()), tag.otherNames().stream().map(OtherName::name));
    }

    /** The names of these tags; those of tags that have not changed are taken over. */
    TagNames of(Collection<VisibleTag> all, long current) {
        Map<UUID, Named> named = new HashMap<>();
        for (VisibleTag tag : all) {
            Named former = tags.get(tag.id());
            named.put(tag.id(), former != null && former.tag().equals(tag) ? former : named(tag));
        }
        return new TagNames(current, named);
    }

    /** The tags with a name that has all the words, or beginnings of them; the best first. */
    List<SuggestedTag> with(List<String> typed, int most) {
        List<String> words = typed.stream()
                .map(SearchKey::of)
                .filter(word -> !word.isEmpty())
                .toList();
        List<SuggestedTag> found = found(words, most, Set.of(), false);
        if (found.size() == most || words.stream().allMatch(word -> word.length() < SHORTEST_WITH_TYPO)) {
            return found;
        }
        List<SuggestedTag> all = new ArrayList<>(found);
        Set<UUID> present = new HashSet<>();
        found.forEach(each -> present.add(each.tag().id()));
        all.addAll(found(words, most - found.size(), present, true));
        return all;
    }

    private List<SuggestedTag> found(List<String> words, int most, Set<UUID> without, boolean typos) {
        return words.isEmpty()
                ? List.of()
                : tags.values().stream()
                        .filter(named -> !without.contains(named.tag().id()))
                        .flatMap(named -> best(named, words, typos).stream())
                        .sorted(Comparator.comparing(Match::closeness)
                                .thenComparing(match -> match.place() > 0)
                                .thenComparing(match -> match.name().key().length())
                                .thenComparing(match -> match.name().key())
                                .thenComparing(match -> match.tag().label().slug()))
                        .limit(most)
                        .map(match -> new SuggestedTag(
                                match.tag().label(),
                                match.place() == 0 ? null : match.name().text()))
                        .toList();
    }

    private static Optional<Match> best(Named named, List<String> words, boolean typos) {
        return IntStream.range(0, named.names().size())
                .mapToObj(place -> match(named, place, words, typos))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Match::closeness).thenComparing(Match::place));
    }

    private static Optional<Match> match(Named named, int place, List<String> words, boolean typos) {
        Name name = named.names().get(place);
        return Optional.ofNullable(closeness(name, words, typos))
                .map(closeness -> new Match(named.tag(), place, closeness, name));
    }

    private static @Nullable Closeness closeness(Name name, List<String> words, boolean typos) {
        for (String word : words) {
            if (name.words().stream().noneMatch(other -> begins(other, word, typos))) {
                return null;
            }
        }
        String text = String.join(" ", words);
        String whole = String.join(" ", name.words());
        if (typos) {
            return Closeness.WORDS_WITH_TYPO;
        }
        return whole.equals(text) ? Closeness.SAME : whole.startsWith(text) ? Closeness.BEGINNING : Closeness.WORDS;
    }

    private static boolean begins(String word, String typed, boolean typos) {
        return word.startsWith(typed)
                || (typos && typed.length() >= SHORTEST_WITH_TYPO && Typo.isOneInBeginning(word, typed));
    }

    private static Named named(VisibleTag tag) {
        return new Named(tag, names(tag).map(TagNames::name).toList());
    }

    private static Name name(String text) {
        String key = SearchKey.of(text);
        return new Name(text, key, SuggestionQuery.words(key).toList());
    }
}
