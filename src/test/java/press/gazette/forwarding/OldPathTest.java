package press.gazette.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one form of the path of an old address. */
class OldPathTest {

    @ParameterizedTest
    @CsvSource({
        "/2019/03/02/night-trams/, /2019/03/02/night-trams",
        "https://old.example/2019/03/02/night-trams/#comments, /2019/03/02/night-trams",
        "//old.example/a, /a",
        "/?p=123, /?p=123",
        "https://old.example?p=123, /?p=123",
        "/index.php?p=123&x=1#top, /index.php?p=123&x=1",
        "/%D0%BC%D0%B8%D1%80/, /мир",
        "/%zz/, /%zz",
        "/a?, /a",
        "/a%23b, /a%23b",
        "/100%2541, /100%2541",
        "/%2fx, /%2Fx",
        "/a%3Fb, /a%3Fb",
        "/a%20, /a%20",
        "/a%20b, /a%20b",
        "https://old.example//x, /x",
        "/, /",
    })
    void spellingsOfOneAddressAreOne(String text, String value) {
        assertThat(OldPath.of(text)).map(OldPath::value).contains(value);
        assertThat(OldPath.of(value)).as("the stored form").map(OldPath::value).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "night-trams", "mailto:a@b.example", "/a%00b", "https://old.example"})
    void otherTextsAreNoPath(String text) {
        assertThat(OldPath.of(text)).isEmpty();
    }

    @Test
    void pathFitsTheIndex() {
        assertThat(OldPath.of("/" + "a".repeat(1_999))).isPresent();
        assertThat(OldPath.of("/" + "a".repeat(2_000))).isEmpty();
        assertThat(OldPath.of("/" + "я".repeat(1_000))).isEmpty();
    }
}
