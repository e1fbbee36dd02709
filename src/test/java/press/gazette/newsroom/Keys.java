package press.gazette.newsroom;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;

import io.restassured.specification.RequestSpecification;

/** Calls the desk as somebody. */
public final class Keys {

    /** What the settings of the tests have as {@code gazette.bootstrap-key}. */
    public static final String BOOTSTRAP = "the bootstrap key that all the tests know";

    private Keys() {}

    /** A request by an admin. */
    public static RequestSpecification asAdmin() {
        return as(BOOTSTRAP);
    }

    /** A request with that key. */
    public static RequestSpecification as(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    /** A new key with these scopes. */
    public static String with(String... scopes) {
        return asAdmin()
                .contentType("application/json")
                .body(Map.of("name", "A test's own", "scopes", List.of(scopes)))
                .when()
                .post("/v1/desk/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }
}
