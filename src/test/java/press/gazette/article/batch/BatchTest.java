package press.gazette.article.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.article.Article;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Slow;

/** Many writes in one request: each for itself, or all or none. */
@Slow
@QuarkusTest
class BatchTest {

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void eachOperationDoesWhatItsOwnRequestWouldDo() {
        DeskClient edited = DeskClient.write("Desk: batch edited");
        DeskClient discarded = DeskClient.write("Desk: batch discarded");
        DeskClient withdrawn = DeskClient.published("Desk: batch withdrawn");
        DeskClient unpublished = DeskClient.published("Desk: batch unpublished");
        Response answer = send(
                "",
                create("Desk: batch created"),
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
    void oneThatIsRefusedDoesNotStopTheOthersAndTellsWhy() {
        DeskClient known = DeskClient.write("Desk: batch known");
        send(
                        "",
                        create("Desk: batch first"),
                        Map.of("type", "create", "article", Map.of("title", "", "type", "news", "langage", "en")),
                        Map.of("type", "edit", "ref", known.id(), "ifMatch", "\"99\"", "patch", Map.of("title", "X")),
                        Map.of("type", "edit", "ref", known.id(), "patch", Map.of("title", "X")),
                        Map.of("type", "edit", "ref", known.id(), "ifMatch", "", "patch", Map.of("title", "X")),
                        Map.of("type", "discard", "ref", "desk-batch-nowhere", "ifMatch", "*"),
                        Map.of("type", "explode"),
                        "nonsense",
                        on(known, "unpublish"),
                        create("Desk: batch last"))
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
    void allOrNoneLeavesNothingHalfDone() {
        DeskClient known = DeskClient.write("Desk: batch atom");
        String etag = known.etag();
        send(
                        "?atomic=true",
                        create("Desk: batch atom one"),
                        on(known, "edit", "patch", Map.of("title", "Changed")),
                        Map.of("type", "create", "article", Map.of("title", "No language", "type", "news")))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-content"))
                .body("errors[0].pointer", equalTo("/operations/2/article/language"));
        send(
                        "?atomic=true",
                        create("Desk: batch atom one"),
                        Map.of("type", "edit", "ref", known.id(), "ifMatch", "\"99\"", "patch", Map.of("title", "X")))
                .then()
                .statusCode(412)
                .body("errors[0].pointer", equalTo("/operations/1"));
        assertThat(slugs("desk-batch-atom-%")).isEmpty();
        known.read().then().header("ETag", equalTo(etag)).body("title", equalTo("Desk: batch atom"));
        send(
                        "?atomic=true",
                        create("Desk: batch atom one"),
                        on(known, "edit", "patch", Map.of("title", "Desk: batch atom changed")))
                .then()
                .statusCode(200)
                .body("items.status", equalTo(List.of(201, 200)));
        assertThat(slugs("desk-batch-atom-%")).containsExactly("desk-batch-atom-one");
    }

    @Test
    void aRepeatedBatchIsAnsweredAsTheFirstTime() {
        String key = UUID.randomUUID().toString();
        DeskClient taken = DeskClient.write("Desk: batch taken", "slug", "desk-batch-slot");
        Object[] operations = {
            create("Desk: batch repeated"),
            Map.of("type", "create", "article", draft("Desk: batch slot", "slug", "desk-batch-slot")),
            create("Desk: batch repeated too")
        };
        Response first = once(key, "", operations);
        first.then().statusCode(200).body("items.status", equalTo(List.of(201, 400, 201)));
        first.then().header("Idempotency-Replayed", nullValue());
        taken.delete("").then().statusCode(204);
        Response second = once(key, "", operations);
        second.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(slugs("desk-batch-repeated%")).hasSize(2);
        once(key, "", create("Desk: batch another")).then().statusCode(422);
        assertThat(slugs("desk-batch-another")).isEmpty();

        String atom = UUID.randomUUID().toString();
        once(atom, "?atomic=true", create("Desk: batch whole")).then().statusCode(200);
        once(atom, "?atomic=true", create("Desk: batch whole"))
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true");
        assertThat(slugs("desk-batch-whole%")).hasSize(1);
    }

    /** The node died before it had the whole answer: of the batch there is no trace but what its operations left. */
    @Test
    void aBatchThatWasCutOffIsFinishedWhenItIsRepeated() {
        String key = UUID.randomUUID().toString();
        Object[] operations = {create("Desk: batch cut"), create("Desk: batch cut off")};
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

    @Test
    void aBatchOfAllOrNoneIsRefusedWhenItCouldNotBeDoneInTime() {
        Map<String, Object> discard = Map.of("type", "discard", "ref", "desk-nowhere", "ifMatch", "*");
        send("?atomic=true", Collections.nCopies(201, discard).toArray())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/operations"))
                .body("detail", containsString("1 to 200"));
        send("?atomic=true", Collections.nCopies(200, discard).toArray()).then().statusCode(404);
    }

    @Test
    void aDryRunKeepsNothing() {
        for (String query : new String[] {"?dryRun=true", "?dryRun=true&atomic=true"}) {
            send(query, create("Desk: batch dry"))
                    .then()
                    .statusCode(200)
                    .body("succeeded", equalTo(1))
                    .body("failed", equalTo(0));
        }
        assertThat(slugs("desk-batch-dry%")).isEmpty();
    }

    @Test
    void toPublishNeedsTheScopeForIt() {
        DeskClient known = DeskClient.write("Desk: batch scoped");
        String key = Keys.with("desk:write");
        request(Keys.as(key), "", on(known, "publish", "publication", Map.of()), create("Desk: batch by a writer"))
                .then()
                .statusCode(200)
                .body("items.status", equalTo(List.of(403, 201)))
                .body("items[0].problem.detail", containsString("desk:publish"));
        request(
                        Keys.as(key),
                        "?atomic=true",
                        create("Desk: batch by nobody"),
                        on(known, "publish", "publication", Map.of()))
                .then()
                .statusCode(403);
        assertThat(slugs("desk-batch-by-nobody")).isEmpty();
        DeskClient.asReader("desk-batch-scoped").then().statusCode(404);
    }

    @Test
    void aBatchHasOneToFiveHundredOperations() {
        send("").then().statusCode(400).body("errors[0].pointer", equalTo("/operations"));
        Map<String, Object> discard = Map.of("type", "discard", "ref", "desk-nowhere", "ifMatch", "*");
        send("", Collections.nCopies(501, discard).toArray())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/operations"));
        send("?atomic=perhaps", discard).then().statusCode(400).body("errors[0].parameter", equalTo("atomic"));
        Object[] most = IntStream.range(0, 500)
                .mapToObj(i -> create("Desk: batch of many " + i))
                .toArray();
        send("", most).then().statusCode(200).body("succeeded", equalTo(500)).body("items", hasSize(500));
        assertThat(slugs("desk-batch-of-many-%")).hasSize(500);
    }

    private static Map<String, Object> create(String title) {
        return Map.of("type", "create", "article", draft(title));
    }

    private static Map<String, Object> draft(String title, Object... more) {
        return with(Map.of("title", title, "type", "news", "language", "en"), more);
    }

    private static Map<String, Object> on(DeskClient article, String type, Object... more) {
        return with(Map.of("type", type, "ref", article.id(), "ifMatch", article.etag()), more);
    }

    private static Map<String, Object> with(Map<String, Object> members, Object... more) {
        Map<String, Object> all = new HashMap<>(members);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i].toString(), more[i + 1]);
        }
        return all;
    }

    private static Response send(String query, Object... operations) {
        return request(Keys.asAdmin(), query, operations);
    }

    private static Response once(String key, String query, Object... operations) {
        return request(Keys.asAdmin().header("Idempotency-Key", key), query, operations);
    }

    private static Response request(RequestSpecification as, String query, Object... operations) {
        return as.contentType("application/json")
                .body(Map.of("operations", new ArrayList<>(List.of(operations))))
                .when()
                .post("/v1/desk/articles/batch" + query);
    }

    private static List<String> slugs(String pattern) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Article.<Article>list("slug like ?1", pattern).stream()
                        .map(Article::slug)
                        .toList());
    }
}
