package press.gazette.security;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.Keys;

/** The caller's name, scopes and end. */
@QuarkusTest
class CallerResourceTest {

    private static final String ME = "/v1/desk/me";

    @Test
    void keyReadsItsNameScopesAndEnd() {
        Response issued = issue(Map.of(
                "name",
                "Night desk",
                "scopes",
                List.of("desk:write", "desk:read"),
                "expiresAt",
                "2036-12-31T01:00:00Z"));
        Keys.as(issued.path("key"))
                .get(ME)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("caller", equalTo("key:" + issued.path("id")))
                .body("name", equalTo("Night desk"))
                .body("scopes", equalTo(List.of("desk:read", "desk:write")))
                .body("expiresAt", equalTo("2036-12-31T01:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk:read", "desk:write", "desk:publish"})
    void eachScopeOfTheDeskIsEnough(String scope) {
        Keys.as(Keys.with(scope))
                .get(ME)
                .then()
                .statusCode(200)
                .body("scopes", equalTo(List.of(scope)))
                .body("expiresAt", nullValue());
    }

    @Test
    void adminHasAllScopes() {
        Keys.as(Keys.with("admin")).get(ME).then().statusCode(200).body("scopes", equalTo(Scope.words()));
        Keys.asAdmin()
                .get(ME)
                .then()
                .body("caller", equalTo("bootstrap"))
                .body("name", equalTo("bootstrap"))
                .body("scopes", equalTo(Scope.words()))
                .body("expiresAt", nullValue());
    }

    @Test
    void callerWithoutAScopeOfTheDeskIsForbidden() {
        Keys.as(Keys.with("preview:read", "feeds:read", "content:full"))
                .get(ME)
                .then()
                .statusCode(403)
                .header(
                        "WWW-Authenticate",
                        equalTo("Bearer realm=\"Gazette\", error=\"insufficient_scope\","
                                + " scope=\"desk:read desk:write desk:publish\""))
                .body("detail", equalTo("This needs the scope desk:read or desk:write or desk:publish."));
    }

    @Test
    void revokedKeyIsRejected() {
        Response issued = issue(Map.of("name", "Brief", "scopes", List.of("desk:read")));
        Keys.asAdmin().delete("/v1/desk/keys/" + issued.path("id")).then().statusCode(204);
        Keys.as(issued.path("key")).get(ME).then().statusCode(401);
        when().get(ME).then().statusCode(401);
    }

    @Test
    void unknownParameterIsRejected() {
        Keys.asAdmin().get(ME + "?fields=name").then().statusCode(400).body("errors[0].parameter", equalTo("fields"));
    }

    private static Response issue(Map<String, Object> content) {
        Response issued =
                Keys.asAdmin().contentType("application/json").body(content).post("/v1/desk/keys");
        issued.then().statusCode(201);
        return issued;
    }
}
