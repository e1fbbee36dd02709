package press.gazette.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.media.Media;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;
import press.gazette.newsroom.Listings;
import press.gazette.newsroom.Newsroom;
import press.gazette.site.SiteClient;

/** The plans of one month that no other test plans for. */
@QuarkusTest
class AgendaTest {

    private static final String MONTH = "/v1/desk/agenda?from=2041-03-01T00:00:00Z&to=2041-04-01T00:00:00Z";

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
        DeskClient.tidyUp();
        SiteClient.tidyUp();
        QuarkusTransaction.requiringNew().run(() -> Media.delete("alt", "A planned end"));
    }

    @Test
    void plansOfAllResourcesStandInTheOrderOfTime() {
        DeskClient scheduled = DeskClient.write("Desk: planned");
        scheduled.put("expiry", Map.of("at", at(20))).then().statusCode(201);
        scheduled.put("schedule", Map.of("at", at(2))).then().statusCode(201);
        DeskClient embargoed = DeskClient.write("Desk: embargoed");
        embargoed.put("embargo", Map.of("until", at(3))).then().statusCode(201);
        embargoed.put("expiry", Map.of("at", at(25))).then().statusCode(201);
        embargoed.put("publication", Map.of()).then().statusCode(201);
        DeskClient draft = DeskClient.write("Desk: no plan");
        draft.put("embargo", Map.of("until", at(4))).then().statusCode(201);
        ListClient list = ListClient.create("trial-planned");
        String entry = list.placed(Newsroom.GAS_CONTRACT, "startsAt", at(5), "endsAt", at(6));
        list.publish().then().statusCode(201);
        list.patch("title", "Trial planned").then().statusCode(200);
        list.put("schedule", "at", at(7)).then().statusCode(201);
        SiteClient site = SiteClient.reading();
        site.put("Planned").then().statusCode(200);
        site.send("PUT", "/schedule", Map.of("at", at(8))).then().statusCode(201);
        picture(at(9));
        Response month = get(MONTH + "&limit=100");
        month.then().statusCode(200);
        assertThat(month.jsonPath()
                        .getList("items.collect { it.at[8..9] + ' ' + it.type + ' ' + it.event }", String.class))
                .containsExactly(
                        "02 article publication",
                        "03 article embargo-end",
                        "05 list entry-start",
                        "06 list entry-end",
                        "07 list publication",
                        "08 site publication",
                        "09 media rights-end",
                        "20 article expiry",
                        "25 article expiry");
        month.then()
                .body("items[0].id", equalTo(scheduled.id()))
                .body("items[0].title", equalTo("Desk: planned"))
                .body("items[0].href", equalTo(scheduled.path()))
                .body("items[2].key", equalTo("trial-planned"))
                .body("items[2].entry", equalTo(entry))
                .body("items[4].revision", equalTo(3))
                .body("items[4].href", equalTo("/v1/desk/lists/trial-planned"))
                .body("items[5].href", equalTo("/v1/desk/site"))
                .body("items[6].title", equalTo("A planned end"));
        for (String limit : List.of("1", "2", "4")) {
            assertThat(Listings.walk(MONTH + "&limit=" + limit, Keys::asAdmin))
                    .as("pages of %s", limit)
                    .isEqualTo(month.jsonPath().getList("items"));
        }
        get(MONTH.replace("04-01", "03-03")).then().body("items.event", equalTo(List.of("publication")));
    }

    @Test
    void eventsAtTheSameTimeAreAllPaged() {
        for (int i = 0; i < 5; i++) {
            DeskClient.write("Desk: at once " + i)
                    .put("schedule", Map.of("at", at(10)))
                    .then()
                    .statusCode(201);
        }
        ListClient list = ListClient.create("trial-at-once");
        list.placed(Newsroom.GAS_CONTRACT, "endsAt", at(10));
        list.publish().then().statusCode(201);
        assertThat(Listings.walk(MONTH + "&limit=2", Keys::asAdmin)).hasSize(6).doesNotHaveDuplicates();
    }

    /** As everywhere at the desk: the draft beside it is not what goes out. */
    @Test
    void titleIsThatOfTheLiveContent() {
        DeskClient embargoed = DeskClient.write("Desk: embargoed headline");
        embargoed.put("embargo", Map.of("until", at(3))).then().statusCode(201);
        embargoed.put("publication", Map.of()).then().statusCode(201);
        embargoed.patch(Map.of("title", "Desk: later headline")).then().statusCode(200);
        DeskClient scheduled = DeskClient.write("Desk: first headline");
        scheduled.put("schedule", Map.of("at", at(4))).then().statusCode(201);
        scheduled.patch(Map.of("title", "Desk: second headline")).then().statusCode(200);
        ListClient list = ListClient.create("trial-titled");
        list.placed(Newsroom.GAS_CONTRACT, "endsAt", at(5));
        list.publish().then().statusCode(201);
        String title = list.read().path("title");
        list.patch("title", "Trial retitled").then().statusCode(200);
        get(MONTH)
                .then()
                .body("items.title", equalTo(List.of("Desk: embargoed headline", "Desk: second headline", title)));
    }

    /** A window of the draft is no plan: it is one once it is published. */
    @Test
    void windowsOfDraftsAreNotInTheAgenda() {
        ListClient list = ListClient.create("trial-drafted");
        list.placed(Newsroom.GAS_CONTRACT, "startsAt", at(5));
        get(MONTH).then().body("items", equalTo(List.of()));
        list.publish().then().statusCode(201);
        list.placed(Newsroom.KINO_SAVED, "startsAt", at(4), "endsAt", at(6));
        get(MONTH).then().body("items.event", equalTo(List.of("entry-start")));
    }

    @Test
    void endedPlanIsNotInTheAgenda() {
        DeskClient article = DeskClient.write("Desk: cancelled");
        article.put("schedule", Map.of("at", at(2))).then().statusCode(201);
        article.delete("/schedule").then().statusCode(200);
        get(MONTH).then().body("items", equalTo(List.of()));
    }

    @Test
    void badParametersAreRejected() {
        get("/v1/desk/agenda").then().statusCode(200);
        get("/v1/desk/agenda?from=tomorrow").then().statusCode(400).body("errors[0].parameter", equalTo("from"));
        get("/v1/desk/agenda?from=2041-03-02T00:00:00Z&to=2041-03-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("to"));
        get("/v1/desk/agenda?from=2041-03-02T00:00:00Z&to=2051-03-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("detail", containsString("366 days"));
        get(MONTH + "&cursor=abc").then().statusCode(400).body("code", equalTo("invalid-cursor"));
        get(MONTH + "&limit=101").then().statusCode(400);
        get(MONTH + "&types=article").then().statusCode(400).body("code", equalTo("unknown-parameter"));
        Keys.as(Keys.with("desk:publish")).get(MONTH).then().statusCode(403);
    }

    private static String at(int day) {
        return String.format("2041-03-%02dT10:00:00Z", day);
    }

    private static void picture(String rightsExpireAt) {
        Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of(
                        "url",
                        "https://pictures.example/planned.jpg",
                        "alt",
                        "A planned end",
                        "width",
                        10,
                        "height",
                        10,
                        "rightsExpireAt",
                        rightsExpireAt))
                .post("/v1/desk/media")
                .then()
                .statusCode(201);
    }

    private static Response get(String url) {
        return Keys.asAdmin().urlEncodingEnabled(false).get(url);
    }
}
