package press.gazette.article.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static press.gazette.article.batch.BatchClient.creation;
import static press.gazette.article.batch.BatchClient.draft;
import static press.gazette.article.batch.BatchClient.once;
import static press.gazette.article.batch.BatchClient.slugs;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Slow;

/** Batches that a client sends again because it did not get the response. */
@Slow
@QuarkusTest
class BatchRetryTest {

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void repeatedBatchGetsTheFirstResponse() {
        String key = UUID.randomUUID().toString();
        DeskClient taken = DeskClient.write("Desk: batch taken", "slug", "desk-batch-slot");
        Object[] operations = {
            creation("Desk: batch repeated"),
            Map.of("type", "create", "article", draft("Desk: batch slot", "slug", "desk-batch-slot")),
            creation("Desk: batch repeated too")
        };
        Response first = once(key, "", operations);
        first.then().statusCode(200).body("items.status", equalTo(List.of(201, 400, 201)));
        first.then().header("Idempotency-Replayed", nullValue());
        taken.delete("").then().statusCode(204);
        Response second = once(key, "", operations);
        second.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(slugs("desk-batch-repeated%")).hasSize(2);
        once(key, "", creation("Desk: batch another")).then().statusCode(422);
        assertThat(slugs("desk-batch-another")).isEmpty();

        String atom = UUID.randomUUID().toString();
        once(atom, "?atomic=true", creation("Desk: batch whole")).then().statusCode(200);
        once(atom, "?atomic=true", creation("Desk: batch whole"))
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true");
        assertThat(slugs("desk-batch-whole%")).hasSize(1);
    }

    /** The node died before it stored the response: only the effects of the finished operations are left. */
    @Test
    void interruptedBatchIsFinishedWhenRepeated() {
        String key = UUID.randomUUID().toString();
        Object[] operations = {creation("Desk: batch cut"), creation("Desk: batch cut off")};
        Response first = once(key, "", operations);
        first.then().statusCode(200);
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("delete from idempotency where idempotency_key in (:whole, :second)")
                        .setParameter("whole", key)
                        .setParameter("second", key + " 1")
                        .executeUpdate());
        Response second = once(key, "", operations);
        second.then().statusCode(200).header("Idempotency-Replayed", nullValue());
        assertThat(second.<String>path("items[0].location")).isEqualTo(first.path("items[0].location"));
        assertThat(second.<String>path("items[1].location")).isNotEqualTo(first.path("items[1].location"));
        assertThat(slugs("desk-batch-cut")).hasSize(1);
    }
}
