package press.gazette.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Objects;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "https://films.example/a.mp4?b=1&c='d'#e, https://films.example/a.mp4?b=1&c='d'#e",
                "https://films.example/a%20b%2Fc, https://films.example/a%20b%2Fc",
                "https://films.example/a b, https://films.example/a%20b",
                "https://films.example/100%, https://films.example/100%25",
                "https://films.example/[a]{b}|c^d\"e\\f`<>, https://films.example/%5Ba%5D%7Bb%7D%7Cc%5Ed%22e%5Cf%60%3C%3E",
                "https://films.example/é/🎬?ü, https://films.example/%C3%A9/%F0%9F%8E%AC?%C3%BC",
                "https://österreich.example:8443/a, https://xn--sterreich-z7a.example:8443/a",
                "HTTPS://Films.example, https://Films.example",
                "https://films.example?a, https://films.example?a",
            })
    void encodedUrlIsAsciiWithTheSameMeaning(String url, String encoded) {
        assertThat(WebAddress.encoded(url)).isEqualTo(encoded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/media/a.mp4",
                "//films.example/a.mp4",
                "ftp://films.example/a.mp4",
                "https://",
                "https:///a.mp4",
                "https://editor:secret@films.example/a.mp4",
                "https://[::1]/a.mp4",
                "https://films|example/a.mp4",
                "https://films.example:a/b.mp4",
                "https://films.example/a#b#c",
            })
    void otherTextsAreRejected(String text) {
        assertThat(WebAddress.encoded(text)).isNull();
    }

    @Property
    void encodedUrlIsAlwaysAUri(@ForAll String path) {
        String encoded = WebAddress.encoded("https://films.example/" + path);
        if (encoded != null) {
            assertThat(encoded).matches("\\p{ASCII}+");
            assertThat(URI.create(encoded).getHost()).isEqualTo("films.example");
            assertThat(WebAddress.encoded(Objects.requireNonNull(encoded))).isEqualTo(encoded);
        }
    }
}
