package press.gazette.body.inline;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * Counts words in any script. The script of each character decides, not the language of the text, so that a Thai name
 * in an English article counts like one in a Thai article.
 */
public final class WordCount {

    /** The first character of Thai. No character before it is written without blanks. */
    private static final int FIRST_WITHOUT_BLANKS = 0x0E00;

    /**
     * The first character of Tibetan. Punctuation of scripts before it can stand inside a word, such as in Armenian.
     */
    private static final int FIRST_WITH_DIVIDERS = 0x0F00;

    private static final int FIRST_GENERAL_PUNCTUATION = 0x2000;
    private static final int LAST_GENERAL_PUNCTUATION = 0x206F;
    private static final int ZERO_WIDTH_SPACE = 0x200B;

    /** Signs that lengthen the vowel before them and belong to no single script. */
    private static final String KANA_LENGTHS = "\u30FC\uFF70";

    private static final String DASHES = "\u2012\u2013\u2014\u2015\u2026";

    private WordCount() {}

    /**
     * The number of words: runs of letters and digits between blanks, dashes and symbols; a hyphen or an apostrophe joins them.
     * Each Chinese or Japanese character counts as one word. Thai, Lao, Khmer and Burmese, which have no blanks between words,
     * are split by ICU's dictionaries.
     */
    public static int of(String text) {
        int count = 0;
        boolean inside = false;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            int end = at + Character.charCount(c);
            if (isUnspaced(c)) {
                end = endOfUnspaced(text, end);
                count += Dictionaries.words(text.substring(at, end));
                inside = false;
            } else if (isCharacterWord(c)) {
                count++;
                inside = false;
            } else if (Character.isLetterOrDigit(c)) {
                count += inside ? 0 : 1;
                inside = true;
            } else if (separates(c)) {
                inside = false;
            }
            at = end;
        }
        return count;
    }

    private static int endOfUnspaced(String text, int from) {
        int end = from;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if (!isUnspaced(c) && !isInvisible(c)) {
                return end;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private static boolean isUnspaced(int c) {
        if (c < FIRST_WITHOUT_BLANKS) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    /**
     * True for soft hyphens, joiners and the like. A zero-width space counts as a blank, because Khmer is typed with
     * it.
     */
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT && c != ZERO_WIDTH_SPACE;
    }

    private static boolean isCharacterWord(int c) {
        if (c < FIRST_WITHOUT_BLANKS) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA -> Character.isLetterOrDigit(c) || Character.isIdeographic(c);
            default -> KANA_LENGTHS.indexOf(c) >= 0;
        };
    }

    private static boolean separates(int c) {
        return Prose.blank(c) || DASHES.indexOf(c) >= 0 || isDivider(c);
    }

    /**
     * True for emoji and for punctuation between words without blanks, such as the Tibetan tsheg or the Chinese comma.
     */
    private static boolean isDivider(int c) {
        int type = Character.getType(c);
        boolean general = c >= FIRST_GENERAL_PUNCTUATION && c <= LAST_GENERAL_PUNCTUATION;
        return c >= FIRST_WITH_DIVIDERS
                && (type == Character.OTHER_SYMBOL || (type == Character.OTHER_PUNCTUATION && !general));
    }

    /** ICU's dictionaries, loaded with the first text that needs them. */
    private static final class Dictionaries {

        /** The prototype. An iterator has state, so each text takes a clone, which shares the rules. */
        private static final BreakIterator WORDS = BreakIterator.getWordInstance(ULocale.ROOT);

        private Dictionaries() {}

        static int words(String text) {
            BreakIterator words = WORDS.clone();
            words.setText(text);
            int count = 0;
            for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
                count += words.getRuleStatus() < BreakIterator.WORD_NONE_LIMIT ? 0 : 1;
            }
            return count;
        }
    }
}
