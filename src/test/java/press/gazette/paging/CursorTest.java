package press.gazette.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

class CursorTest {

    private static final ListingAddress ARTICLES = ListingAddress.of("/v1/articles");

    @Property
    void decodedCursorEqualsTheEncodedOne(
            @ForAll @Size(min = 1, max = 4)
                    List<@AlphaChars @NumericChars @StringLength(min = 1, max = 40) String> key) {
        assertThat(Cursor.decode(new Cursor(key).encode(ARTICLES), ARTICLES, key.size())
                        .key())
                .isEqualTo(key);
    }

    @Property
    void everyChangedCharacterIsRejected(
            @ForAll @AlphaChars @StringLength(min = 1, max = 30) String key, @ForAll @IntRange(max = 400) int place) {
        String text = new Cursor(List.of(key)).encode(ARTICLES);
        int index = place % text.length();
        char other = text.charAt(index) == 'A' ? 'B' : 'A';
        String altered = text.substring(0, index) + other + text.substring(index + 1);
        assertThatThrownBy(() -> Cursor.decode(altered, ARTICLES, 1)).isInstanceOf(Problem.class);
    }

    @Property
    void cursorHasExactlyOneText(@ForAll @AlphaChars @StringLength(min = 1, max = 4) String key) {
        String text = new Cursor(List.of(key)).encode(ARTICLES);
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        for (char digit : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            String other = text.substring(0, text.length() - 1) + digit;
            if (!other.equals(text) && Arrays.equals(Base64.getUrlDecoder().decode(other), bytes)) {
                assertThatThrownBy(() -> Cursor.decode(other, ARTICLES, 1)).hasMessageContaining("cut or altered");
            }
        }
        String padded = Base64.getUrlEncoder().encodeToString(bytes);
        if (!padded.equals(text)) {
            assertThatThrownBy(() -> Cursor.decode(padded, ARTICLES, 1)).isInstanceOf(Problem.class);
        }
    }

    @Test
    void cursorOfAnotherListingIsRejected() {
        String text = Cursor.of("a").encode(ARTICLES.with("type", "news"));
        assertThatThrownBy(() -> Cursor.decode(text, ARTICLES.with("type", "opinion"), 1))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.INVALID_CURSOR);
                    assertThat(problem.detail()).contains("other parameters");
                });
    }

    @Test
    void cursorOfAnotherVersionIsReportedAsSuch() {
        byte[] bytes = Base64.getUrlDecoder().decode(Cursor.of("a").encode(ARTICLES));
        bytes[0] = 9;
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        assertThatThrownBy(() -> Cursor.decode(text, ARTICLES, 1)).hasMessageContaining("another version");
    }

    @Test
    void cursorIsShort() {
        Cursor article = Cursor.of("2026-11-22T19:15:56.123456Z", "01a204c6-aaaf-74c8-8b2c-a86b667fdc09");
        assertThat(article.encode(ARTICLES)).hasSizeLessThan(120).matches("[\\w-]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59Z",
                "-0001-01-01T00:00:00Z",
                "1599-12-31T23:59:59Z",
                "9999-01-01T00:00:00Z",
                "yesterday"
            })
    void cursorWithAForgedDateIsRejected(String date) {
        String text = Cursor.of(date, "01a204c6-aaaf-74c8-8b2c-a86b667fdc09").encode(ARTICLES);
        assertThatThrownBy(() -> DatedKey.parse(text, ARTICLES)).hasMessageContaining("cut or altered");
    }

    @Test
    void datedKeySurvivesTheRoundTrip() {
        DatedKey key = new DatedKey(
                Instant.parse("1600-01-01T00:00:00.123456Z"), UUID.fromString("01a204c6-aaaf-74c8-8b2c-a86b667fdc09"));
        assertThat(DatedKey.parse(key.cursor().encode(ARTICLES), ARTICLES)).isEqualTo(key);
        assertThat(DatedKey.parse(null, ARTICLES)).isNull();
    }
}
