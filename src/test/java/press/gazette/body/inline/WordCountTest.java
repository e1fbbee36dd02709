package press.gazette.body.inline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordCountTest {

    private static final String THAI = "ข่าวเกี่ยวกับท่าเรือในเมืองนี้วันนี้";

    private static final int MANY = 20_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "''                                | 0",
                "It's a well-known fact            | 4",
                "l’été, aujourd’hui                | 2",
                "24,000 of 3.5 %, 7th              | 4",
                "U.S. and/or e-mail@example.org    | 3",
                "before—after – later … last       | 4",
                "wait…what                         | 2",
                "Verkehrs\u00administer tritt      | 2",
                "Łódź, naïve, ĳs                   | 3",
                "😀 👩‍👩‍👧 🇺🇦                       | 0",
                "yes😀no                           | 2",
                "& … — /                           | 0",
                "ինչպե՞ս ես                        | 2",
                "שלום ב־תל־אביב                    | 2",
                "الحكومة العربية في القاهرة        | 4",
                "대한민국 정부는 Google은             | 3",
                "ሰላም፡ለዓለም                         | 2",
                "བོད་ཡིག་                            | 2",
            })
    void hyphensAndApostrophesJoinWordsBlanksAndDashesSeparateThem(String text, int words) {
        assertThat(WordCount.of(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "中国银行行长, 6",
        "「中国，银行」。, 4",
        "日本語のコーヒー, 8",
        "人々, 2",
        "iPhone在中国卖5台, 7",
        "Sony、Panasonic, 2",
        "三〇年, 3",
    })
    void eachChineseOrJapaneseCharacterIsAWord(String text, int words) {
        assertThat(WordCount.of(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "ข่าวเกี่ยวกับท่าเรือ, 4",
        "ปี 2560 และ ๒๕๖๐, 4",
        "ปี2560นี้, 3",
        "ភ្នំពេញជារាជធានី, 3",
        "ປະເທດລາວ, 2",
        "မြန်မာနိုင်ငံတော်အစိုးရ, 3",
        "The ท่าเรือ of Bangkok, 4",
    })
    void scriptsWithoutBlanksAreSplitByDictionaries(String text, int words) {
        assertThat(WordCount.of(text)).isEqualTo(words);
    }

    @Test
    void softHyphenSplitsNoWordOfAScriptWithoutBlanks() {
        assertThat(WordCount.of("เมือง")).isOne();
        assertThat(WordCount.of("เมือ\u00adง")).isOne();
    }

    @Test
    void concurrentCountsAgree() {
        int once = WordCount.of(THAI);
        List<Integer> counts = IntStream.range(0, MANY / 10)
                .parallel()
                .mapToObj(i -> WordCount.of(THAI))
                .distinct()
                .toList();
        assertThat(counts).containsExactly(once);
    }

    @Test
    void longTextHasTheSumOfItsParts() {
        assertThat(WordCount.of("word ".repeat(MANY))).isEqualTo(MANY);
        assertThat(WordCount.of((THAI + " ").repeat(MANY))).isEqualTo(MANY * WordCount.of(THAI));
    }
}
