package press.gazette.newsroom;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;

/** Keys for requests to the desk. */
public final class Keys {

    /** The value of {@code gazette.bootstrap-key} in tests. */
    public static final String BOOTSTRAP = "the bootstrap key that all the tests know";

    /** A well-formed key that was never issued. */
    public static final String UNKNOWN = "gz_Nobodys0knowsThisSecretOfNobody00ZFt1f";

    /**
     * REST Assured must be told to write maps as JSON for this media type, and adds a charset to media types without
     * one.
     */
    private static final RestAssuredConfig PATCHES = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .defaultContentCharset("UTF-8")
                    .encodeContentTypeAs("application/merge-patch+json", ContentType.JSON));

    private Keys() {}

    /** A request with the bootstrap key. */
    public static RequestSpecification asAdmin() {
        return as(BOOTSTRAP);
    }

    /** A request with this key. */
    public static RequestSpecification as(String key) {
        return given().config(PATCHES).header("Authorization", "Bearer " + key);
    }

    /** Issues a key with these scopes. */
    public static String with(String... scopes) {
        Response issued = asAdmin()
                .contentType("application/json")
                .body(Map.of("name", "A test's own", "scopes", List.of(scopes)))
                .when()
                .post("/v1/desk/keys");
        issued.then().statusCode(201);
        return new JsonObject(issued.asString()).getString("key");
    }

    /** The id of a key. */
    public static UUID id(String key) {
        JsonPath page = Keys.asAdmin().when().get("/v1/desk/keys?limit=100").jsonPath();
        return UUID.fromString(page.getString("items.find { it.beginning == '" + key.substring(0, 11) + "' }.id"));
    }
}
