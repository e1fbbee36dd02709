package press.gazette.article.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static press.gazette.article.batch.BatchClient.creation;
import static press.gazette.article.batch.BatchClient.on;
import static press.gazette.article.batch.BatchClient.request;
import static press.gazette.article.batch.BatchClient.send;
import static press.gazette.article.batch.BatchClient.slugs;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Slow;

/** Many writes in one request, each for itself or all or none. */
@Slow
@QuarkusTest
class BatchTest {

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void operationsWorkLikeTheirOwnRequests() {
        DeskClient edited = DeskClient.write("Desk: batch edited");
        DeskClient discarded = DeskClient.write("Desk: batch discarded");
        DeskClient withdrawn = DeskClient.published("Desk: batch withdrawn");
        DeskClient unpublished = DeskClient.published("Desk: batch unpublished");
        Response answer = send(
                "",
                creation("Desk: batch created"),
                on(edited, "edit", "patch", Map.of("title", "Desk: batch edited on")),
                Map.of("type", "publish", "ref", edited.id(), "ifMatch", "*", "publication", Map.of()),
                on(discarded, "discard"),
                on(withdrawn, "withdraw", "withdrawal", Map.of("reason", "legal")),
                on(unpublished, "unpublish"));
        answer.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("succeeded", equalTo(6))
                .body("failed", equalTo(0))
                .body("items.status", equalTo(List.of(201, 200, 201, 204, 201, 200)))
                .body("items[2].etag", equalTo("\"3\""));
        Keys.asAdmin()
                .when()
                .get(answer.<String>path("items[0].location"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo(answer.<String>path("items[0].etag")))
                .body("status", equalTo("draft"));
        DeskClient.asReader("desk-batch-edited").then().body("title", equalTo("Desk: batch edited on"));
        discarded.read().then().statusCode(404);
        DeskClient.asReader("desk-batch-withdrawn").then().statusCode(410);
        DeskClient.asReader("desk-batch-unpublished").then().statusCode(404);
    }

    @Test
    void articlesAreCorrectedAndTimedInBatches() {
        DeskClient corrected = DeskClient.published("Desk: batch corrected");
        DeskClient scheduled = DeskClient.write("Desk: batch scheduled");
        DeskClient embargoed = DeskClient.write("Desk: batch embargoed");
        DeskClient expiring = DeskClient.published("Desk: batch expiring");
        String far = "2100-01-01T00:00:00Z";
        send(
                        "",
                        on(
                                corrected,
                                "correct",
                                "correction",
                                Map.of(
                                        "kind",
                                        "update",
                                        "text",
                                        "New.",
                                        "edit",
                                        Map.of("title", "Desk: batch edited"))),
                        on(scheduled, "schedule", "schedule", Map.of("at", far)),
                        on(embargoed, "embargo", "embargo", Map.of("until", far)),
                        on(expiring, "expire", "expiry", Map.of("at", far)),
                        on(scheduled, "schedule", "schedule", Map.of("at", "2001-01-01T00:00:00Z")))
                .then()
                .statusCode(200)
                .body("items.status", equalTo(List.of(201, 201, 201, 201, 412)));
        DeskClient.asReader("desk-batch-corrected").then().body("title", equalTo("Desk: batch edited"));
        scheduled.read().then().body("publishAt", equalTo(far));
        embargoed.read().then().body("embargoUntil", equalTo(far));
        expiring.read().then().body("expiresAt", equalTo(far));
    }

    @Test
    void rejectedOperationReportsItsReasonAndDoesNotStopTheOthers() {
        DeskClient known = DeskClient.write("Desk: batch known");
        send(
                        "",
                        creation("Desk: batch first"),
                        Map.of("type", "create", "article", Map.of("title", "", "type", "news", "langage", "en")),
                        Map.of("type", "edit", "ref", known.id(), "ifMatch", "\"99\"", "patch", Map.of("title", "X")),
                        Map.of("type", "edit", "ref", known.id(), "patch", Map.of("title", "X")),
                        Map.of("type", "edit", "ref", known.id(), "ifMatch", "", "patch", Map.of("title", "X")),
                        Map.of("type", "discard", "ref", "desk-batch-nowhere", "ifMatch", "*"),
                        Map.of("type", "explode"),
                        "nonsense",
                        on(known, "unpublish"),
                        creation("Desk: batch last"))
                .then()
                .statusCode(200)
                .body("succeeded", equalTo(2))
                .body("failed", equalTo(8))
                .body("items.status", equalTo(List.of(201, 400, 412, 400, 428, 404, 400, 400, 409, 201)))
                .body("items[1].problem.errors.pointer", equalTo(List.of("/article/langage", "/article/language")))
                .body("items[2].problem.code", equalTo("precondition-failed"))
                .body("items[3].problem.errors[0].pointer", equalTo("/ifMatch"))
                .body("items[6].problem.errors[0].pointer", equalTo("/type"))
                .body("items[0].problem", nullValue());
        known.read().then().body("title", equalTo("Desk: batch known"));
    }

    @Test
    void atomicBatchSucceedsAsAWholeOrNotAtAll() {
        DeskClient known = DeskClient.write("Desk: batch atom");
        String etag = known.etag();
        send(
                        "?atomic=true",
                        creation("Desk: batch atom one"),
                        on(known, "edit", "patch", Map.of("title", "Changed")),
                        Map.of("type", "create", "article", Map.of("title", "No language", "type", "news")))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-content"))
                .body("errors[0].pointer", equalTo("/operations/2/article/language"));
        send(
                        "?atomic=true",
                        creation("Desk: batch atom one"),
                        Map.of("type", "edit", "ref", known.id(), "ifMatch", "\"99\"", "patch", Map.of("title", "X")))
                .then()
                .statusCode(412)
                .body("errors[0].pointer", equalTo("/operations/1"));
        assertThat(slugs("desk-batch-atom-%")).isEmpty();
        known.read().then().header("ETag", equalTo(etag)).body("title", equalTo("Desk: batch atom"));
        send(
                        "?atomic=true",
                        creation("Desk: batch atom one"),
                        on(known, "edit", "patch", Map.of("title", "Desk: batch atom changed")))
                .then()
                .statusCode(200)
                .body("items.status", equalTo(List.of(201, 200)));
        assertThat(slugs("desk-batch-atom-%")).containsExactly("desk-batch-atom-one");
    }

    @Test
    void atomicBatchHasAtMostTwoHundredOperations() {
        Map<String, Object> discard = Map.of("type", "discard", "ref", "desk-nowhere", "ifMatch", "*");
        send("?atomic=true", Collections.nCopies(201, discard).toArray())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/operations"))
                .body("detail", containsString("1 to 200"));
        send("?atomic=true", Collections.nCopies(200, discard).toArray()).then().statusCode(404);
    }

    @Test
    void dryRunStoresNothing() {
        for (String query : new String[] {"?dryRun=true", "?dryRun=true&atomic=true"}) {
            send(query, creation("Desk: batch dry"))
                    .then()
                    .statusCode(200)
                    .body("succeeded", equalTo(1))
                    .body("failed", equalTo(0));
        }
        assertThat(slugs("desk-batch-dry%")).isEmpty();
    }

    @Test
    void publishingNeedsItsScope() {
        DeskClient known = DeskClient.write("Desk: batch scoped");
        String key = Keys.with("desk:write");
        request(Keys.as(key), "", on(known, "publish", "publication", Map.of()), creation("Desk: batch by a writer"))
                .then()
                .statusCode(200)
                .body("items.status", equalTo(List.of(403, 201)))
                .body("items[0].problem.detail", containsString("desk:publish"));
        request(
                        Keys.as(key),
                        "?atomic=true",
                        creation("Desk: batch by nobody"),
                        on(known, "publish", "publication", Map.of()))
                .then()
                .statusCode(403);
        assertThat(slugs("desk-batch-by-nobody")).isEmpty();
        DeskClient.asReader("desk-batch-scoped").then().statusCode(404);
    }

    @Test
    void batchHasOneToFiveHundredOperations() {
        send("").then().statusCode(400).body("errors[0].pointer", equalTo("/operations"));
        Map<String, Object> discard = Map.of("type", "discard", "ref", "desk-nowhere", "ifMatch", "*");
        send("", Collections.nCopies(501, discard).toArray())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/operations"));
        send("?atomic=perhaps", discard).then().statusCode(400).body("errors[0].parameter", equalTo("atomic"));
        Object[] most = IntStream.range(0, 500)
                .mapToObj(i -> creation("Desk: batch of many " + i))
                .toArray();
        send("", most).then().statusCode(200).body("succeeded", equalTo(500)).body("items", hasSize(500));
        assertThat(slugs("desk-batch-of-many-%")).hasSize(500);
    }
}
