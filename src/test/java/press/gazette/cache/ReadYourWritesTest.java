package press.gazette.cache;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.change.Ledger;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.NotifyingServer;
import press.gazette.newsroom.PausedServer;

/** A client can demand to read its own write, on any node. */
@QuarkusTest
@TestProfile(NotifyingServer.class)
class ReadYourWritesTest {

    @Inject
    CacheFollower follower;

    @AfterEach
    void tidyUp() {
        PausedServer.go();
        DeskClient.tidyUp();
    }

    @Test
    void publicWriteHasANumberThatReadsMayWaitFor() {
        DeskClient desk = DeskClient.write("Desk: mine");
        Response published = desk.put("publication", Map.of());
        String seq = published.header("Gazette-Seq");
        assertThat(Long.parseLong(seq)).isEqualTo(head());
        given().header("Gazette-Seq", seq)
                .get("/v1/articles/desk-mine")
                .then()
                .statusCode(200)
                .body("title", equalTo("Desk: mine"));
        desk.patch(Map.of("title", "Desk: still mine")).then().statusCode(200).header("Gazette-Seq", nullValue());
    }

    @Test
    void bellEndsAWaitAtOnce() {
        DeskClient.published("Desk: rung");
        Awaitility.await().until(() -> follower.seq() == head());
    }

    @Test
    void readOfAnUnknownChangeGets503() {
        PausedServer.stop();
        given().get("/v1/articles/" + Newsroom.GAS_CONTRACT).then().statusCode(200);
        given().header("Gazette-Seq", head() + 1_000)
                .get("/v1/articles/" + Newsroom.GAS_CONTRACT)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("detail", containsString("This node does not know of change"));
        given().header("Gazette-Seq", "0")
                .get("/v1/articles/" + Newsroom.GAS_CONTRACT)
                .then()
                .statusCode(200);
        given().header("Gazette-Seq", "soon")
                .get("/v1/articles/" + Newsroom.GAS_CONTRACT)
                .then()
                .statusCode(400)
                .body("detail", containsString("Gazette-Seq"));
    }

    /** Writes without any event on this node. */
    static void anotherNodeWrites() {
        QuarkusTransaction.requiringNew().run(() -> {
            var database = Panache.getEntityManager();
            database.createNativeQuery("update ledger_head set seq = seq + 1").executeUpdate();
            database.createNativeQuery("insert into change (seq, at, kind, subject, touched)"
                            + " select seq, at, 'updated', 'wonder:1', 'wonder:1' from ledger_head")
                    .executeUpdate();
        });
    }

    static long head() {
        return QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
    }
}
