package press.gazette.search.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import press.gazette.newsroom.DeskClient;

/** Questions on the sample newsroom and on a few further articles, with those that they must find: search/questions.txt. */
@QuarkusTest
class QuestionTableTest {

    private static final Pattern COLUMNS = Pattern.compile(" *(?<!\\\\)\\| *");

    /** The beginning of a line with an article. */
    private static final String ARTICLE = "+ ";

    private static boolean published;

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

    private static Stream<String> lines() throws IOException {
        try (InputStream file = QuestionTableTest.class.getResourceAsStream("/search/questions.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    static Stream<Row> table() throws IOException {
        return lines().filter(line -> !line.startsWith(ARTICLE)).map(Row::of);
    }

    /** Publishes the articles of the table once, and waits until they are found. */
    @BeforeEach
    void publish() throws IOException {
        if (published) {
            return;
        }
        published = true;
        Searches.awaitIndex();
        lines().filter(line -> line.startsWith(ARTICLE))
                .map(line -> COLUMNS.split(line, -1))
                .forEach(columns -> {
                    String slug = columns[0].substring(ARTICLE.length());
                    DeskClient desk = DeskClient.write(
                            columns[2],
                            "slug",
                            slug,
                            "language",
                            columns[1],
                            "tags",
                            List.of(),
                            "body",
                            Map.of("markdown", columns[3]));
                    desk.put("publication", columns.length > 4 ? Map.of("publishedAt", columns[4]) : Map.of())
                            .then()
                            .statusCode(201);
                    awaitFound(slug, columns[2]);
                });
    }

    private static void awaitFound(String slug, String title) {
        await().until(() -> given().queryParam("q", title)
                .queryParam("limit", 100)
                .get("/v1/search")
                .jsonPath()
                .getList("items.slug")
                .contains(slug));
    }

    @AfterAll
    static void tidyUp() {
        published = false;
        DeskClient.tidyUp();
    }

    @ParameterizedTest
    @MethodSource("table")
    void questionFindsItsArticles(Row row) {
        List<String> found = found(row);
        switch (row.kind()) {
            case "first" -> assertThat(found).startsWith(row.slugs().get(0));
            case "among" -> assertThat(found).containsAll(row.slugs());
            case "without" -> assertThat(found).isNotEmpty().doesNotContainAnyElementsOf(row.slugs());
            case "missed" -> assertThat(found).doesNotContainAnyElementsOf(row.slugs());
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
