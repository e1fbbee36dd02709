package press.gazette.desk.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.change.Ledger;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;
import press.gazette.newsroom.TestTags;

@QuarkusTest
class DeskChangesTest {

    private static final String NOW = "/v1/desk/changes?after=now";
    private static final Instant FUTURE = Instant.parse("2300-01-01T00:00:00Z");
    private static final int WRITERS = 4;
    private static final int DRAFTS = 10;

    @Inject
    DeskChangesSweeper sweeper;

    @Inject
    EntityManager entities;

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
        DeskClient.tidyUp();
        TestTags.clear();
    }

    @Test
    void lifeOfADraftIsTold() {
        String end = next(get(NOW));
        long ledger = ledger();
        DeskClient article = DeskClient.write("Desk: only a draft");
        Response created = get(end);
        created.then()
                .body("items.size()", equalTo(1))
                .body("items[0].kind", equalTo("created"))
                .body("items[0].type", equalTo("article"))
                .body("items[0].id", equalTo(article.id()))
                .body("items[0].href", equalTo(article.path()))
                .body("items[0].version", equalTo(version(article)))
                .body("items[0].by", equalTo("bootstrap"))
                .body("more", equalTo(false));
        article.patch(Map.of("title", "Desk: still a draft")).then().statusCode(200);
        article.patch(Map.of("title", "Desk: still a draft")).then().statusCode(200);
        Response updated = get(next(created));
        updated.then()
                .body("items.kind", equalTo(List.of("updated")))
                .body("items[0].version", equalTo(version(article)));
        article.delete("").then().statusCode(204);
        Response deleted = get(next(updated));
        deleted.then().body("items.kind", equalTo(List.of("deleted"))).body("items[0].version", equalTo(null));
        assertThat(get(end).jsonPath().getList("items.seq", Long.class))
                .isEqualTo(LongStream.range(0, 3)
                        .map(step -> created.jsonPath().getLong("items[0].seq") + step)
                        .boxed()
                        .toList());
        assertThat(ledger()).as("the public ledger").isEqualTo(ledger);
    }

    @Test
    void changesOfOtherResourcesAreToldByTheirTypes() {
        String end = next(get(NOW));
        TestTags.keyword("trial-told", "proposed");
        ListClient.create("trial-told");
        get(end).then().body("items.type", equalTo(List.of("tag", "list"))).body("items[1].key", equalTo("trial-told"));
        String lists = next(get(NOW + "&types=list,page"));
        TestTags.patch("trial-told", "{\"name\": \"Trial name\"}").then().statusCode(200);
        get(lists).then().body("items", equalTo(List.of()));
    }

    /** The first public article reveals a proposed tag, which is a change to the tag too. */
    @Test
    void resourcesThatAWriteChangesBesidesItsOwnAreTold() {
        TestTags.keyword("trial-shy", "proposed");
        DeskClient article = DeskClient.write("Desk: reveals", "tags", List.of("trial-shy"));
        String end = next(get(NOW));
        article.put("publication", Map.of()).then().statusCode(201);
        assertThat(get(end).jsonPath().getList("items.type", String.class)).containsExactlyInAnyOrder("article", "tag");
    }

    @Test
    void publicationByScheduleIsTold() {
        DeskClient article = DeskClient.write("Desk: by schedule");
        article.put("schedule", Map.of("at", Instant.now().plusMillis(1_200).toString()))
                .then()
                .statusCode(201);
        String end = next(get(NOW));
        await().untilAsserted(() -> get(end).then().body("items.by", equalTo(List.of("schedule"))));
    }

    @Test
    void dryRunIsNotTold() {
        String end = next(get(NOW));
        Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("title", "Desk: not written", "type", "news", "language", "en"))
                .post("/v1/desk/articles?dryRun=true")
                .then()
                .statusCode(200);
        get(end).then().body("items", equalTo(List.of()));
    }

    /** A reader that follows while many write gets each number once, in order. */
    @Test
    void numbersHaveNoGapsForAReaderWhileManyWrite() throws Exception {
        String end = next(get(NOW));
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Long> read = new ArrayList<>();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                all.add(writers.submit(() -> {
                    for (int draft = 0; draft < DRAFTS; draft++) {
                        DeskClient.write("Desk: many " + writer + " " + draft);
                    }
                }));
            }
            String position = end;
            while (read.size() < WRITERS * DRAFTS) {
                Response page = get(position);
                read.addAll(page.jsonPath().getList("items.seq", Long.class));
                position = next(page);
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(read)
                .isEqualTo(LongStream.range(read.get(0), read.get(0) + WRITERS * DRAFTS)
                        .boxed()
                        .toList());
    }

    @Test
    void positionOfRemovedOrLostChangesIsGone() {
        String first = next(get(NOW));
        DeskClient.write("Desk: kept for a time");
        DeskClient.write("Desk: kept for a time too");
        boolean more = true;
        while (more) {
            more = sweeper.sweep(FUTURE);
        }
        get(first)
                .then()
                .statusCode(410)
                .body("code", equalTo("changes-gone"))
                .body("detail", containsString("/v1/desk/changes"));
        get("/v1/desk/changes").then().statusCode(200).body("items", equalTo(List.of()));
        DeskClient.write("Desk: lost");
        String lost = next(get(NOW));
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("delete from desk_change").executeUpdate();
            entities.createNativeQuery("update desk_head set seq = seq - 1").executeUpdate();
        });
        DeskClient.write("Desk: with the number of a lost one");
        get(lost).then().statusCode(410);
    }

    @Test
    void badParametersAreRejected() {
        get("/v1/desk/changes?after=abc").then().statusCode(400).body("errors[0].parameter", equalTo("after"));
        String lists = next(get(NOW + "&types=list"));
        get(lists.replace("types=list", "types=tag")).then().statusCode(400).body("code", equalTo("invalid-cursor"));
        get("/v1/desk/changes?types=articles").then().statusCode(400).body("detail", containsString("article, tag"));
        get("/v1/desk/changes?types=webhook").then().statusCode(400);
        get("/v1/desk/changes?types=tag,tag").then().statusCode(400).body("detail", containsString("twice"));
        get("/v1/desk/changes?limit=0").then().statusCode(400);
        get("/v1/desk/changes?kinds=created").then().statusCode(400).body("code", equalTo("unknown-parameter"));
        Keys.as(Keys.with("desk:publish")).get("/v1/desk/changes").then().statusCode(403);
    }

    private static long ledger() {
        return QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
    }

    private static int version(DeskClient article) {
        return Integer.parseInt(article.etag().replace("\"", ""));
    }

    private static Response get(String url) {
        return Keys.asAdmin().urlEncodingEnabled(false).get(url);
    }

    private static String next(Response page) {
        page.then().statusCode(200);
        return page.path("next");
    }
}
