package press.gazette.search.index;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.lessThan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.TestTags;

/** The index follows what editors do. */
@QuarkusTest
class IndexLifecycleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @BeforeEach
    void begin() {
        RebuiltIndex.now();
    }

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
        TestTags.clear();
    }

    private static List<String> slugs(String q) {
        return given().queryParam("q", q)
                .queryParam("typos", "none")
                .get("/v1/search")
                .then()
                .statusCode(200)
                .extract()
                .path("items.slug");
    }

    private static void awaitSlugs(String q, String... slugs) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(slugs(q)).containsExactlyInAnyOrder(slugs));
    }

    @Test
    void articleIsFoundFromPublicationToWithdrawal() {
        DeskClient draft = DeskClient.write("Desk zarquonia", "body", Map.of("markdown", "The quibbleworth."));
        assertThat(slugs("zarquonia")).isEmpty();
        draft.put("publication", Map.of()).then().statusCode(201);
        awaitSlugs("zarquonia", "desk-zarquonia");
        awaitSlugs("quibbleworth", "desk-zarquonia");
        draft.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        awaitSlugs("zarquonia");
        assertThat(slugs("zarqu*")).isEmpty();
    }

    @Test
    void editedArticleIsFoundByItsNewWordsOnly() {
        DeskClient story = DeskClient.published("Desk zarquonia");
        awaitSlugs("zarquonia", "desk-zarquonia");
        story.patch(Map.of("title", "Desk vexillum")).then().statusCode(200);
        story.put("publication", Map.of()).then().statusCode(200);
        awaitSlugs("vexillum", "desk-zarquonia");
        awaitSlugs("zarquonia");
    }

    @Test
    void embargoedArticleIsNotFound() {
        DeskClient story = DeskClient.published("Desk zarquonia");
        awaitSlugs("zarquonia", "desk-zarquonia");
        story.put("embargo", Map.of("until", "2999-01-01T00:00:00Z")).then().statusCode(201);
        awaitSlugs("zarquonia");
    }

    @Test
    void rebuiltIndexHasTheSameArticles() {
        DeskClient.published("Desk zarquonia");
        awaitSlugs("zarquonia", "desk-zarquonia");
        Response before = when().get("/v1/search?q=zarquonia&facets=tags,section,year&count=exact");
        RebuiltIndex.now();
        Response after = when().get("/v1/search?q=zarquonia&facets=tags,section,year&count=exact");
        assertThat(after.asString()).isEqualTo(before.asString());
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
    }

    @Test
    void searchesSucceedWhileIndexIsRebuilt() throws InterruptedException {
        IndexLifecycle life = Arc.container().instance(IndexLifecycle.class).get();
        int before = life.builds();
        for (int i = 0; life.builds() < before + 3; i++) {
            life.rebuild();
            assertThat(when().get("/v1/search?q=harbour+" + i + "&match=any").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void renamedTagFindsItsArticlesByTheNewName() {
        TestTags.keyword("trial-xanthic", "active");
        DeskClient.published("Desk of colours", "tags", List.of("trial-xanthic", "world"));
        awaitSlugs("\"trial xanthic\"", "desk-of-colours");
        TestTags.patch("trial-xanthic", "{\"name\": \"Puce affair\"}").then().statusCode(200);
        awaitSlugs("\"puce affair\"", "desk-of-colours");
        awaitSlugs("xanthic");
        TestTags.patch("trial-xanthic", "{\"state\": \"hidden\"}").then().statusCode(200);
        awaitSlugs("puce");
    }

    /** Search with the number of the renaming waits until all articles of the tag have the new name. */
    @Test
    void editorFindsArticlesByTheNameJustGiven() {
        TestTags.keyword("trial-xanthic", "active");
        DeskClient.published("Desk of colours", "tags", List.of("trial-xanthic", "world"));
        for (String name : List.of("Puce affair", "Taupe affair", "Ecru affair")) {
            String seq = TestTags.patch("trial-xanthic", "{\"name\": \"" + name + "\"}")
                    .then()
                    .statusCode(200)
                    .extract()
                    .header("Gazette-Seq");
            given().header("Gazette-Seq", seq)
                    .queryParam("q", "\"" + name + "\"")
                    .get("/v1/search")
                    .then()
                    .statusCode(200)
                    .body("items.slug", contains("desk-of-colours"));
        }
    }

    @Test
    void articleWhoseExpiryWasPostponedIsFoundOn() {
        Instant first = Instant.now().plusSeconds(5);
        DeskClient story = DeskClient.write("Desk zarquonia", "body", Map.of("markdown", "The quibbleworth."));
        story.put("expiry", Map.of("at", first.toString())).then().statusCode(201);
        story.put("publication", Map.of()).then().statusCode(201);
        awaitSlugs("zarquonia", "desk-zarquonia");
        story.put("expiry", Map.of("at", "2999-01-01T00:00:00Z")).then().statusCode(lessThan(300));
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(first));
        awaitSlugs("zarquonia", "desk-zarquonia");
    }

    @Test
    void metricsShowTheIndex() {
        MeterRegistry metrics = Arc.container().instance(MeterRegistry.class).get();
        double failed = metrics.get("gazette.search.queries")
                .tag("outcome", "failed")
                .counter()
                .count();
        double found = metrics.get("gazette.search.queries")
                .tag("outcome", "found")
                .counter()
                .count();
        assertThat(slugs("harbour")).isNotEmpty();
        assertThat(metrics.get("gazette.search.queries")
                        .tag("outcome", "found")
                        .counter()
                        .count())
                .isGreaterThan(found);
        assertThat(metrics.get("gazette.search.queries")
                        .tag("outcome", "failed")
                        .counter()
                        .count())
                .isEqualTo(failed);
        assertThat(metrics.get("gazette.search.documents").gauge().value()).isPositive();
        assertThat(metrics.get("gazette.search.position").gauge().value()).isPositive();
        await().atMost(PATIENCE)
                .until(() -> metrics.get("gazette.search.behind").gauge().value() == 0);
        assertThat(metrics.get("gazette.search.built").gauge().value()).isEqualTo(1);
        assertThat(metrics.get("gazette.search.articles.skipped").counter().count())
                .isZero();
    }
}
