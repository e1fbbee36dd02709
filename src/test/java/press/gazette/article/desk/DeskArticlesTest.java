package press.gazette.article.desk;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.article.Article;
import press.gazette.article.draft.Revision;
import press.gazette.change.Ledger;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Newsroom;

/** The life of an article as editors' tools lead it, and what readers see of it. */
@QuarkusTest
class DeskArticlesTest {

    /** Other tests count the newsroom's articles. */
    @AfterEach
    void tidyUp() {
        QuarkusTransaction.requiringNew()
                .run(() -> Article.<Article>list("slug like 'desk-%'").forEach(article -> {
                    Revision.delete("articleId", article.id());
                    article.delete();
                }));
    }

    @Test
    void aDraftIsForTheDeskOnlyUntilItIsPublished() {
        DeskClient desk = DeskClient.write("Desk: the lock is closed", "body", Map.of("markdown", "It *is*."));
        desk.read()
                .then()
                .statusCode(200)
                .body("status", equalTo("draft"))
                .body("slug", equalTo("desk-the-lock-is-closed"));
        when().get("/v1/articles/desk-the-lock-is-closed").then().statusCode(404);
        desk.put("publication", Map.of())
                .then()
                .statusCode(201)
                .body("status", equalTo("published"))
                .body("unpublishedChanges", equalTo(false));
        when().get("/v1/articles/desk-the-lock-is-closed")
                .then()
                .statusCode(200)
                .body("body.html", equalTo("<p>It <em>is</em>.</p>"))
                .body("tags.slug", hasItem("averil"));
        when().get("/v1/articles/" + desk.id()).then().statusCode(200);
        desk.delete("/publication").then().statusCode(200).body("status", equalTo("draft"));
        when().get("/v1/articles/desk-the-lock-is-closed").then().statusCode(404);
    }

    @Test
    void anEditOfAPublishedArticleWaitsForItsPublication() {
        DeskClient desk = published("Desk: edited");
        String updatedAt = article("desk-edited").path("updatedAt");
        desk.patch(Map.of("title", "Desk: edited again", "note", "better title"))
                .then()
                .statusCode(200)
                .body("title", equalTo("Desk: edited again"))
                .body("unpublishedChanges", equalTo(true));
        article("desk-edited").then().body("title", equalTo("Desk: edited"));
        desk.put("publication", Map.of("significant", false)).then().statusCode(200);
        article("desk-edited")
                .then()
                .body("title", equalTo("Desk: edited again"))
                .body("updatedAt", equalTo(updatedAt));
        desk.patch(Map.of("standfirst", "News.")).then().statusCode(200);
        desk.put("publication", Map.of("significant", true)).then().statusCode(200);
        assertThat(article("desk-edited").<String>path("updatedAt")).isGreaterThan(updatedAt);
    }

