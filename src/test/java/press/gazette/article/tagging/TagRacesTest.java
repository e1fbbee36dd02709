package press.gazette.article.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Parallel;
import press.gazette.newsroom.Slow;
import press.gazette.newsroom.TestTags;

/** Concurrent writers of articles and of their tags: none fails because of the others, and no write is lost. */
@Slow
@QuarkusTest
class TagRacesTest {

    private static final int ARTICLES = 6;

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
        TestTags.clear();
    }

    @RepeatedTest(8)
    void publicationsAndAMergerOfTheirProposedTagsAllSucceed() throws Exception {
        TestTags.keyword("trial-from", "proposed");
        String into = TestTags.keyword("trial-into", "active");
        TestTags.keyword("trial-other", "proposed");
        List<DeskClient> articles = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            List<String> tags = i % 2 == 0
                    ? List.of("trial-from", "trial-other", "trial-into")
                    : List.of("trial-other", "trial-into", "trial-from");
            articles.add(DeskClient.write("Desk: races " + i, "tags", tags));
        }
        List<Response> answers = Parallel.run(
                ARTICLES + 4,
                i -> untilItSucceeds(() -> switch (i - ARTICLES) {
                    case 0 ->
                        Keys.asAdmin()
                                .header("If-Match", "*")
                                .contentType("application/json")
                                .body(Map.of("into", "trial-into"))
                                .put(TestTags.TAGS + "/trial-from/merger");
                    case 1 -> TestTags.patch("trial-into", "{\"name\": \"Trial renamed\"}");
                    case 2 -> atomically(articles.get(0), articles.get(1));
                    case 3 -> atomically(articles.get(1), articles.get(0));
                    default ->
                        anyVersion()
                                .contentType("application/json")
                                .body(Map.of())
                                .put(articles.get(i).path() + "/publication");
                }));
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201));
        for (int i = 0; i < ARTICLES; i++) {
            List<String> tags = DeskClient.asReader("desk-races-" + i).path("tags.slug");
            assertThat(tags).containsExactlyInAnyOrder("trial-into", "trial-other");
        }
        Keys.asAdmin().get(TestTags.TAGS + "/trial-from").then().statusCode(200).body("id", equalTo(into));
    }

    /** The server repeats a write that collides some times, and then asks its client to; on a busy machine it may have to. */
    private static Response untilItSucceeds(Supplier<Response> request) {
        Response response = request.get();
        for (int i = 0; i < 5 && response.statusCode() == 409; i++) {
            response = request.get();
        }
        return response;
    }

    /** Concurrent writers with {@code If-Match: *} all write the same article. */
    @RepeatedTest(3)
    void writersWithIfMatchAnyAllSucceed() throws Exception {
        DeskClient article = DeskClient.write("Desk: any version");
        List<Response> answers = Parallel.run(
                12,
                i -> anyVersion()
                        .contentType("application/merge-patch+json")
                        .body(Map.of("kicker", "Writer " + i))
                        .patch(article.path()));
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200));
        article.read().then().header("ETag", equalTo("\"13\""));
    }

    private static Response atomically(DeskClient first, DeskClient second) {
        List<Map<String, Object>> operations = new ArrayList<>();
        for (DeskClient article : List.of(first, second)) {
            operations.add(
                    Map.of("type", "edit", "ref", article.id(), "ifMatch", "*", "patch", Map.of("kicker", "Trial")));
        }
        return Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("operations", operations))
                .post("/v1/desk/articles/batch?atomic=true");
    }

    private static RequestSpecification anyVersion() {
        return Keys.asAdmin().header("If-Match", "*");
    }
}
