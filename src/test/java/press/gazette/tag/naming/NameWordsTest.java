package press.gazette.tag.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** The texts by which tags are found. */
class NameWordsTest {

    @Test
    void eachWordBeginsOne() {
        assertThat(NameWords.of(List.of("elena marsh"))).containsExactly("elena marsh", "marsh");
        assertThat(NameWords.of(List.of("zoe oren-strasse, 3. tor")))
                .containsExactly(
                        "zoe oren-strasse, 3. tor", "oren-strasse, 3. tor", "strasse, 3. tor", "3. tor", "tor");
        assertThat(NameWords.of(List.of("«kino» o'brien"))).containsExactly("kino» o'brien", "o'brien", "brien");
        assertThat(NameWords.of(List.of("'t hooft", "¡🌍!"))).containsExactly("t hooft", "¡🌍!", "hooft");
    }

    @Test
    void eachIdeographBeginsOne() {
        assertThat(NameWords.of(List.of("東京タワー"))).containsExactly("東京タワー", "京タワー", "タワー");
        assertThat(NameWords.of(List.of("フーチン"))).containsExactly("フーチン");
        assertThat(NameWords.of(List.of("a𠀀b"))).containsExactly("a𠀀b", "𠀀b", "b");
    }

    @Test
    void textsOfSeveralNamesAreThereOnce() {
        assertThat(NameWords.of(List.of("new mill", "old mill", "mill")))
                .containsExactlyInAnyOrder("new mill", "old mill", "mill");
    }

    @Test
    void textsAreBoundedInLengthAndNumber() {
        String long199 = "x".repeat(99) + "𠀀".repeat(50);
        assertThat(NameWords.of(List.of(long199))).allMatch(word -> word.length() <= NameWords.LONGEST);
        assertThat(NameWords.cut(long199)).isEqualTo("x".repeat(99));
        List<String> many =
                IntStream.range(0, 30).mapToObj(i -> "a b c d e f g h " + i).toList();
        assertThat(NameWords.of(many)).hasSizeLessThanOrEqualTo(NameWords.MOST).containsAll(many);
    }
}
