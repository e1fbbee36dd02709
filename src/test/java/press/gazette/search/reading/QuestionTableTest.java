package press.gazette.search.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions on the sample newsroom with the articles that they must find, as a table: search/questions.txt. */
@QuarkusTest
class QuestionTableTest {

    private static final Pattern COLUMNS = Pattern.compile(" *(?<!\\\\)\\| *");

    /** A row of the table. */
    record Row(String question, String parameters, String kind, List<String> slugs) {

        static Row of(String line) {
            String[] columns = COLUMNS.split(line, -1);
            String[] expected = columns[2].strip().split(" ");
            return new Row(
                    columns[0].replace("\\|", "|"),
                    columns[1],
                    expected[0],
                    List.of(expected).subList(1, expected.length));
        }

        @Override
        public String toString() {
            return question + " " + parameters;
        }
    }

    static Stream<Row> table() throws IOException {
        try (InputStream file = QuestionTableTest.class.getResourceAsStream("/search/questions.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).map(Row::of).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void questionFindsItsArticles(Row row) {
        List<String> found = found(row);
        switch (row.kind()) {
            case "first" -> assertThat(found).startsWith(row.slugs().get(0));
            case "among" -> assertThat(found).containsAll(row.slugs());
            case "without" -> assertThat(found).isNotEmpty().doesNotContainAnyElementsOf(row.slugs());
            case "none" -> assertThat(found).isEmpty();
            default -> throw new IllegalStateException(row.kind());
        }
    }

    private static List<String> found(Row row) {
        RequestSpecification request = given().queryParam("q", row.question()).queryParam("fields", "slug");
        if (!row.parameters().contains("limit=")) {
            request.queryParam("limit", 10);
        }
        Stream.of(row.parameters().split("&"))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split("=", 2))
                .forEach(each -> request.queryParam(each[0], each[1]));
        return request.get("/v1/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.slug");
    }
}
