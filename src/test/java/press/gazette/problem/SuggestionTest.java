package press.gazette.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> KNOWN = List.of("limit", "cursor", "tags", "type", "q");

    @ParameterizedTest
    @CsvSource({
        "limit, limit",
        "LIMIT, limit",
        "limt, limit",
        "limits, limit",
        "lmiit, ''",
        "curser, cursor",
        "cusror, cursor",
        "tag, tags",
        "tpye, ''",
        "typ, type",
        "x, q",
        "xy, ''",
        "section, ''",
        "'', q",
    })
    void nearestNameWithinAThirdOfTheLengthIsSuggested(String name, String suggestion) {
        assertThat(Suggestion.to(name, KNOWN).orElse("")).isEqualTo(suggestion);
    }

    @Test
    void firstOfTwoEquallyNearNamesIsSuggested() {
        assertThat(Suggestion.to("cat", List.of("bat", "car"))).contains("bat");
    }

    @Test
    void nearerNameWinsOverAnEarlierOne() {
        assertThat(Suggestion.to("cursors", List.of("curse", "cursor"))).contains("cursor");
    }

    @Test
    void nothingIsSuggestedWithoutKnownNames() {
        assertThat(Suggestion.to("limit", List.of())).isEmpty();
    }

    @Test
    void longNamesAreNotCompared() {
        String longest = "x".repeat(40);
        assertThat(Suggestion.to(longest, List.of(longest))).contains(longest);
        assertThat(Suggestion.to(longest + "x", List.of(longest + "x"))).isEmpty();
    }
}
