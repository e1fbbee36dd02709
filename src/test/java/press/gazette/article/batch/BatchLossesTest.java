package press.gazette.article.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static press.gazette.article.batch.BatchClient.draft;
import static press.gazette.article.batch.BatchClient.on;
import static press.gazette.article.batch.BatchClient.once;
import static press.gazette.article.batch.BatchClient.send;
import static press.gazette.article.batch.BatchClient.slugs;

import java.util.Arrays;
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

/** A batch reports the losses of each body that it writes, or rejects the operation because of them. */
@QuarkusTest
class BatchLossesTest {

    private static final Map<String, Object> LOSSY =
            Map.of("html", "<p>Tides</p><form><button>Send it</button></form><script>x()</script>");

    private static final Map<String, Object> WHOLE = Map.of("html", "<p>Tides</p>");

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void eachOperationReportsItsLosses() {
        DeskClient edited = DeskClient.write("Desk: batch losses edited");
        DeskClient corrected = DeskClient.published("Desk: batch losses corrected");
        send(
                        "",
                        creation("Desk: batch losses", LOSSY),
                        creation("Desk: batch without losses", WHOLE),
                        on(edited, "edit", "patch", Map.of("body", LOSSY)),
                        on(corrected, "correct", "correction", correction(LOSSY)),
                        on(edited, "discard"))
                .then()
                .statusCode(200)
                .body("items.status", equalTo(List.of(201, 201, 200, 201, 412)))
                .body("items[0].losses.what", equalTo(List.of("button", "script")))
                .body("items[0].losses[0].count", equalTo(1))
                .body("items[0].losses[0].near", equalTo("Send it"))
                .body("items[1].losses", nullValue())
                .body("items[2].losses.what", equalTo(List.of("button", "script")))
                .body("items[3].losses.what", equalTo(List.of("button", "script")))
                .body("items[4].losses", nullValue());
    }

    @Test
    void dryRunAndAtomicBatchReportLossesToo() {
        for (String query : new String[] {"?dryRun=true", "?dryRun=true&atomic=true", "?atomic=true"}) {
            send(query, creation("Desk: batch losses", LOSSY))
                    .then()
                    .statusCode(200)
                    .body("items[0].losses.what", equalTo(List.of("button", "script")));
        }
    }

    @Test
    void strictRejectsTheOperationWithPointersToItsBodyAndDoesNotStopTheOthers() {
        DeskClient edited = DeskClient.write("Desk: batch strict edited");
        DeskClient corrected = DeskClient.published("Desk: batch strict corrected");
        send(
                        "?strict=true",
                        creation("Desk: batch strict lost", LOSSY),
                        on(edited, "edit", "patch", Map.of("body", LOSSY)),
                        on(corrected, "correct", "correction", correction(LOSSY)),
                        creation("Desk: batch strict whole", WHOLE))
                .then()
                .statusCode(200)
                .body("items.status", equalTo(List.of(400, 400, 400, 201)))
                .body("items[0].problem.errors.pointer", equalTo(List.of("/article/body/html", "/article/body/html")))
                .body("items[0].problem.errors[0].detail", equalTo("A body cannot hold button, near \"Send it\"."))
                .body("items[1].problem.errors[0].pointer", equalTo("/patch/body/html"))
                .body("items[2].problem.errors[0].pointer", equalTo("/correction/edit/body/html"));
        assertThat(slugs("desk-batch-strict-lost")).isEmpty();
        edited.read().then().body("body.blocks", equalTo(List.of()));
    }

    @Test
    void charactersDroppedFromBlocksAreLosses() {
        Map<String, Object> bell =
                Map.of("blocks", List.of(Map.of("type", "paragraph", "text", List.of(Map.of("text", "Ti\u0007des")))));
        send("", creation("Desk: batch bell", bell))
                .then()
                .statusCode(200)
                .body("items[0].losses.what", equalTo(List.of("U+0007")))
                .body("items[0].losses.near", equalTo(List.of("Tides")));
        send("?strict=true", creation("Desk: batch strict bell", bell))
                .then()
                .statusCode(200)
                .body("items[0].problem.errors.pointer", equalTo(List.of("/article/body/blocks/0/text/0/text")));
    }

    @Test
    void strictRejectsAnAtomicBatchAsAWhole() {
        send(
                        "?strict=true&atomic=true",
                        creation("Desk: batch strict first", WHOLE),
                        creation("Desk: batch strict second", LOSSY))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/operations/1/article/body/html"));
        assertThat(slugs("desk-batch-strict-%")).isEmpty();
        send("?strict=perhaps", creation("Desk: batch strict", WHOLE))
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("strict"));
    }

    @Test
    void faultsOfMeaningPointToTheirPlaceInTheOperation() {
        DeskClient known = DeskClient.write("Desk: batch faults");
        Map<String, Object> unknownTag = Map.of("tags", List.of("desk-no-such-tag"));
        Object creation =
                Map.of("type", "create", "article", draft("Desk: batch fault", "tags", List.of("desk-no-such-tag")));
        send("", creation, on(known, "edit", "patch", unknownTag))
                .then()
                .statusCode(200)
                .body("items[0].problem.errors[0].pointer", equalTo("/article/tags/0"))
                .body("items[1].problem.errors[0].pointer", equalTo("/patch/tags/0"));
    }

    /** The node died before it stored the response: the repeated batch takes losses from its finished operations. */
    @Test
    void repeatedBatchReportsTheLossesOfTheFirst() {
        String key = UUID.randomUUID().toString();
        Object[] operations = {creation("Desk: batch losses cut", LOSSY)};
        Response first = once(key, "", operations);
        first.then().statusCode(200).body("items[0].losses.what", equalTo(Arrays.asList("button", "script")));
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("delete from idempotency where idempotency_key = :whole")
                        .setParameter("whole", key)
                        .executeUpdate());
        assertThat(once(key, "", operations).asString()).isEqualTo(first.asString());
    }

    private static Map<String, Object> creation(String title, Map<String, Object> body) {
        return Map.of("type", "create", "article", draft(title, "body", body));
    }

    private static Map<String, Object> correction(Map<String, Object> body) {
        return Map.of("kind", "correction", "text", "An earlier version was short.", "edit", Map.of("body", body));
    }
}
