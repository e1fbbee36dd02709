package press.gazette.curation.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static press.gazette.newsroom.Newsroom.GAS_CONTRACT;
import static press.gazette.newsroom.Newsroom.RING_RACE;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.ListClient;

/** Replacement of all entries of a list. */
@QuarkusTest
class EntriesTest {

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
    }

    @Test
    void replacedEntriesWithTheSameTargetKeepTheirIds() {
        ListClient list = ListClient.create("trial-whole");
        String stays = list.placed(GAS_CONTRACT);
        list.place("latestOf", "putin").then().statusCode(201);
        Response replaced = replace(list, article(RING_RACE), article(GAS_CONTRACT));
        replaced.then().statusCode(200).body("entries.article.slug", equalTo(List.of(RING_RACE, GAS_CONTRACT)));
        assertThat(replaced.<String>path("entries[1].id")).isEqualTo(stays);
        replace(list).then().statusCode(200).body("entries.size()", equalTo(0));
    }

    @Test
    void faultsNameTheirEntryAndNothingIsReplaced() {
        ListClient list = ListClient.create("trial-whole");
        list.placed(GAS_CONTRACT);
        replace(list, article(RING_RACE), article("no-such-article"))
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/entries/1/target/article")));
        replace(list, article(RING_RACE), article(RING_RACE))
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/entries/1/target")));
        list.read().then().body("entries.article.slug", equalTo(List.of(GAS_CONTRACT)));
    }

    @Test
    void listBecomesManualByOneMember() {
        ListClient list = ListClient.create("trial-whole", "fill", List.of(Map.of("query", Map.of("tags", "putin"))));
        list.patch("kind", "manual")
                .then()
                .statusCode(200)
                .body("kind", equalTo("manual"))
                .body("fill", equalTo(null));
        list.patch("kind", "hybrid", "fill", List.of(Map.of("latestOf", "putin")))
                .then()
                .statusCode(200);
        list.patch("kind", "manual", "fill", List.of(Map.of("latestOf", "putin")))
                .then()
                .statusCode(400);
    }

    private static Map<String, Object> article(String slug) {
        return Map.of("target", Map.of("article", slug));
    }

    private static Response replace(ListClient list, Object... entries) {
        return list.send("PUT", "/entries", Map.of("entries", List.of(entries)));
    }
}
