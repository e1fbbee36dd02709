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

/** Calls the desk as somebody. */
public final class Keys {

    /** What the settings of the tests have as {@code gazette.bootstrap-key}. */
    public static final String BOOTSTRAP = "the bootstrap key that all the tests know";

    /** REST Assured writes maps as JSON where it is told to, and puts a charset behind a media type that has none. */
    private static final RestAssuredConfig PATCHES = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .defaultContentCharset("UTF-8")
                    .encodeContentTypeAs("application/merge-patch+json", ContentType.JSON));

    private Keys() {}

    /** A request by an admin. */
    public static RequestSpecification asAdmin() {
        return as(BOOTSTRAP);
    }

    /** A request with that key. */
    public static RequestSpecification as(String key) {
        return given().config(PATCHES).header("Authorization", "Bearer " + key);
    }

    /** A new key with these scopes. */
    public static String with(String... scopes) {
        Response issued = asAdmin()
                .contentType("application/json")
                .body(Map.of("name", "A test's own", "scopes", List.of(scopes)))
                .when()
                .post("/v1/desk/keys");
        issued.then().statusCode(201);
        return new JsonObject(issued.asString()).getString("key");
    }

    /** Under which id the newsroom keeps a key. */
    public static UUID id(String key) {
        JsonPath page = Keys.asAdmin().when().get("/v1/desk/keys?limit=100").jsonPath();
        return UUID.fromString(page.getString("items.find { it.beginning == '" + key.substring(0, 11) + "' }.id"));
    }
}
