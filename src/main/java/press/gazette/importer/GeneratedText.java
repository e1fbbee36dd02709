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

/** Generates text in the shape of an article. It is meaningless, and compresses about as well as English. */
final class GeneratedText {

    /** Words in each body. */
    static final int WORDS = 600;

    private static final int PARAGRAPHS = 8;
    private static final int POOL = 500;
    private static final int VOCABULARY = 4_000;
    private static final int SENTENCE = 14;
    private static final int TITLE = 8;
    private static final String[] SYLLABLES = {
        "ba", "con", "de", "er", "for", "gan", "hel", "in", "ka", "lor", "men", "no", "per", "ra", "ste", "ti", "ur",
        "ven"
    };

    private final List<String> vocabulary;
    /** Created once: normalising text takes longer than writing it to the database. */
    private final List<Block> paragraphs = new ArrayList<>();

    /** Always creates the same vocabulary and the same paragraphs. */
    GeneratedText() {
        RandomGenerator random = new SplittableRandom(1);
        this.vocabulary =
                IntStream.range(0, VOCABULARY).mapToObj(i -> word(random)).toList();
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
            String word = vocabulary.get(random.nextInt(VOCABULARY));
            text.append(i == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : " " + word);
        }
        return text.toString();
    }

    private static String word(RandomGenerator random) {
        StringBuilder word = new StringBuilder();
        int syllables = 1 + random.nextInt(3);
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }
}
