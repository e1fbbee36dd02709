package press.gazette.newsroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;

/** Reads listings page by page. */
public final class Listings {

    private Listings() {}

    /** Follows next and returns every item. */
    public static List<Map<String, Object>> walk(String first) {
        return walk(first, RestAssured::given);
    }

    /** Follows next with the given requests, such as ones with a key. */
    public static List<Map<String, Object>> walk(String first, Supplier<RequestSpecification> client) {
        List<Map<String, Object>> items = new ArrayList<>();
        String url = first;
        while (url != null) {
            Map<String, Object> page = read(client.get()
                    .urlEncodingEnabled(false)
                    .when()
                    .get(url)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            items.addAll(items(page));
            url = (String) page.get("next");
        }
        return items;
    }

    /** Without REST Assured's paths, each of which is compiled as a program. */
    private static Map<String, Object> read(String page) {
        return new JsonObject(page).getMap();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(Map<String, Object> page) {
        return (List<Map<String, Object>>) page.get("items");
    }
}
