package press.gazette.paging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionNumberTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 999_999_999})
    void wholeNumbersFromOneAreParsed(int number) {
        assertThat(RevisionNumber.parse(Integer.toString(number))).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "01", "-1", "+1", "1.0", " 1", "1\n", "1000000000", "one", "\u0661"})
    void otherTextsAreNotRevisionNumbers(String text) {
        assertThat(RevisionNumber.parse(text)).isEmpty();
    }
}
