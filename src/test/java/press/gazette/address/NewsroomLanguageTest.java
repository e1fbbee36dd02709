package press.gazette.address;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class NewsroomLanguageTest {

    @Test
    void tagOfAnotherFormStopsTheStart() {
        assertThatCode(() -> new NewsroomLanguage(() -> "de-AT")).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewsroomLanguage(() -> "de_AT"))
                .withMessage("gazette.language is a BCP 47 tag, such as en or pt-BR; it is set to de_AT");
    }
}
