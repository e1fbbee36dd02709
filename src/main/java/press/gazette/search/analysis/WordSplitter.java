package press.gazette.search.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.Version;

import press.gazette.problem.Language;

/** Splits texts into words of the index. */
public final class WordSplitter {

    /** The version of the stemmers. A different version may split the same text into different words. */
    public static final String STEMMERS = Version.LATEST.toString();

    private static final Analyzer EXACT = new ExactChain(false, true);
    private static final Analyzer EXACT_THAI = new ExactChain(true, true);
    private static final Analyzer ASKED = new ExactChain(false, false);
    private static final Analyzer ASKED_THAI = new ExactChain(true, false);

    private static final Map<String, Analyzer> STEMMED = new ConcurrentHashMap<>();

    /**
     * A word of the index in a text.
     *
     * @param position of the word in the text, from 0; other spellings of a word share its position
     * @param start in UTF-16 units
     * @param end exclusive
     */
    public record Word(String text, int position, int start, int end) {}

    private WordSplitter() {}

    /** The exact but folded words of articles in this language. */
    public static Analyzer exact(String language) {
        return Language.primary(language).equals("th") ? EXACT_THAI : EXACT;
    }

    /** True if words of this language have stems. */
    public static boolean haveStems(String language) {
        return Stemming.isKnown(Language.primary(language));
    }

    /** The stems of articles in this language, which {@link #haveStems} says so. */
    public static Analyzer stemmed(String language) {
        return STEMMED.computeIfAbsent(Language.primary(language), StemmedChain::new);
    }

    /** True for a word that nearly every text of the language has. */
    public static boolean isStopWord(String language, String word) {
        return Stemming.isStopWord(Language.primary(language), word.toLowerCase(Locale.ROOT));
    }

    /** The exact words of a question: characters of Chinese and Japanese in pairs only. */
    public static List<Word> asked(String text) {
        return of(text.codePoints().anyMatch(WordSplitter::isThai) ? ASKED_THAI : ASKED, text);
    }

    /** True for a text in a script without spaces between its words. */
    public static boolean isUnspaced(String text) {
        return text.codePoints().anyMatch(character -> isThai(character) || Character.isIdeographic(character));
    }

    private static boolean isThai(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.THAI;
    }

    /** The words of a text in their order. */
    public static List<Word> of(Analyzer chain, String text) {
        List<Word> words = new ArrayList<>();
        try (TokenStream stream = chain.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
            int position = -1;
            stream.reset();
            while (stream.incrementToken()) {
                position += increment.getPositionIncrement();
                words.add(new Word(term.toString(), position, offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("Texts are in memory", e);
        }
        return words;
    }
}
