package press.gazette.search.reading;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;

import java.util.List;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Searches by HTTP for tests. */
final class Searches {

    private Searches() {}

    static void awaitIndex() {
        await().ignoreExceptions()
                .until(() -> when().get("/v1/search?q=harbour").statusCode() == 200);
    }

    static Response awaitFound(String word, String parameters) {
        await().until(() -> total("/v1/search?q=" + word) > 0);
        return when().get("/v1/search?q=" + word + parameters);
    }

    static void awaitTotal(String word, long total) {
        await().until(() -> total("/v1/search?q=" + word) == total);
    }

    static String id(String slug) {
        return when().get("/v1/articles/" + slug + "?fields=id").path("id");
    }

    static JsonPath read(String url) {
        return given().urlEncodingEnabled(false)
                .get(url)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static List<String> slugs(String url) {
        return read(url).getList("items.slug");
    }

    static long total(String url) {
        return read(url + "&count=exact&limit=1").getLong("total");
    }
}
