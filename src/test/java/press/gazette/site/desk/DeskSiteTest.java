package press.gazette.site.desk;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.change.Ledger;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.Parallel;
import press.gazette.newsroom.TestTags;
import press.gazette.site.SiteClient;

/** The site document at the desk: revisions, publication, schedule, warnings and concurrent writes. */
@QuarkusTest
class DeskSiteTest {

    @AfterEach
    void tidyUp() {
        SiteClient.tidyUp();
        ListClient.tidyUp();
        DeskClient.tidyUp();
        TestTags.clear();
    }

    @Test
    void editIsForTheDeskOnlyUntilItIsPublished() {
        SiteClient desk = SiteClient.reading();
        String before = SiteClient.asReader().asString();
        desk.patch("title", "Renamed")
                .then()
                .statusCode(200)
                .body("title", equalTo("Renamed"))
                .body("menus.key", contains("main", "about"))
                .body("revision", equalTo(2))
                .body("liveRevision", equalTo(1))
                .body("unpublishedChanges", equalTo(true));
        assertThat(SiteClient.asReader().asString()).isEqualTo(before);
        desk.publish()
                .then()
                .statusCode(200)
                .body("liveRevision", equalTo(2))
                .body("unpublishedChanges", equalTo(false));
        when().get("/v1/site").then().body("title", equalTo("Renamed"));
    }

    @Test
    void draftCanBeSentBackAsItWasRead() {
        SiteClient desk = SiteClient.reading();
        String etag = desk.etag();
        Response read = desk.read();
        desk.patch("menus", read.path("menus"), "sections", read.path("sections"), "publisher", read.path("publisher"))
                .then()
                .statusCode(200)
                .body("revision", equalTo(1));
        assertThat(desk.etag()).as("nothing has changed").isEqualTo(etag);
    }

    @Test
    void wholeDocumentIsReplaced() {
        SiteClient desk = SiteClient.reading();
        desk.put("Alone", "policies", Map.of(), "publisher", Map.of())
                .then()
                .statusCode(200)
                .body("title", equalTo("Alone"))
                .body("$", not(hasKey("menus")))
                .body("$", not(hasKey("policies")))
                .body("$", not(hasKey("publisher")));
    }

    @Test
    void revisionsAreListedComparedAndRolledBack() {
        SiteClient desk = SiteClient.reading();
        desk.patch("title", "Second", "note", "a try").then().statusCode(200);
        desk.publish().then().statusCode(200);
        desk.patch("timeZone", "UTC").then().statusCode(200);
        desk.get("/revisions")
                .then()
                .body("items.number", contains(3, 2, 1))
                .body("items[1].note", equalTo("a try"))
                .body("items[1].author", equalTo("bootstrap"))
                .body("items[1].publishedBy", equalTo("bootstrap"))
                .body("items[1].publishedAt", notNullValue())
                .body("items[0]", not(hasKey("publishedAt")));
        desk.get("/revisions?limit=1").then().body("items.number", contains(3)).body("next", containsString("cursor="));
        desk.get("/revisions/2").then().body("content.title", equalTo("Second"));
        desk.get("/revisions/3/comparison")
                .then()
                .body(
                        "members",
                        equalTo(List.of(Map.of("name", "timeZone", "from", "Europe/Copenhagen", "to", "UTC"))));
        desk.get("/revisions/3/comparison?with=1").then().body("members.name", contains("title", "timeZone"));
        desk.get("/revisions/9").then().statusCode(404);
        desk.get("/revisions/3/comparison?with=9").then().statusCode(400);
        desk.publish("revision", 1)
                .then()
                .statusCode(200)
                .body("liveRevision", equalTo(1))
                .body("revision", equalTo(3));
        when().get("/v1/site").then().body("title", equalTo("The Averil Gazette"));
        desk.send("PUT", "/restoration", Map.of("revision", 2))
                .then()
                .statusCode(200)
                .body("revision", equalTo(4))
                .body("timeZone", equalTo("Europe/Copenhagen"));
        desk.publish("revision", 9).then().statusCode(400).body("errors[0].pointer", equalTo("/revision"));
    }

