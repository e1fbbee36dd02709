package press.gazette.article.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTimeTest {

    @ParameterizedTest
    @CsvSource({
        "0, en, 1",
        "240, en, 1",
        "241, en, 2",
        "540, th, 3",
        "1300, de-AT, 6",
        "1300, zh, 3",
        "1300, ZH-Hant-TW, 3",
        "1300, yue, 3",
        "1300, ja-JP, 2",
        "1300, ko, 7",
        "1300, xx, 6",
    })
    void minuteHoldsWhatReadersOfTheLanguageRead(int words, String language, int minutes) {
        assertThat(ReadingTime.minutes(words, language)).isEqualTo(minutes);
    }
}
