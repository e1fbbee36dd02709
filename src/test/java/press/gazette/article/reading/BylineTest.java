package press.gazette.article.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BylineTest {

    private static final List<String> TWO = List.of("Zoe Alpha", "Ann Beta");
    private static final List<String> THREE = List.of("Zoe Alpha", "Ann Beta", "Mid Gamma");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en         | Zoe Alpha and Ann Beta  | Zoe Alpha, Ann Beta and Mid Gamma",
                "en-US      | Zoe Alpha and Ann Beta  | Zoe Alpha, Ann Beta and Mid Gamma",
                "de         | Zoe Alpha und Ann Beta  | Zoe Alpha, Ann Beta und Mid Gamma",
                "fr         | Zoe Alpha et Ann Beta   | Zoe Alpha, Ann Beta et Mid Gamma",
                "ar         | Zoe Alpha وAnn Beta     | Zoe Alpha وAnn Beta وMid Gamma",
                "zh         | Zoe Alpha和Ann Beta     | Zoe Alpha、Ann Beta和Mid Gamma",
                "zh-Hant-TW | Zoe Alpha和Ann Beta     | Zoe Alpha、Ann Beta和Mid Gamma",
                "ja         | Zoe Alpha、Ann Beta     | Zoe Alpha、Ann Beta、Mid Gamma",
                "no         | Zoe Alpha og Ann Beta   | Zoe Alpha, Ann Beta og Mid Gamma",
                "tlh        | Zoe Alpha, Ann Beta     | Zoe Alpha, Ann Beta, Mid Gamma",
                "und        | Zoe Alpha, Ann Beta     | Zoe Alpha, Ann Beta, Mid Gamma",
            })
    void namesAreJoinedAsTheLanguageDoesIt(String language, String two, String three) {
        assertThat(Byline.of(List.of("Zoe Alpha"), language)).isEqualTo("Zoe Alpha");
        assertThat(Byline.of(TWO, language)).isEqualTo(two);
        assertThat(Byline.of(THREE, language)).isEqualTo(three);
    }

    @Test
    void spanishConjunctionFollowsTheNextName() {
        assertThat(Byline.of(List.of("Ann Beta", "Iris Delta"), "es")).isEqualTo("Ann Beta e Iris Delta");
        assertThat(Byline.of(List.of("Iris Delta", "Ann Beta"), "es-MX")).isEqualTo("Iris Delta y Ann Beta");
    }

    @Test
    void bracesInNamesAreNoPlaces() {
        assertThat(Byline.of(List.of("{1}", "{0}"), "de")).isEqualTo("{1} und {0}");
    }

    @Test
    void manyNamesAreOneLine() {
        List<String> names = IntStream.range(0, 50).mapToObj(i -> "N" + i).toList();
        assertThat(Byline.of(names, "de")).startsWith("N0, N1, N2, ").endsWith(", N48 und N49");
    }

    @Test
    void languageOfTheMachineMakesNoDifference() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Byline.of(TWO, "x-unknown")).isEqualTo("Zoe Alpha, Ann Beta");
            assertThat(Byline.of(TWO, "qqq-Latn")).isEqualTo("Zoe Alpha, Ann Beta");
        } finally {
            Locale.setDefault(machine);
        }
    }
}
