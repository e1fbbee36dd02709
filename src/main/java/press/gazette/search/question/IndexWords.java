package press.gazette.search.question;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** The words of one state of an index. */
public interface IndexWords {

    /** Shorter words are one letter away from too many others. */
    int SHORTEST_MISSPELT = 5;

    /** From this length on two letters may be wrong. */
    int SHORTEST_WITH_TWO_EDITS = 8;

    /** A word of a question stands for so many words of the index. */
    int MOST_EXPANSIONS = 50;

    /**
     * A word of the index.
     *
     * @param edits letters by which it differs from the word that was asked for
     * @param documents that have it; at least 1
     */
    record Found(String word, int edits, long documents) {

        /** The nearest first, then the most frequent. */
        public static final Comparator<Found> ORDER = Comparator.comparingInt(Found::edits)
                .thenComparing(Comparator.comparingLong(Found::documents).reversed())
                .thenComparing(Found::word);
    }

    /** The number of documents with this word in this field. */
    long documentsWith(String field, String word) throws IOException;

    /** The words that differ from this one by a typing error, in {@link Found#ORDER}; the word itself is not among them. */
    List<Found> similarTo(String word) throws IOException;

    /** The number of letters of a word that may be wrong; 0 for short words and for numbers. */
    static int edits(String word) {
        int length = word.codePointCount(0, word.length());
        if (length < SHORTEST_MISSPELT || word.chars().anyMatch(Character::isDigit)) {
            return 0;
        }
        return length < SHORTEST_WITH_TWO_EDITS ? 1 : 2;
    }
}
