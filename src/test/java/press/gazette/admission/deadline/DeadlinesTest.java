package press.gazette.admission.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.article.Article;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.FewConnections;
import press.gazette.newsroom.Keys;
import press.gazette.response.Problems;

/** A request that takes too long gets a response in time, and its write is not done later. */
@QuarkusTest
@TestProfile(FewConnections.class)
class DeadlinesTest {

    /** The first request to a new server takes longer than any other. */
    @BeforeEach
    void warmUp() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Keys.as(Keys.BOOTSTRAP)
                                .contentType("application/json")
                                .body(Map.of(
                                        "title",
                                        "Desk warms up " + System.nanoTime(),
                                        "type",
                                        "news",
                                        "language",
                                        "en",
                                        "tags",
                                        List.of("world")))
                                .when()
                                .post("/v1/desk/articles")
                                .statusCode()
                        == 201);
    }

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    /** No machine creates 500 articles, each in a transaction of its own, in a fifth of a second. */
    @Test
    void batchStopsInTimeAndListsTheRestAsNotTried() {
        List<Object> operations = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            operations.add(Map.of(
                    "type",
                    "create",
                    "article",
                    Map.of("title", "Desk in a hurry " + i, "type", "news", "language", "en")));
        }
        String key = UUID.randomUUID().toString();
        Response first = batch(key, operations);
        first.then().statusCode(200).body("items", hasSize(500)).body("failed", equalTo(0));
        int done = first.path("succeeded");
        assertThat(done).isLessThan(500);
        assertThat(first.<Integer>path("notTried")).isEqualTo(500 - done);
        List<Integer> statuses = first.path("items.status");
        assertThat(statuses.subList(0, done)).allMatch(status -> status == 201);
        assertThat(statuses.subList(done, 500)).allMatch(status -> status == 503);
        assertThat(first.<String>path("items[499].problem.code")).isEqualTo("not-tried");
        assertThat(articlesInAHurry()).isEqualTo(done);
        Response second = batch(key, operations);
        second.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(articlesInAHurry()).isEqualTo(done);
    }

    private static Response batch(String key, List<Object> operations) {
        return Keys.asAdmin()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("operations", operations))
                .post("/v1/desk/articles/batch");
    }

    private static long articlesInAHurry() {
        return QuarkusTransaction.requiringNew().call(() -> Article.count("text.slug like 'desk-in-a-hurry-%'"));
    }

    @Test
    void writeThatWaitsTooLongForALockGets503AndIsRolledBack() {
        DeskClient desk = DeskClient.write("Desk waits");
        Response refused = QuarkusTransaction.requiringNew().call(() -> {
            Panache.getEntityManager()
                    .createNativeQuery("select id from article where id = :id for update")
                    .setParameter("id", UUID.fromString(desk.id()))
                    .getSingleResult();
            return desk.patch(Map.of("title", "Desk came too late"));
        });
        refused.then()
                .statusCode(503)
                .contentType(Problems.MEDIA_TYPE)
                .header("Retry-After", "5")
                .body("code", equalTo("unavailable"));
        // The lock is free now: the late request gets it, before or after this one, and releases it.
        desk.patch(Map.of("kicker", "Another edit")).then().statusCode(200);
        assertThat(desk.read().<String>path("title")).isEqualTo("Desk waits");
        assertThat(desk.etag()).isEqualTo("\"2\"");
    }
}
