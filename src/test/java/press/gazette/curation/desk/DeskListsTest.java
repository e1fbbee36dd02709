package press.gazette.curation.desk;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static press.gazette.newsroom.Newsroom.CLOCK_KEEPER;
import static press.gazette.newsroom.Newsroom.NIGHT_TRAMS;
import static press.gazette.newsroom.Newsroom.PUTIN_SPEECHES;
import static press.gazette.newsroom.Newsroom.WORLD_NEWS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;
import press.gazette.newsroom.Newsroom;

/** Lists at the desk: drafts, publication, history and concurrent writes. */
@QuarkusTest
class DeskListsTest {

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
    }

    @Test
    void listIsForTheDeskOnlyUntilItIsPublished() {
        ListClient list = ListClient.create("trial-life");
        list.placed(NIGHT_TRAMS);
        list.asReader().then().statusCode(404);
        when().get("/v1/lists?limit=100").then().body("items.key", not(hasItem("trial-life")));
        list.publish()
                .then()
                .statusCode(201)
                .body("liveRevision", equalTo(2))
                .body("unpublishedChanges", equalTo(false));
        assertThat(list.shown()).containsExactly(NIGHT_TRAMS);
        when().get("/v1/lists?limit=100").then().body("items.key", hasItem("trial-life"));
        list.placed(CLOCK_KEEPER);
        list.patch("title", "Renamed").then().statusCode(200).body("unpublishedChanges", equalTo(true));
        list.asReader().then().body("revision", equalTo(2)).body("title", equalTo("Trial trial-life"));
        list.publish().then().statusCode(200);
        list.asReader().then().body("revision", equalTo(4)).body("title", equalTo("Renamed"));
        list.remove("/publication").then().statusCode(200).body("$", not(hasKey("liveRevision")));
        list.asReader().then().statusCode(404);
        list.remove("").then().statusCode(409);
    }

    @Test
    void listThatWasNeverPublicCanBeRemoved() {
        ListClient list = ListClient.create("trial-unseen");
        list.remove("").then().statusCode(204);
        list.read().then().statusCode(404);
        ListClient.create("trial-unseen");
    }

    @Test
    void slugsAreStoredAsIdsAndShownAsSlugs() {
        ListClient list = ListClient.create(
                "trial-names",
                "fill",
                List.of(
                        Map.of(
                                "query",
                                Map.of(
                                        "tags",
                                        "vladimir-putin,-(film|energy)",
                                        "section",
                                        "world",
                                        "maxAge",
                                        "P3000D")),
                        Map.of("latestOf", "russia"),
                        Map.of("list", WORLD_NEWS)));
        list.read()
                .then()
                .body("fill[0].query.tags", equalTo("putin,-(film|energy)"))
                .body("fill[0].query.section", equalTo("world"))
                .body("fill[1].latestOf", equalTo("russia"))
                .body("fill[2].list", equalTo(WORLD_NEWS));
        list.patch("minItems", 1).then().statusCode(200).body("fill[0].query.tags", equalTo("putin,-(film|energy)"));
        list.publish().then().statusCode(201);
        List<String> expected = given().urlEncodingEnabled(false)
                .get("/v1/articles?tags=putin,-(film%7Cenergy)&section=world")
                .jsonPath()
                .getList("items.slug");
        assertThat(list.shown()).startsWith(expected.toArray(String[]::new)).hasSize(6);
    }

    @Test
    void mergePatchWithoutAChangeSavesNothing() {
        ListClient list = ListClient.create("trial-same");
        String etag = list.etag();
        list.patch("title", "Trial trial-same").then().statusCode(200).body("revision", equalTo(1));
        assertThat(list.etag()).isEqualTo(etag);
    }

    @Test
    void emptyPatchKeepsTheETag() {
        ListClient list = ListClient.create("trial-empty");
        String draft = list.etag();
        list.patch().then().statusCode(200);
        assertThat(list.etag()).isEqualTo(draft);
        list.publish().then().statusCode(201);
        list.put("schedule", "at", "2100-01-01T06:00:00Z").then().statusCode(201);
        String scheduled = list.etag();
        list.patch().then().statusCode(200).body("publishAt", equalTo("2100-01-01T06:00:00Z"));
        list.publish().then().statusCode(200);
        assertThat(list.etag()).isEqualTo(scheduled);
    }

    @Test
    void revisionsAreListedComparedAndRolledBack() {
        ListClient list = ListClient.create("trial-history");
        String first = list.placed(NIGHT_TRAMS);
        list.publish().then().statusCode(201);
        String second = list.placed(CLOCK_KEEPER);
        list.patch("maxItems", 3, "note", "shorter").then().statusCode(200);
        list.order(List.of(second, first)).then().statusCode(200);
        list.publish().then().statusCode(200);
        list.get("revisions")
                .then()
                .body("items.number", equalTo(List.of(5, 4, 3, 2, 1)))
                .body("items[1].note", equalTo("shorter"));
        assertThat(list.get("revisions").<String>path("items[3].publishedAt")).isNotNull();
        list.get("revisions/5/comparison?with=2")
                .then()
                .body("settings.name", equalTo(List.of("maxItems")))
                .body("entries.change", equalTo(List.of("added")));
        String third = list.placed(PUTIN_SPEECHES);
        list.order(List.of(third, second, first)).then().statusCode(200);
        list.get("revisions/7/comparison").then().body("entries.change", equalTo(List.of("moved", "moved", "moved")));
        list.remove("/entries/" + third).then().statusCode(200);
        list.get("revisions/8/comparison").then().body("entries.change", equalTo(List.of("removed")));
        list.get("revisions/2").then().body("placed.size()", equalTo(1)).body("settings.maxItems", equalTo(6));
        list.publish("revision", 2)
                .then()
                .statusCode(200)
                .body("liveRevision", equalTo(2))
                .body("revision", equalTo(8));
        assertThat(list.shown()).containsExactly(NIGHT_TRAMS);
        list.put("restoration", "revision", 2)
                .then()
                .statusCode(200)
                .body("revision", equalTo(9))
                .body("entries.size()", equalTo(1));
        list.publish("revision", 99).then().statusCode(400).body("errors[0].pointer", equalTo("/revision"));
    }

    @Test
    void ofTwentyWritersWithOneETagOneWrites() throws Exception {
        ListClient list = ListClient.create("trial-race");
        list.placed(NIGHT_TRAMS);
        list.placed(CLOCK_KEEPER);
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ListClient writer = list.another();
            int number = i;
            writers.add(() -> number % 2 == 0
                    ? writer.place("latestOf", "putin").statusCode()
                    : writer.patch("title", "Writer " + number).statusCode());
        }
        List<Integer> statuses = new ArrayList<>();
        threads.invokeAll(writers).forEach(each -> {
            try {
                statuses.add(each.get());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        threads.shutdown();
        assertThat(statuses.stream().filter(status -> status == 412)).hasSize(19);
        assertThat(statuses.stream().filter(status -> status == 200 || status == 201))
                .hasSize(1);
        list.read().then().body("revision", equalTo(4)).body("entries[0].article.slug", equalTo(NIGHT_TRAMS));
        list.get("revisions").then().body("items.number", equalTo(List.of(4, 3, 2, 1)));
    }

    @Test
    void staleETagGets412WithTheChangesSince() {
        ListClient list = ListClient.create("trial-late");
        ListClient late = list.another();
        String entry = list.placed(NIGHT_TRAMS);
        list.change(entry, "pin", 2).then().statusCode(200);
        late.patch("title", "Late")
                .then()
                .statusCode(412)
                .body("detail", containsString("last changed by bootstrap at "))
                .body("detail", containsString("bootstrap PATCH /v1/desk/lists/trial-late/entries/" + entry + " at "))
                .body("detail", containsString("bootstrap POST /v1/desk/lists/trial-late/entries at "));
        Keys.asAdmin()
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch(ListClient.LISTS + "/trial-late")
                .then()
                .statusCode(428);
    }

    @Test
    void revisionWithFewerItemsThanTheMinimumIsNotPublished() {
        ListClient list = ListClient.create("trial-minimum", "minItems", 2);
        list.placed(NIGHT_TRAMS);
        list.placed(Newsroom.EMBARGOED_STORY);
        list.get("resolution?revision=draft").then().body("tooShort", equalTo(true));
        list.publish().then().statusCode(409).body("detail", containsString("at least 2"));
        list.placed(CLOCK_KEEPER);
        list.publish().then().statusCode(201);
    }
}
