package press.gazette.curation.desk;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static press.gazette.newsroom.Newsroom.CLOCK_KEEPER;
import static press.gazette.newsroom.Newsroom.NIGHT_TRAMS;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.ListClient;

/** Lists that take items from other lists. */
@QuarkusTest
class FilledListsTest {

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
    }

    @Test
    void listTakesTheItemsOfAnotherList() {
        ListClient desk = ListClient.create("trial-desk");
        desk.placed(NIGHT_TRAMS);
        desk.placed(CLOCK_KEEPER);
        ListClient front = ListClient.create("trial-front", "fill", List.of(Map.of("list", "trial-desk")));
        front.placed(CLOCK_KEEPER);
        front.publish().then().statusCode(201);
        assertThat(front.shown()).containsExactly(CLOCK_KEEPER);
        desk.publish().then().statusCode(201);
        assertThat(front.shown()).containsExactly(CLOCK_KEEPER, NIGHT_TRAMS);
        assertThat(front.dropped("")).containsExactly(CLOCK_KEEPER + ": duplicate");
        desk.remove("/publication").then().statusCode(200);
        assertThat(front.shown()).containsExactly(CLOCK_KEEPER);
        Response removed = ListClient.create("trial-source").remove("");
        removed.then().statusCode(204);
    }

    @Test
    void listDoesNotFillItselfEvenThroughOthers() {
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
        // An earlier revision brings its sources back.
        three.patch("fill", List.of()).then().statusCode(200);
        one.patch("fill", List.of(Map.of("list", "trial-three"))).then().statusCode(200);
        three.publish("revision", 1).then().statusCode(400).body("errors[0].pointer", equalTo("/revision"));
        three.put("restoration", "revision", 1).then().statusCode(400).body("errors[0].pointer", equalTo("/revision"));
    }

    @Test
    void listThatFillsAnotherListCannotBeRemoved() {
        ListClient list = ListClient.create("trial-used");
        ListClient other = ListClient.create("trial-user", "fill", List.of(Map.of("list", "trial-used")));
        list.remove("").then().statusCode(409);
        other.patch("fill", List.of()).then().statusCode(200);
        list.remove("").then().statusCode(204);
    }

    @Test
    void listsFillListsAtMostThreeStepsDeep() {
        ListClient bottom = ListClient.create("trial-a");
        bottom.placed(NIGHT_TRAMS);
        bottom.publish().then().statusCode(201);
        String below = "trial-a";
        for (String key : List.of("trial-b", "trial-c", "trial-d")) {
            ListClient.create(key, "fill", List.of(Map.of("list", below)))
                    .publish()
                    .then()
                    .statusCode(201);
            below = key;
        }
        when().get("/v1/lists/trial-d").then().body("items.article.slug", equalTo(List.of(NIGHT_TRAMS)));
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
}
