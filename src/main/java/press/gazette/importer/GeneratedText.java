package press.gazette.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import press.gazette.body.Body;
import press.gazette.body.block.Block;
import press.gazette.body.block.ParagraphBlock;
import press.gazette.body.inline.Span;

/**
 * Generates text in the shape of an article. It is meaningless, and compresses about as well as English. Its words are as
 * frequent as those of a language: a few are everywhere, most are rare, one in seven is a name.
 */
final class GeneratedText {

    /** Words in each body. */
    static final int WORDS = 600;

    /** Different words of all articles together. */
    static final int VOCABULARY = 120_000;

    private static final int PARAGRAPHS = 8;

    /** Enough for nearly all words of the vocabulary to occur in some paragraph. */
    private static final int POOL = 20_000;

    private static final int SENTENCE = 14;
    private static final int TITLE = 8;
    private static final int NAMES = 7;
    private static final String[] SYLLABLES = {
        "ba", "con", "de", "er", "for", "gan", "hel", "in", "ka", "lor", "men", "no", "per", "ra", "ste", "ti", "ur",
        "ven"
    };

    private final List<String> vocabulary =
            IntStream.range(0, VOCABULARY).mapToObj(GeneratedText::word).toList();
    private final Zipf frequencies = new Zipf(VOCABULARY);
    /** Created once: normalising text takes longer than writing it to the database. */
    private final List<Block> paragraphs = new ArrayList<>();

    /** Always creates the same vocabulary and the same paragraphs. */
    GeneratedText() {
        RandomGenerator random = new SplittableRandom(1);
        for (int i = 0; i < POOL; i++) {
            paragraphs.add(new ParagraphBlock(List.of(Span.of(words(WORDS / PARAGRAPHS, random)))));
        }
    }

    String title(RandomGenerator random) {
        return words(TITLE, random);
    }

    String sentence(RandomGenerator random) {
        return words(SENTENCE, random) + ".";
    }

    /** A body of paragraphs from a pool. */
    Body body(RandomGenerator random) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < PARAGRAPHS; i++) {
            blocks.add(paragraphs.get(random.nextInt(POOL)));
        }
        return new Body(blocks);
    }

    private String words(int count, RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String word = vocabulary.get(frequencies.draw(random));
            text.append(i == 0 ? capitalised(word) : " " + word);
        }
        return text.toString();
    }

    /** A word of its own for each rank; the most frequent are the shortest. */
    static String word(int rank) {
        StringBuilder word = new StringBuilder();
        for (int rest = rank; rest >= 0; rest = rest / SYLLABLES.length - 1) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return rank % NAMES == NAMES - 1 ? capitalised(word.toString()) : word.toString();
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
