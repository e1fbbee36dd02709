package press.gazette.curation.desk;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static press.gazette.newsroom.Newsroom.CLOCK_KEEPER;
import static press.gazette.newsroom.Newsroom.KINO_SAVED;
import static press.gazette.newsroom.Newsroom.NIGHT_TRAMS;
import static press.gazette.newsroom.Newsroom.PUTIN_SPEECHES;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

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

/** The items of lists: entries, fill, groups, links and pictures. */
@QuarkusTest
class ListItemsTest {

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
        DeskClient.tidyUp();
    }

    @Test
    void workedExampleShowsPinsOverridesAndFill() {
        ListClient list = ListClient.create(
                "trial-picks",
                "maxItems",
                5,
                "exclusions",
                List.of(PUTIN_SPEECHES),
                "fill",
                List.of(Map.of("query", Map.of("tags", "putin"))));
        list.placed(NIGHT_TRAMS);
        list.placed(
                CLOCK_KEEPER, "pin", 2, "overrides", Map.of("title", "The man who keeps time", "kicker", "Profile"));
        list.placed(KINO_SAVED, "endsAt", "2100-01-01T00:00:00Z");
        list.publish().then().statusCode(201);
        JsonPath shown = list.asReader().jsonPath();
        assertThat(list.shown())
                .startsWith(NIGHT_TRAMS, CLOCK_KEEPER, KINO_SAVED)
                .hasSize(5)
                .doesNotHaveDuplicates()
                .doesNotContain(PUTIN_SPEECHES);
        assertThat(shown.getList("items.origin")).containsExactly("curated", "pinned", "curated", "fill", "fill");
        assertThat(shown.getString("items[1].article.title")).isEqualTo("The man who keeps time");
        assertThat(shown.getList("items[1].overridden")).containsExactly("title", "kicker");
        assertThat(list.dropped(""))
                .contains(PUTIN_SPEECHES + ": excluded")
                .anyMatch(why -> why.endsWith(": over-maximum"));
        assertThat(list.dropped("&at=2100-01-01T00:00:00Z")).contains(Newsroom.KINO_SAVED + ": ended");
        list.get("resolution?at=2100-01-01T00:00:00Z").then().body("items[2].origin", equalTo("fill"));
    }

    @Test
    void linksAndTheLatestOfATagAreItemsLikeArticles() {
        ListClient list = ListClient.create("trial-targets");
        list.place("link", Map.of("url", "https://tides.example/today", "title", "Tide tables"))
                .then()
                .statusCode(201);
        list.place("latestOf", "putin").then().statusCode(201);
        list.place("latestOf", "putin").then().statusCode(201);
        list.placed(
                NIGHT_TRAMS,
                "supporting",
                List.of(
                        Map.of("article", CLOCK_KEEPER),
                        Map.of("url", "https://trams.example", "title", "Timetable"),
                        Map.of("article", Newsroom.DRAFT_STORY)));
        list.publish().then().statusCode(201);
        List<String> putin =
                when().get("/v1/tags/putin/articles?limit=2").jsonPath().getList("items.slug");
        assertThat(list.shown()).containsExactly("Tide tables", putin.get(0), putin.get(1), NIGHT_TRAMS);
        list.asReader()
                .then()
                .body("items[0].link.url", equalTo("https://tides.example/today"))
                .body("items[0].article", nullValue())
                .body("items[3].supporting.size()", equalTo(2))
                .body("items[3].supporting[0].slug", equalTo(CLOCK_KEEPER))
                .body("items[3].supporting[1].title", equalTo("Timetable"));
    }

    @Test
    void groupsAreShownInTheirOrderAndWithinTheirLimits() {
        ListClient list = ListClient.create(
                "trial-groups",
                "groups",
                List.of(Map.of("key", "lead", "limit", 1), Map.of("key", "rest")),
                "fill",
                List.of(Map.of("query", Map.of("tags", "putin"))));
        list.placed(NIGHT_TRAMS, "group", "rest");
        list.placed(CLOCK_KEEPER);
        list.placed(KINO_SAVED, "group", "lead");
        list.publish().then().statusCode(201);
        assertThat(list.shown())
                .startsWith(CLOCK_KEEPER, NIGHT_TRAMS)
                .doesNotContain(KINO_SAVED)
                .hasSize(6);
        assertThat(list.asReader().jsonPath().getList("items.group"))
                .containsExactly("lead", "rest", "rest", "rest", "rest", "rest");
        assertThat(list.dropped("")).contains(Newsroom.KINO_SAVED + ": over-group");
        list.patch("groups", List.of(Map.of("key", "rest")))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/groups"));
    }

    @Test
    void entriesAreReorderedTogether() {
        ListClient list = ListClient.create("trial-order");
        List<String> entries = new ArrayList<>(
                List.of(list.placed(NIGHT_TRAMS), list.placed(CLOCK_KEEPER), list.placed(PUTIN_SPEECHES)));
        Collections.reverse(entries);
        list.order(entries).then().statusCode(200).body("entries.id", equalTo(entries));
        String before = list.send(
                        "POST", "/entries?before=" + entries.get(0), Map.of("target", Map.of("article", KINO_SAVED)))
                .then()
                .statusCode(201)
                .extract()
                .path("entries[0].article.slug");
        assertThat(before).isEqualTo(KINO_SAVED);
        list.order(entries).then().statusCode(400).body("errors[0].pointer", equalTo("/entries"));
        list.order(List.of(entries.get(0), entries.get(0)))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/entries/1"));
        list.remove("/entries/" + entries.get(1)).then().statusCode(200).body("entries.size()", equalTo(3));
        list.remove("/entries/" + entries.get(1)).then().statusCode(404);
        list.get("entries/" + entries.get(0)).then().statusCode(200).body("article.slug", equalTo(PUTIN_SPEECHES));
        list.change(entries.get(0), "target", Map.of("latestOf", "putin"), "pin", 3)
                .then()
                .statusCode(200)
                .body("entries.find { it.id == '" + entries.get(0) + "' }.target.latestOf", equalTo("putin"));
    }

    @Test
    void discardedArticleIsFlaggedAsGone() {
        DeskClient discarded = DeskClient.write("Desk: never to be");
        ListClient list = ListClient.create("trial-gone");
        list.placed(discarded.id());
        list.read().then().body("entries[0].flag", equalTo("hidden"));
        discarded.delete("").then().statusCode(204);
        list.read().then().body("entries[0].flag", equalTo("gone"));
        list.publish().then().statusCode(201);
        assertThat(list.shown()).isEmpty();
    }

    /** A picture of an editor's choice is shown while its rights last. */
    @Test
    void overridingPictureEndsWithItsRights() {
        Response picture = Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("url", "https://pictures.example/trams.jpg", "alt", "A tram", "width", 16, "height", 9))
                .post("/v1/desk/media");
        ListClient list = ListClient.create("trial-picture");
        list.placed(NIGHT_TRAMS, "overrides", Map.of("image", picture.path("id")));
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
