package press.gazette.article.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;

/** Titles, and the slugs that are made from them. */
@QuarkusTest
class TitlesTest {

    private static final String ID = "01900000-0000-7000-8000-000000000000";

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "\u00a0", "\u200b", "\u00ad", "\u2060", "\ufe0f", "\u202e\u202c", "\u3164", "\u2800"})
    void titleNeedsAVisibleCharacter(String title) {
        write("/v1/desk/articles", Map.of("title", title, "type", "news", "language", "en"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/title"));
        write("/v1/desk/lists", Map.of("title", title, "kind", "manual"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/title"));
    }

    @Test
    void titleIsStripped() {
        write(
                        "/v1/desk/articles?dryRun=true",
                        Map.of("title", "\u00a0 Desk: blanks \u2003", "type", "news", "language", "en"))
                .then()
                .statusCode(200)
                .body("title", equalTo("Desk: blanks"));
    }

    @Test
    void slugMayNotLookLikeAnId() {
        write("/v1/desk/articles", Map.of("title", "Desk: id", "slug", ID, "type", "news", "language", "en"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/slug"));
        DeskClient desk = DeskClient.published(ID);
        assertThat(desk.read().<String>path("slug")).isEqualTo("article-" + ID);
        DeskClient.asReader("article-" + ID).then().statusCode(200);
        desk.patch(Map.of("slug", "desk-id")).then().statusCode(200);
        desk.put("publication", Map.of()).then().statusCode(200);
    }

    @Test
    void removedSlugIsMadeFromTheTitle() {
        DeskClient desk = DeskClient.published("Desk: made once");
        Map<String, Object> patch = new HashMap<>(Map.of("title", "Desk: made anew"));
        patch.put("slug", null);
        desk.patch(patch).then().statusCode(200).body("slug", equalTo("desk-made-anew"));
        desk.put("publication", Map.of()).then().statusCode(200);
        DeskClient.asReader("desk-made-once").then().statusCode(200).body("slug", equalTo("desk-made-anew"));
    }

    @Test
    void secondListWithATitleGetsItsOwnKey() {
        Map<String, String> list = Map.of("title", "Desk: again and again", "kind", "manual");
        write("/v1/desk/lists", list).then().statusCode(201).body("key", equalTo("desk-again-and-again"));
        write("/v1/desk/lists", list).then().statusCode(201).body("key", equalTo("desk-again-and-again-2"));
        for (String key : new String[] {"desk-again-and-again", "desk-again-and-again-2"}) {
            Keys.asAdmin()
                    .header("If-Match", "*")
                    .delete("/v1/desk/lists/" + key)
                    .then()
                    .statusCode(204);
        }
    }

    private static Response write(String address, Map<String, ?> content) {
        return Keys.asAdmin().contentType("application/json").body(content).post(address);
    }
}