    @Test
    void aNewSlugKeepsTheOldOne() {
        DeskClient desk = published("Desk: moved");
        desk.patch(Map.of("slug", "desk-moved-away")).then().statusCode(200);
        article("desk-moved").then().statusCode(200);
        desk.put("publication", Map.of()).then().statusCode(200).body("aliases", equalTo(List.of("desk-moved")));
        given().redirects()
                .follow(false)
                .get("/v1/articles/desk-moved")
                .then()
                .statusCode(308)
                .header("Location", "/v1/articles/desk-moved-away");
        Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("title", "Another", "type", "news", "language", "en", "slug", "desk-moved"))
                .post("/v1/desk/articles")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/slug"));
    }

    @Test
    void aSlugOfADraftIsForgotten() {
        DeskClient desk = DeskClient.write("Desk: first thought");
        desk.patch(Map.of("slug", "desk-second-thought")).then().statusCode(200).body("aliases", equalTo(List.of()));
        assertThat(DeskClient.write("Desk: first thought").read().<String>path("slug"))
                .isEqualTo("desk-first-thought");
        assertThat(DeskClient.write("Desk: first thought").read().<String>path("slug"))
                .isEqualTo("desk-first-thought-2");
    }

    @Test
    void aWithdrawnArticleIsGoneAndSaysSoUntilItIsPublishedAgain() {
        DeskClient desk = published("Desk: withdrawn");
        String first = article("desk-withdrawn").path("firstPublishedAt");
        desk.put("withdrawal", Map.of("reason", "legal", "note", "a letter"))
                .then()
                .statusCode(201);
        when().get("/v1/articles/desk-withdrawn")
                .then()
                .statusCode(410)
                .body("reason", equalTo("legal"))
                .body("$", not(hasKey("title_of_article")));
        desk.read().then().body("withdrawal.note", equalTo("a letter"));
        desk.put("withdrawal", Map.of("reason", "legal"))
                .then()
                .statusCode(409)
                .body("detail", containsString("draft, published"));
        desk.put("publication", Map.of()).then().statusCode(201);
        article("desk-withdrawn").then().statusCode(200).body("firstPublishedAt", equalTo(first));
    }

    @Test
    void whatReadersNeverSawIsNotGoneButUnknown() {
        DeskClient desk = DeskClient.write("Desk: never seen");
        desk.put("embargo", Map.of("until", "indefinite")).then().statusCode(201);
        desk.put("publication", Map.of()).then().statusCode(201).body("embargoUntil", equalTo("indefinite"));
        when().get("/v1/articles/desk-never-seen").then().statusCode(404);
        desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        when().get("/v1/articles/desk-never-seen").then().statusCode(404);
    }

    @Test
    void anEmbargoHidesAndLiftingItShows() {
        DeskClient desk = published("Desk: embargoed");
        desk.put("embargo", Map.of("until", "2100-01-01T00:00:00Z")).then().statusCode(201);
        when().get("/v1/articles/desk-embargoed").then().statusCode(404);
        desk.delete("/embargo").then().statusCode(200);
        article("desk-embargoed").then().statusCode(200);
    }

    @Test
    void anEmbargoThatEndsByItselfIsInTheLedger() {
        DeskClient desk = DeskClient.write("Desk: short embargo");
        Instant end = Instant.now().plusMillis(1500).truncatedTo(ChronoUnit.MICROS);
        desk.put("embargo", Map.of("until", end.toString())).then().statusCode(201);
        desk.put("publication", Map.of()).then().statusCode(201);
        when().get("/v1/articles/desk-short-embargo").then().statusCode(404);
        awaitInLedger(desk.id(), "created", end);
        article("desk-short-embargo").then().statusCode(200);
    }

    @Test
    void whatExpiresLeavesAndTheLedgerSaysSo() {
        DeskClient desk = published("Desk: expires");
        Instant end = Instant.now().plusMillis(1500).truncatedTo(ChronoUnit.MICROS);
        desk.put("expiry", Map.of("at", end.toString())).then().statusCode(201);
        article("desk-expires").then().statusCode(200);
        awaitInLedger(desk.id(), "deleted", end);
        when().get("/v1/articles/desk-expires").then().statusCode(404);
    }

    @Test
    void aScheduledArticleIsPublishedByItselfNeverEarly() {
        DeskClient desk = DeskClient.write("Desk: scheduled");
        Instant due = Instant.now().plusMillis(1500).truncatedTo(ChronoUnit.MICROS);
        desk.put("schedule", Map.of("at", due.toString()))
                .then()
                .statusCode(201)
                .body("status", equalTo("scheduled"));
        desk.patch(Map.of("standfirst", "Written later.")).then().statusCode(200);
        when().get("/v1/articles/desk-scheduled").then().statusCode(404);
        awaitInLedger(desk.id(), "created", due);
        article("desk-scheduled")
                .then()
                .body("publishedAt", equalTo(due.toString()))
                .body("standfirst", equalTo("Written later."));
    }

    @Test
    void aScheduleCanBeMovedAndTakenBack() {
        DeskClient desk = DeskClient.write("Desk: rescheduled");
        desk.put("schedule", Map.of("at", "2100-01-01T00:00:00Z")).then().statusCode(201);
        desk.put("schedule", Map.of("at", "2101-01-01T00:00:00Z")).then().statusCode(200);
        desk.delete("/schedule").then().statusCode(200).body("status", equalTo("draft"));
        desk.delete("/schedule").then().statusCode(409);
    }

    @Test
    void aCorrectionIsShownAtOnceAndMovesUpdatedAt() {
        DeskClient desk = published("Desk: corrected");
        String updatedAt = article("desk-corrected").path("updatedAt");
        desk.post("corrections", Map.of("kind", "correction", "text", "The year was wrong."))
                .then()
                .statusCode(201);
        Response after = article("desk-corrected");
        after.then().body("corrections[0].text", equalTo("The year was wrong."));
        assertThat(after.<String>path("updatedAt")).isGreaterThan(updatedAt);
    }

    @Test
    void everySaveIsARevisionThatCanBeReadComparedAndRestored() {
        DeskClient desk = DeskClient.write("Desk: revised", "body", Map.of("markdown", "One.\n\nTwo.\n\nThree."));
        desk.patch(Map.of("title", "Desk: revised twice", "note", "a new title"))
                .then()
                .statusCode(200);
        desk.patch(Map.of("body", Map.of("markdown", "One.\n\nTwo and a half.\n\nThree.")))
                .then()
                .statusCode(200);
        Keys.asAdmin()
                .get(desk.path() + "/revisions")
                .then()
                .statusCode(200)
                .body("items.number", equalTo(List.of(3, 2, 1)))
                .body("items.author", equalTo(List.of("bootstrap", "bootstrap", "bootstrap")))
                .body("items[1].note", equalTo("a new title"));
        Keys.asAdmin()
                .get(desk.path() + "/revisions/3/comparison?with=1")
                .then()
                .body("fields.name", equalTo(List.of("title")))
                .body("fields[0].to", equalTo("Desk: revised twice"))
                .body("body.change", equalTo(List.of("removed", "added")))
                .body("body[1].block.text[0].text", equalTo("Two and a half."));
        desk.put("restoration", Map.of("revision", 1))
                .then()
                .statusCode(200)
                .body("title", equalTo("Desk: revised"))
                .body("revision", equalTo(4));
        Keys.asAdmin().get(desk.path() + "/revisions/4").then().body("content.title", equalTo("Desk: revised"));
        Keys.asAdmin().get(desk.path() + "/revisions/9").then().statusCode(404);
        desk.put("restoration", Map.of("revision", 9))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/revision"));
    }

    @Test
    void anImportedArticleCanBeEditedAndKeepsWhatItWas() {
        DeskClient desk = published("Desk: imported");
        QuarkusTransaction.requiringNew().run(() -> {
            Revision.delete("articleId", UUID.fromString(desk.id()));
            Article.update("latestRevision = 0, liveRevision = 0 where slug = ?1", "desk-imported");
        });
        desk.read().then().body("title", equalTo("Desk: imported")).body("revision", equalTo(0));
        desk.patch(Map.of("title", "Desk: imported, edited"))
                .then()
                .statusCode(200)
                .body("revision", equalTo(2));
        article("desk-imported").then().body("title", equalTo("Desk: imported"));
        Keys.asAdmin().get(desk.path() + "/revisions/1").then().body("author", equalTo("import"));
    }

    @Test
    void aDraftCanBeDiscardedAndWhatReadersSawCannot() {
        DeskClient draft = DeskClient.write("Desk: discarded");
        draft.delete("").then().statusCode(204);
        Keys.asAdmin().get(draft.path()).then().statusCode(404);
        DeskClient seen = published("Desk: kept");
        seen.delete("/publication").then().statusCode(200);
        seen.delete("").then().statusCode(409);
    }

    @Test
    void ofTwoEditorsTheSecondIsToldWhoWasFirst() {
        DeskClient desk = DeskClient.write("Desk: two editors");
        String stale = desk.etag();
        desk.patch(Map.of("kicker", "First")).then().statusCode(200);
        Keys.asAdmin()
                .header("If-Match", stale)
                .contentType("application/merge-patch+json")
                .body(Map.of("kicker", "Second"))
                .patch(desk.path())
                .then()
                .statusCode(412)
                .body("detail", containsString("last changed by bootstrap"));
        Keys.asAdmin()
                .contentType("application/merge-patch+json")
                .body(Map.of("kicker", "Second"))
                .patch(desk.path())
                .then()
                .statusCode(428);
        desk.read().then().body("kicker", equalTo("First"));
    }

    @Test
    void aDryRunChangesNothing() {
        DeskClient desk = DeskClient.write("Desk: dry");
        Keys.asAdmin()
                .header("If-Match", desk.etag())
                .contentType("application/json")
                .body(Map.of())
                .put(desk.path() + "/publication?dryRun=true")
                .then()
                .statusCode(200)
                .body("status", equalTo("published"));
        desk.read().then().body("status", equalTo("draft"));
        when().get("/v1/articles/desk-dry").then().statusCode(404);
    }

    @Test
    void everyAcknowledgedWriteIsInTheAuditLogAndNothingElse() {
        String key = Keys.with("desk:write", "desk:publish", "desk:read");
        DeskClient desk = DeskClient.writeAs(key, "Desk: audited");
        desk.patch(Map.of("kicker", "Seen")).then().statusCode(200);
        desk.patch(Map.of("kicker", 5)).then().statusCode(400);
        desk.put("publication?dryRun=true", Map.of()).then().statusCode(200);
        desk.put("publication", Map.of()).then().statusCode(201);
        Response log = Keys.asAdmin().get("/v1/desk/audit?subject=article:" + desk.id());
        log.then()
                .statusCode(200)
                .body("items.action", equalTo(List.of("PUT", "PATCH", "POST")))
                .body("items[0].path", equalTo(desk.path() + "/publication"))
                .body("items[0].version", equalTo(desk.read().<Integer>path("version")));
        String actor = log.path("items[0].actor");
        assertThat(actor).startsWith("key:");
        assertThat(Keys.asAdmin().get("/v1/desk/audit?limit=1&actor=" + actor).<String>path("next"))
                .isNotNull();
        Keys.asAdmin().get("/v1/desk/audit?from=2100-01-01T00:00:00Z").then().body("items", equalTo(List.of()));
        Keys.asAdmin()
                .get("/v1/desk/audit?from=soon")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("from"));
        Keys.as(key).get("/v1/desk/audit").then().statusCode(403);
    }

    @Test
    void aWriterMayNotPublish() {
        String writer = Keys.with("desk:write", "desk:read");
        DeskClient desk = DeskClient.writeAs(writer, "Desk: by a writer");
        for (String below : List.of("publication", "schedule", "withdrawal", "embargo", "expiry")) {
            desk.put(below, Map.of()).then().statusCode(403);
        }
        desk.patch(Map.of("kicker", "Fine")).then().statusCode(200);
        Keys.as(Keys.with("desk:read")).get(desk.path()).then().statusCode(200);
        Keys.as(Keys.with("desk:publish")).get(desk.path()).then().statusCode(403);
    }

    @Test
    void theDeskListsWhatItHasByState() {
        DeskClient.write("Desk: listed draft");
        published("Desk: listed published");
        assertThat(Keys.asAdmin().get("/v1/desk/articles?limit=2").jsonPath().getList("items.slug"))
                .isEqualTo(List.of("desk-listed-published", "desk-listed-draft"));
        assertThat(Keys.asAdmin()
                        .get("/v1/desk/articles?status=draft&limit=1")
                        .jsonPath()
                        .getList("items.slug"))
                .isEqualTo(List.of("desk-listed-draft"));
        List<String> all = new ArrayList<>();
        String url = "/v1/desk/articles?limit=10";
        while (url != null) {
            Response page = Keys.asAdmin().urlEncodingEnabled(false).get(url);
            all.addAll(page.jsonPath().getList("items.slug"));
            url = page.path("next");
        }
        assertThat(all)
                .doesNotHaveDuplicates()
                .contains(Newsroom.EMBARGOED_STORY, Newsroom.DRAFT_STORY, "desk-listed-draft");
        Keys.asAdmin().get("/v1/desk/articles?status=gone").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title      | \"\"                              | /title",
                "title      | \"two\\nlines\"                   | /title",
                "type       | \"gossip\"                        | /type",
                "language   | \"english language\"              | /language",
                "slug       | \"Not A Slug\"                    | /slug",
                "slug       | \"gas-contract-averil\"           | /slug",
                "slug       | \"averil-gas-contract\"           | /slug",
                "tags       | [\"averil\",\"nobody\"]           | /tags/1",
                "tags       | [\"averil\",\"averil\"]           | /tags/1",
                "tags       | \"averil\"                        | /tags",
                "image      | \"a-picture\"                     | /image",
                "related    | [\"no-such-article\"]             | /related/0",
                "body       | {}                                | /body",
                "body       | {\"html\":\"a\",\"markdown\":\"b\"} | /body",
                "body       | {\"blocks\":[{\"type\":\"gif\"}]} | /body/blocks/0/type",
                "body       | {\"blocks\":[{\"type\":\"heading\",\"level\":9,\"text\":[]}]} | /body/blocks/0",
                "canonicalUrl | \"javascript:alert(1)\"         | /canonicalUrl",
                "seo        | {\"titel\":\"x\"}                 | /seo/titel",
                "titel      | \"x\"                             | /titel",
                "kicker     | 5                                 | /kicker",
                "note       | \"\\u0000\"                       | /note",
            })
    void whatIsWrongInADraftIsToldAtItsPlace(String member, String value, String pointer) {
        String draft =
                "{\"language\":\"en\",\"title\":\"Desk: wrong\",\"type\":\"news\",\"" + member + "\":" + value + "}";
        String once = List.of("title", "type", "language").contains(member)
                ? draft.replaceFirst("\"" + member + "\":\"[^\"]*\",", "")
                : draft;
        Response refused =
                Keys.asAdmin().contentType("application/json").body(once).post("/v1/desk/articles");
        refused.then().statusCode(400);
        assertThat(refused.jsonPath().getList("errors.pointer", String.class).get(0))
                .startsWith(pointer);
        Keys.asAdmin().get("/v1/desk/articles/desk-wrong").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "publication | {\"publishedAt\":\"2100-01-01T00:00:00Z\"} | 400",
                "schedule    | {\"at\":\"2001-01-01T00:00:00Z\"}          | 400",
                "schedule    | {\"at\":\"tomorrow\"}                      | 400",
                "schedule    | {}                                         | 400",
                "embargo     | {\"until\":\"soon\"}                       | 400",
                "withdrawal  | {\"reason\":\"boredom\"}                   | 400",
                "withdrawal  | {\"reason\":\"legal\"}                     | 409",
                "restoration | {\"revision\":0}                           | 400",
                "publication | {\"signifcant\":true}                      | 400",
            })
    void anIllegalMoveIsRefused(String below, String content, int status) {
        DeskClient desk = DeskClient.write("Desk: illegal");
        desk.put(below.strip(), content).then().statusCode(status);
        desk.read()
                .then()
                .body("status", equalTo("draft"))
                .body("version", equalTo(desk.read().path("version")));
    }

    private static DeskClient published(String title) {
        DeskClient desk = DeskClient.write(title);
        desk.put("publication", Map.of()).then().statusCode(201);
        return desk;
    }

    private static Response article(String slug) {
        return when().get("/v1/articles/" + slug);
    }

    private static void awaitInLedger(String id, String kind, Instant notBefore) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                QuarkusTransaction.requiringNew().call(() -> Ledger.after(0, 100_000)))
                        .anySatisfy(change -> {
                            assertThat(change.subject().name()).isEqualTo("article:" + id);
                            assertThat(change.kind().name()).isEqualToIgnoringCase(kind);
                            assertThat(change.at()).isAfterOrEqualTo(notBefore);
                        }));
    }
}
