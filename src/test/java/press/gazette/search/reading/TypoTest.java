package press.gazette.search.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypoTest {

    @ParameterizedTest
    @CsvSource({
        "elena, elena, true",
        "elena, elean, true",
        "elena, eleena, true",
        "elena, elna, true",
        "elena, elema, true",
        "elena, elenx, true",
        "elena, xlena, true",
        "elena, lena, true",
        "kremlin, kremln, true",
        "kremlin, krelmin, true",
        "kremlins, kremln, true",
        "elena, elxnx, false",
        "elena, aleno, false",
        "elena, marsh, false",
        "el, elena, false",
        "elenaa, elean, true",
    })
    void wordMayBeginWithOneError(String word, String typed, boolean forgiven) {
        assertThat(Typo.isOneInBeginning(word, typed)).isEqualTo(forgiven);
    }
}
