package press.gazette.curation.desk;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.change.Ledger;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;
import press.gazette.newsroom.Newsroom;

/** Lists as editors keep them, and what readers see of that. */
@QuarkusTest
class DeskListsTest {

    private static final String TRAMS = "night-trams-return";
    private static final String CLOCKS = "keeper-of-the-clocks";
    private static final String SPEECHES = "reading-putin-speeches";

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
        DeskClient.tidyUp();
    }

    @Test
    void aListIsForTheDeskOnlyUntilItIsPublished() {
        ListClient list = ListClient.create("trial-life");
        list.placed(TRAMS);
        list.asReader().then().statusCode(404);
        when().get("/v1/lists?limit=100").then().body("items.key", not(hasItem("trial-life")));
        list.publish()
                .then()
                .statusCode(201)
                .body("liveRevision", equalTo(2))
                .body("unpublishedChanges", equalTo(false));
        assertThat(list.shown()).containsExactly(TRAMS);
        when().get("/v1/lists?limit=100").then().body("items.key", hasItem("trial-life"));
        list.placed(CLOCKS);
        list.patch("title", "Renamed").then().statusCode(200).body("unpublishedChanges", equalTo(true));
        list.asReader().then().body("revision", equalTo(2)).body("title", equalTo("Trial trial-life"));
        list.publish().then().statusCode(200);
        list.asReader().then().body("revision", equalTo(4)).body("title", equalTo("Renamed"));
        list.remove("/publication").then().statusCode(200).body("$", not(hasKey("liveRevision")));
        list.asReader().then().statusCode(404);
        list.remove("").then().statusCode(409);
    }

    @Test
    void aDraftThatNobodySawCanBeRemoved() {
        ListClient list = ListClient.create("trial-unseen");
        list.remove("").then().statusCode(204);
        list.read().then().statusCode(404);
        ListClient.create("trial-unseen");
    }

    @Test
    void theWorkedExample() {
        ListClient list = ListClient.create(
                "trial-picks",
                "maxItems",
                5,
                "exclusions",
                List.of(SPEECHES),
                "fill",
                List.of(Map.of("query", Map.of("tags", "putin"))));
        list.placed(TRAMS);
        list.placed(CLOCKS, "pin", 2, "overrides", Map.of("title", "The man who keeps time", "kicker", "Profile"));
        list.placed("kino-meridian-saved", "endsAt", "2100-01-01T00:00:00Z");
        list.publish().then().statusCode(201);
        JsonPath shown = list.asReader().jsonPath();
        assertThat(list.shown())
                .startsWith(TRAMS, CLOCKS, "kino-meridian-saved")
                .hasSize(5)
                .doesNotHaveDuplicates()
                .doesNotContain(SPEECHES);
        assertThat(shown.getList("items.origin")).containsExactly("curated", "pinned", "curated", "fill", "fill");
        assertThat(shown.getString("items[1].article.title")).isEqualTo("The man who keeps time");
        assertThat(shown.getList("items[1].overridden")).containsExactly("title", "kicker");
        assertThat(list.dropped("")).contains(SPEECHES + ": excluded").anyMatch(why -> why.endsWith(": over-maximum"));
        assertThat(list.dropped("&at=2100-01-01T00:00:00Z")).contains("kino-meridian-saved: ended");
        list.get("resolution?at=2100-01-01T00:00:00Z").then().body("items[2].origin", equalTo("fill"));
    }

    @Test
    void whatIsNamedBySlugIsKeptByIdAndShownBySlug() {
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
                        Map.of("list", "world-news")));
        list.read()
                .then()
                .body("fill[0].query.tags", equalTo("putin,-(film|energy)"))
                .body("fill[0].query.section", equalTo("world"))
                .body("fill[1].latestOf", equalTo("russia"))
                .body("fill[2].list", equalTo("world-news"));
        list.patch("minItems", 1).then().statusCode(200).body("fill[0].query.tags", equalTo("putin,-(film|energy)"));
        list.publish().then().statusCode(201);
        List<String> expected = given().urlEncodingEnabled(false)
                .get("/v1/articles?tags=putin,-(film%7Cenergy)&section=world")
                .jsonPath()
                .getList("items.slug");
        assertThat(list.shown()).startsWith(expected.toArray(String[]::new)).hasSize(6);
    }

    @Test
    void aMergePatchThatChangesNothingSavesNothing() {
        ListClient list = ListClient.create("trial-same");
        String etag = list.etag();
        list.patch("title", "Trial trial-same").then().statusCode(200).body("revision", equalTo(1));
        assertThat(list.etag()).isEqualTo(etag);
    }

    @Test
    void linksAndTheLatestOfATagStandLikeArticles() {
        ListClient list = ListClient.create("trial-targets");
        list.place("link", Map.of("url", "https://tides.example/today", "title", "Tide tables"))
                .then()
                .statusCode(201);
        list.place("latestOf", "putin").then().statusCode(201);
        list.place("latestOf", "putin").then().statusCode(201);
        list.placed(
                TRAMS,
                "supporting",
                List.of(
                        Map.of("article", CLOCKS),
                        Map.of("url", "https://trams.example", "title", "Timetable"),
                        Map.of("article", Newsroom.DRAFT_STORY)));
        list.publish().then().statusCode(201);
        List<String> putin =
                when().get("/v1/tags/putin/articles?limit=2").jsonPath().getList("items.slug");
        assertThat(list.shown()).containsExactly("Tide tables", putin.get(0), putin.get(1), TRAMS);
        list.asReader()
                .then()
                .body("items[0].link.url", equalTo("https://tides.example/today"))
                .body("items[0].article", nullValue())
                .body("items[3].supporting.size()", equalTo(2))
                .body("items[3].supporting[0].slug", equalTo(CLOCKS))
                .body("items[3].supporting[1].title", equalTo("Timetable"));
    }

    @Test
    void groupsStandInTheirOrderAndHoldNoMoreThanTheyMay() {
        ListClient list = ListClient.create(
                "trial-groups",
                "groups",
                List.of(Map.of("key", "lead", "limit", 1), Map.of("key", "rest")),
                "fill",
                List.of(Map.of("query", Map.of("tags", "putin"))));
        list.placed(TRAMS, "group", "rest");
        list.placed(CLOCKS);
        list.placed("kino-meridian-saved", "group", "lead");
        list.publish().then().statusCode(201);
        assertThat(list.shown())
                .startsWith(CLOCKS, TRAMS)
                .doesNotContain("kino-meridian-saved")
                .hasSize(6);
        assertThat(list.asReader().jsonPath().getList("items.group"))
                .containsExactly("lead", "rest", "rest", "rest", "rest", "rest");
        assertThat(list.dropped("")).contains("kino-meridian-saved: over-group");
        list.patch("groups", List.of(Map.of("key", "rest")))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/groups"));
    }

    @Test
    void entriesAreReorderedAsAWhole() {
        ListClient list = ListClient.create("trial-order");
        List<String> entries = new ArrayList<>(List.of(list.placed(TRAMS), list.placed(CLOCKS), list.placed(SPEECHES)));
        Collections.reverse(entries);
        list.order(entries).then().statusCode(200).body("entries.id", equalTo(entries));
        String before = list.send(
                        "POST",
                        "/entries?before=" + entries.get(0),
                        Map.of("target", Map.of("article", "kino-meridian-saved")))
                .then()
                .statusCode(201)
                .extract()
                .path("entries[0].article.slug");
        assertThat(before).isEqualTo("kino-meridian-saved");
        list.order(entries).then().statusCode(400).body("errors[0].pointer", equalTo("/entries"));
        list.order(List.of(entries.get(0), entries.get(0)))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/entries/1"));
        list.remove("/entries/" + entries.get(1)).then().statusCode(200).body("entries.size()", equalTo(3));
        list.remove("/entries/" + entries.get(1)).then().statusCode(404);
        list.get("entries/" + entries.get(0)).then().statusCode(200).body("article.slug", equalTo(SPEECHES));
        list.change(entries.get(0), "target", Map.of("latestOf", "putin"), "pin", 3)
                .then()
                .statusCode(200)
                .body("entries.find { it.id == '" + entries.get(0) + "' }.target.latestOf", equalTo("putin"));
    }

    @Test
    void historyIsKeptComparedAndRolledBack() {
        ListClient list = ListClient.create("trial-history");
        String first = list.placed(TRAMS);
        list.publish().then().statusCode(201);
        String second = list.placed(CLOCKS);
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
        String third = list.placed(SPEECHES);
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
        assertThat(list.shown()).containsExactly(TRAMS);
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
        list.placed(TRAMS);
        list.placed(CLOCKS);
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
        list.read().then().body("revision", equalTo(4)).body("entries[0].article.slug", equalTo(TRAMS));
        list.get("revisions").then().body("items.number", equalTo(List.of(4, 3, 2, 1)));
    }

    @Test
    void whoComesTooLateIsToldWhoDidWhatSince() {
        ListClient list = ListClient.create("trial-late");
        ListClient late = list.another();
        String entry = list.placed(TRAMS);
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
    void aListFillsFromAnotherOne() {
        ListClient desk = ListClient.create("trial-desk");
        desk.placed(TRAMS);
        desk.placed(CLOCKS);
        ListClient front = ListClient.create("trial-front", "fill", List.of(Map.of("list", "trial-desk")));
        front.placed(CLOCKS);
        front.publish().then().statusCode(201);
        assertThat(front.shown()).containsExactly(CLOCKS);
        desk.publish().then().statusCode(201);
        assertThat(front.shown()).containsExactly(CLOCKS, TRAMS);
        assertThat(front.dropped("")).containsExactly(CLOCKS + ": duplicate");
        desk.remove("/publication").then().statusCode(200);
        assertThat(front.shown()).containsExactly(CLOCKS);
        Response removed = ListClient.create("trial-source").remove("");
        removed.then().statusCode(204);
    }

    @Test
    void noListFillsFromItselfNotEvenThroughOthers() {
        ListClient one = ListClient.create("trial-one");
        one.patch("fill", List.of(Map.of("list", "trial-one")))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/fill/0/list"));
        ListClient.create("trial-two", "fill", List.of(Map.of("list", "trial-one")));
        ListClient three = ListClient.create("trial-three", "fill", List.of(Map.of("list", "trial-two")));
        one.patch("fill", List.of(Map.of("query", Map.of()), Map.of("list", "trial-three")))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/fill/1/list"))
                .body("errors[0].detail", containsString("circle"));
        one.read().then().body("$", not(hasKey("fill")));
        // What an earlier revision was filled from comes back with it.
        three.patch("fill", List.of()).then().statusCode(200);
        one.patch("fill", List.of(Map.of("list", "trial-three"))).then().statusCode(200);
        three.publish("revision", 1).then().statusCode(400).body("errors[0].pointer", equalTo("/revision"));
        three.put("restoration", "revision", 1).then().statusCode(400).body("errors[0].pointer", equalTo("/revision"));
    }

    @Test
    void aListThatStandsOnAPageOrFillsAnotherOneCannotBeRemoved() {
        ListClient list = ListClient.create("trial-used");
        ListClient other = ListClient.create("trial-user", "fill", List.of(Map.of("list", "trial-used")));
        list.remove("").then().statusCode(409);
        other.patch("fill", List.of()).then().statusCode(200);
        list.remove("").then().statusCode(204);
    }

    @Test
    void fewerThanTheMinimumAreNotPublished() {
        ListClient list = ListClient.create("trial-minimum", "minItems", 2);
        list.placed(TRAMS);
        list.placed(Newsroom.EMBARGOED_STORY);
        list.get("resolution?revision=draft").then().body("tooShort", equalTo(true));
        list.publish().then().statusCode(409).body("detail", containsString("at least 2"));
        list.placed(CLOCKS);
        list.publish().then().statusCode(201);
    }

    @Test
    void listsAreFilledFromListsSoDeepAndNoDeeper() {
        ListClient bottom = ListClient.create("trial-a");
        bottom.placed(TRAMS);
        bottom.publish().then().statusCode(201);
        String below = "trial-a";
        for (String key : List.of("trial-b", "trial-c", "trial-d")) {
            ListClient.create(key, "fill", List.of(Map.of("list", below)))
                    .publish()
                    .then()
                    .statusCode(201);
            below = key;
        }
        when().get("/v1/lists/trial-d").then().body("items.article.slug", equalTo(List.of(TRAMS)));
        ListClient.tryCreate("trial-e", "fill", List.of(Map.of("list", "trial-d")))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/fill/0/list"));
        ListClient.create("trial-f");
        bottom.patch("fill", List.of(Map.of("list", "trial-f")))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/fill/0/list"));
    }

    @Test
    void anArticleThatIsNoMoreIsFlagged() {
        DeskClient discarded = DeskClient.write("Desk: never to be");
        ListClient list = ListClient.create("trial-gone");
        list.placed(discarded.id());
        list.read().then().body("entries[0].flag", equalTo("hidden"));
        discarded.delete("").then().statusCode(204);
        list.read().then().body("entries[0].flag", equalTo("gone"));
        list.publish().then().statusCode(201);
        assertThat(list.shown()).isEmpty();
    }

    /** Readers are shown a picture while its rights last, whoever chose it. */
    @Test
    void aPictureOfTheListsOwnEndsWithItsRights() {
        Response picture = Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("url", "https://pictures.example/trams.jpg", "alt", "A tram", "width", 16, "height", 9))
                .post("/v1/desk/media");
        ListClient list = ListClient.create("trial-picture");
        list.placed(TRAMS, "overrides", Map.of("image", picture.path("id")));
        list.publish().then().statusCode(201);
        list.asReader()
                .then()
                .body("items[0].overridden", equalTo(List.of("image")))
                .body("items[0].article.image.alt", equalTo("A tram"));
        long before = QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
        Keys.asAdmin()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("rightsExpireAt", "2020-01-01T00:00:00Z"))
                .patch("/v1/desk/media/" + picture.path("id"))
                .then()
                .statusCode(200);
        list.asReader()
                .then()
                .body("items[0]", not(hasKey("overridden")))
                .body("items[0].article.image.alt", not(equalTo("A tram")));
        assertThat(QuarkusTransaction.requiringNew().call(() -> Ledger.after(before, 10)).stream()
                        .map(change -> change.subject().name()))
                .containsExactly("media:" + picture.path("id"));
        Keys.asAdmin()
                .header("If-Match", "*")
                .delete("/v1/desk/media/" + picture.path("id"))
                .then()
                .statusCode(204);
        list.asReader().then().statusCode(200).body("items[0]", not(hasKey("overridden")));
    }
}
