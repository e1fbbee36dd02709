package press.gazette.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

class IfMatchTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"4\"                 | 4",
                "\"4\", \"5\"          | 4 5",
                "\"4\",\"5\"           | 4 5",
                ", \"4\" ,, \"5\",     | 4 5",
                "W/\"4\", \"5\"        | 5",
                "W/\"4\"               | ``",
                "\"4-gzip\"            | 4-gzip",
                "\"\"                  | ``",
                "\"a,b\"               | a,b",
            })
    void strongTagsAreParsed(String header, String tags) {
        assertThat(String.join(" ", IfMatch.parse(List.of(header)).tags())).isEqualTo(tags);
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(IfMatch.parse(List.of("\"4\"", "\"5\"")).tags()).containsExactly("4", "5");
    }

    @Test
    void asteriskMatchesEveryVersion() {
        assertThat(IfMatch.parse(List.of("*")).any()).isTrue();
        assertThat(IfMatch.parse(List.of("\"*\"")).any()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "\"4", "4\"", "\"4\" \"5\"", "*, \"4\"", "w/\"4\"", "'4'"})
    void malformedListIsRejected(String header) {
        assertThat(problem(List.of(header))).isEqualTo(ProblemType.MALFORMED_REQUEST);
    }

    @Test
    void missingHeaderIsRejected() {
        assertThat(problem(List.of())).isEqualTo(ProblemType.PRECONDITION_REQUIRED);
        assertThat(problem(List.of(" "))).isEqualTo(ProblemType.PRECONDITION_REQUIRED);
    }

    private static ProblemType problem(List<String> headers) {
        Problem problem =
                Objects.requireNonNull(catchThrowableOfType(Problem.class, () -> IfMatch.parse(headers)), "accepted");
        return problem.type();
    }
}
