package press.gazette.sync;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.cache.CacheFollower;
import press.gazette.change.Ledger;
import press.gazette.newsroom.DeskClient;

/**
 * A database whose last changes are lost: an older copy was restored, or a replica was promoted that lacked them. Later changes get
 * their numbers.
 */
@QuarkusTest
class RestoredDatabaseTest {

    private static final int LOST = 3;

    @TestHTTPResource("/v1/changes/stream")
    URI stream;

    @Inject
    EntityManager entities;

    @Inject
    CacheFollower follower;

    private int names;

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void positionAmongLostChangesIsGone() throws Exception {
        DeskClient.published("Desk: before the backup");
        String kept = end();
        publish(LOST);
        String lost = end();
        lose();
        get(lost, 410);
        publish(LOST + 2);
        get(lost, 410);
        get(kept, 200);
        get(end(), 200);
        try (StreamClient client = stream(lost)) {
            assertThat(client.next("restart").data().getString("reason")).isEqualTo("gone");
        }
        try (StreamClient client = stream(kept)) {
            client.next("welcome");
            assertThat(client.next().name()).isEqualTo("change");
        }
    }

    /** In the restored database, a different change has the number of the client's last one. */
    @Test
    void positionAtTheNewEndIsGone() {
        publish(LOST);
        String lost = end();
        lose();
        publish(LOST);
        get(lost, 410);
    }

    @Test
    void runningNodeNoticesThatItsLedgerWasReplaced() throws Exception {
        DeskClient article = DeskClient.published("Desk: of a running node");
        publish(LOST);
        long end = head();
        await().until(() -> follower.seq() == end);
        try (StreamClient client = stream(end())) {
            client.next("welcome");
            lose();
            publish(1);
            assertThat(client.next("goaway").data().getString("reason")).isEqualTo("restart");
        }
        await().until(() -> follower.seq() == head());
        assertThat(head()).isLessThan(end);
        given().get("/v1/articles/" + article.id()).then().statusCode(200).body("id", equalTo(article.id()));
    }

    private void publish(int articles) {
        for (int i = 0; i < articles; i++) {
            DeskClient.published("Desk: change " + names++);
        }
    }

    /** Removes the last changes, as if they had never been recorded. */
    private void lose() {
        QuarkusTransaction.requiringNew().run(() -> {
            Ledger.lock();
            long left = Ledger.head().seq() - LOST;
            entities.createNativeQuery("delete from change where seq > :left")
                    .setParameter("left", left)
                    .executeUpdate();
            entities.createNativeQuery("update ledger_head set seq = :left")
                    .setParameter("left", left)
                    .executeUpdate();
        });
    }

    private static long head() {
        return QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
    }

    /** The position of a client that has everything. */
    private static String end() {
        String next = new Copy("types=article&limit=100").complete().next();
        return next.substring(next.indexOf("after=") + "after=".length());
    }

    private static void get(String after, int status) {
        given().urlEncodingEnabled(false)
                .get("/v1/changes?types=article&limit=100&after=" + after)
                .then()
                .statusCode(status);
    }

    private StreamClient stream(String after) throws Exception {
        return new StreamClient(URI.create(stream + "?types=article&after=" + after));
    }
}
