package press.gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;

/** A request that takes too long is answered all the same, and what it would have written is not written later. */
@QuarkusTest
@TestProfile(DeadlinesTest.Impatient.class)
class DeadlinesTest {

    public static class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("gazette.write-deadline", "3S");
        }
    }

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

    @Test
    void aWriteThatWaitsForAnotherOneTooLongIsRefusedAndNeverDone() {
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
        // The lock is free now: the late one gets it, before or after this one, and gives it back.
        desk.patch(Map.of("kicker", "Another edit")).then().statusCode(200);
        assertThat(desk.read().<String>path("title")).isEqualTo("Desk waits");
        assertThat(desk.etag()).isEqualTo("\"2\"");
    }
}
