package press.gazette.newsroom;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.restassured.path.json.JsonPath;

/** Reads listings as a client does. */
public final class Listings {

    private Listings() {}

    /** Follows next from page to page and returns every item as it came. */
    public static List<Map<String, Object>> walk(String first) {
        List<Map<String, Object>> items = new ArrayList<>();
        String url = first;
        while (url != null) {
            JsonPath page = given().urlEncodingEnabled(false)
                    .when()
                    .get(url)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            items.addAll(page.getList("items"));
            url = page.getString("next");
        }
        return items;
    }
}
