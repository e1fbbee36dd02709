package press.gazette.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Words of generated articles are as frequent as those of a language, or searches in them measure nothing. */
class GeneratedTextTest {

    @Test
    void fewWordsAreEverywhereAndMostAreRare() {
        GeneratedText text = new GeneratedText();
        SplittableRandom random = new SplittableRandom(7);
        Map<String, Long> counts = IntStream.range(0, 30_000)
                .mapToObj(i -> text.sentence(random))
                .flatMap(sentence -> Arrays.stream(sentence.split("[ .]")).skip(1))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<Long> byRank =
                counts.values().stream().sorted(Comparator.reverseOrder()).toList();
        long words = byRank.stream().mapToLong(Long::longValue).sum();
        assertThat(byRank.size()).as("different words").isGreaterThan(40_000);
        assertThat(byRank.get(0) / (double) words).as("share of the first").isBetween(0.05, 0.12);
        assertThat(byRank.get(0) / (double) byRank.get(9)).as("first to tenth").isBetween(8.0, 12.0);
        assertThat(counts.keySet().stream().filter(word -> Character.isUpperCase(word.charAt(0))))
                .isNotEmpty();
    }

    @Test
    void everyRankHasAWordOfItsOwn() {
        assertThat(IntStream.range(0, GeneratedText.VOCABULARY).mapToObj(GeneratedText::word))
                .doesNotHaveDuplicates();
    }
}
