package press.gazette.newsroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/** Reads listings as a client does. */
public final class Listings {

    private Listings() {}

    /** Follows next from page to page and returns every item as it came. */
    public static List<Map<String, Object>> walk(String first) {
        return walk(first, RestAssured::given);
    }

    /** The same for a client who has to say who it is with each request. */
    public static List<Map<String, Object>> walk(String first, Supplier<RequestSpecification> client) {
        List<Map<String, Object>> items = new ArrayList<>();
        String url = first;
        while (url != null) {
            JsonPath page = client.get()
                    .urlEncodingEnabled(false)
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