    @Test
    void ofTwentyEditorsWithOneETagOneWrites() throws Exception {
        String etag = SiteClient.reading().etag();
        List<Integer> statuses = Parallel.run(
                20,
                i -> Keys.asAdmin()
                        .header("If-Match", etag)
                        .contentType("application/merge-patch+json")
                        .body(Map.of("title", "Editor " + i))
                        .patch(SiteClient.SITE)
                        .statusCode());
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 412)).hasSize(19);
        SiteClient.reading().get("/revisions").then().body("items.number", contains(2, 1));
    }

    @Test
    void staleETagGets412WithTheChangesSince() {
        SiteClient late = SiteClient.reading();
        SiteClient.reading().patch("title", "First come").then().statusCode(200);
        late.patch("title", "Late")
                .then()
                .statusCode(412)
                .body("detail", containsString("last changed by bootstrap at "))
                .body("detail", containsString("bootstrap PATCH /v1/desk/site at "));
        Keys.asAdmin()
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch(SiteClient.SITE)
                .then()
                .statusCode(428);
    }

    @Test
    void scheduledRevisionGoesLiveByTheClockWithoutLaterEdits() {
        SiteClient desk = SiteClient.reading();
        long ledger = QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
        desk.patch("title", "Planned").then().statusCode(200);
        desk.send("PUT", "/schedule", Map.of("at", soon()))
                .then()
                .statusCode(201)
                .body("scheduledRevision", equalTo(2))
                .body("liveRevision", equalTo(1));
        desk.patch("title", "Later").then().statusCode(200);
        await().untilAsserted(() -> when().get("/v1/site").then().body("title", equalTo("Planned")));
        assertThat(QuarkusTransaction.requiringNew().call(() -> Ledger.after(ledger, 100)).stream()
                        .map(change -> change.kind() + " " + change.subject()))
                .containsExactly("UPDATED site");
        desk.read()
                .then()
                .body("liveRevision", equalTo(2))
                .body("unpublishedChanges", equalTo(true))
                .body("$", not(hasKey("publishAt")));
        Keys.asAdmin()
                .get("/v1/desk/audit?subject=site&limit=1")
                .then()
                .body("items[0].actor", equalTo("schedule"))
                .body("items[0].path", equalTo("/v1/desk/site/publication"));
    }

    @Test
    void scheduleCanBeMovedAndCancelled() {
        SiteClient desk = SiteClient.reading();
        desk.send("PUT", "/schedule", Map.of("at", "2020-01-01T00:00:00Z"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/at"));
        desk.send("PUT", "/schedule", Map.of("at", "2100-01-01T00:00:00Z"))
                .then()
                .statusCode(201);
        desk.send("PUT", "/schedule", Map.of("at", "2101-01-01T00:00:00Z", "revision", 1))
                .then()
                .statusCode(200)
                .body("publishAt", equalTo("2101-01-01T00:00:00Z"));
        desk.delete("/schedule").then().statusCode(200).body("publishAt", nullValue());
        desk.delete("/schedule").then().statusCode(409);
    }

    @Test
    void eachTargetThatReadersDoNotSeeHasAWarning() {
        SiteClient desk = SiteClient.reading();
        desk.read().then().body("warnings", empty());
        TestTags.keyword("trial-unseen", "proposed");
        ListClient.create("trial-unseen");
        Map<String, Object> deep = Map.of("tag", "trial-unseen", "title", "Unseen");
        List<Map<String, ?>> items = List.of(
                Map.of("article", Newsroom.WITHDRAWN_STORY),
                Map.of("article", Newsroom.DRAFT_STORY),
                Map.of("list", "trial-unseen"),
                Map.of("tag", "world", "items", List.of(deep)));
        desk.patch("menus", List.of(Map.of("key", "main", "items", items)))
                .then()
                .statusCode(200)
                .body("warnings.code", contains("withdrawn", "hidden", "hidden", "hidden"))
                .body(
                        "warnings.pointer",
                        contains(
                                "/menus/0/items/0", "/menus/0/items/1", "/menus/0/items/2", "/menus/0/items/3/items/0"))
                .body("warnings[3].detail", equalTo("Readers do not see this: the tag is hidden."));
    }

    @Test
    void publicationNeedsItsScope() {
        SiteClient writer = SiteClient.as(Keys.with("desk:read", "desk:write"));
        writer.patch("title", "By a writer").then().statusCode(200);
        writer.publish().then().statusCode(403);
        writer.send("PUT", "/schedule", Map.of("at", "2100-01-01T00:00:00Z"))
                .then()
                .statusCode(403);
        when().get(SiteClient.SITE).then().statusCode(401);
        when().get("/v1/site").then().body("title", equalTo("The Averil Gazette"));
    }

    @Test
    void dryRunSavesNothing() {
        SiteClient desk = SiteClient.reading();
        Keys.asAdmin()
                .header("If-Match", desk.etag())
                .contentType("application/merge-patch+json")
                .body(Map.of("title", "Only tried"))
                .patch(SiteClient.SITE + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("title", equalTo("Only tried"));
        desk.get("/revisions").then().body("items.number", contains(1));
    }

    private static String soon() {
        return Instant.now().plus(1_500, ChronoUnit.MILLIS).toString();
    }
}
