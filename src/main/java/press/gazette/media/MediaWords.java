package press.gazette.media;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;

import org.jspecify.annotations.Nullable;

import press.gazette.database.SearchKey;

/**
 * The words by whose beginnings the desk finds a medium: those of caption, alternative text and credit, without case and
 * accents. Scripts without blanks have one from each ideograph on.
 */
@Embeddable
public class MediaWords {

    /** Raised whenever the splitting changes: the words of stored media are made anew. */
    static final int FORM = 1;

    /** The most characters of one word; the rest of a longer one is not compared. */
    private static final int LONGEST = 40;

    /** The most words of one medium. */
    private static final int MOST = 400;

    private static final Pattern SEPARATORS =
            Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{IsIdeographic})(?=\\P{IsIdeographic})");

    @ElementCollection
    @CollectionTable(name = "media_word", joinColumns = @JoinColumn(name = "media_id"))
    @Column(name = "word")
    private Set<String> words = new HashSet<>();

    /** The form of these words; 0: a release without them has stored the record. */
    @SuppressWarnings("UnusedVariable") // read by queries only
    private int wordsForm;

    protected MediaWords() {}

    /** Takes these words. */
    void index(Set<String> next) {
        words.retainAll(next);
        words.addAll(next);
        wordsForm = FORM;
    }

    /** The words of these texts; the last ones are missing if there are too many. */
    static Set<String> of(@Nullable String... texts) {
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts) {
            if (text != null) {
                asked(text).stream()
                        .flatMap(MediaWords::beginnings)
                        .limit(MOST - words.size())
                        .forEach(words::add);
            }
        }
        return words;
    }

    /** The words of a question in their order; empty: it has no letters and digits. */
    public static List<String> asked(String text) {
        return Stream.of(SEPARATORS.split(SearchKey.of(text), -1))
                .filter(word -> !word.isEmpty())
                .map(MediaWords::cut)
                .toList();
    }

    /** The word, and for ideographs what follows each of them. */
    private static Stream<String> beginnings(String word) {
        return Character.isIdeographic(word.codePointAt(0))
                ? word.codePoints()
                        .mapToObj(Character::toString)
                        .map(each -> word.substring(word.indexOf(each)))
                        .distinct()
                : Stream.of(word);
    }

    private static String cut(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST));
    }
}
