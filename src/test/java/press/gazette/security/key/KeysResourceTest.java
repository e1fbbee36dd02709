package press.gazette.security.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Listings;

/** Issuing, listing and revoking keys. */
@QuarkusTest
class KeysResourceTest {

    private static final String KEYS = "/v1/desk/keys";

    @Inject
    EntityManager entities;

    @Test
    void keyIsShownOnceAndValidAtOnce() {
        Response issued = issue("{\"name\":\"Night desk\",\"scopes\":[\"desk:write\",\"admin\"],"
                + "\"expiresAt\":\"2036-12-31T01:00:00+01:00\"}");
        issued.then()
                .statusCode(201)
                .header("Location", KEYS + "/" + issued.path("id"))
                .body("id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-.*"))
                .body("name", equalTo("Night desk"))
                .body("scopes", equalTo(List.of("desk:write", "admin")))
                .body("createdBy", equalTo("bootstrap"))
                .body("createdAt", notNullValue())
                .body("expiresAt", equalTo("2036-12-31T00:00:00Z"))
                .body("lastUsedAt", nullValue())
                .body("revokedAt", nullValue());
        String key = issued.path("key");
        assertThat(key).matches("gz_[0-9A-Za-z]{38}").startsWith(issued.<String>path("beginning"));
        Response read = Keys.as(key).when().get(issued.header("Location"));
        read.then().statusCode(200).body("key", nullValue()).body("lastUsedAt", notNullValue());
        assertThat(read.asString()).doesNotContain(key.substring(12));
    }

    @Test
    void databaseStoresOnlyTheHash() {
        String key = Keys.with("desk:read");
        Object[] row = (Object[]) entities.createNativeQuery("select * from access_key where beginning = ?1")
                .setParameter(1, key.substring(0, 11))
                .getSingleResult();
        assertThat(row).contains(KeyText.sha256(key.getBytes(UTF_8)));
        for (Object column : row) {
            assertThat(String.valueOf(column)).doesNotContain(key.substring(11));
        }
    }

    @Test
    void keyNamesItsIssuer() {
        Response first = issue("{\"name\":\"First\",\"scopes\":[\"admin\"]}");
        Keys.as(first.path("key"))
                .contentType("application/json")
                .body("{\"name\":\"Second\",\"scopes\":[\"feeds:read\"]}")
                .when()
                .post(KEYS)
                .then()
                .statusCode(201)
                .body("createdBy", equalTo("key:" + first.path("id")));
    }

    @Test
    void listingIsOrderedNewestFirst() {
        List<String> issued = List.of(Keys.with("desk:read"), Keys.with("desk:write"), Keys.with("feeds:read"));
        List<Map<String, Object>> all = Listings.walk(KEYS + "?limit=2", Keys::asAdmin);
        assertThat(all)
                .extracting(item -> (String) item.get("createdAt"))
                .isSortedAccordingTo((a, b) -> Instant.parse(b).compareTo(Instant.parse(a)));
        assertThat(all).extracting(item -> (String) item.get("id")).doesNotHaveDuplicates();
        assertThat(all.subList(0, 3))
                .extracting(item -> (String) item.get("beginning"))
                .containsExactly(
                        issued.get(2).substring(0, 11),
                        issued.get(1).substring(0, 11),
                        issued.get(0).substring(0, 11));
        assertThat(all.toString()).doesNotContain(issued.get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null                                                         |           | cannot be null",
                "[]                                                           |           | must be an object",
                "{\"name\":\"A\",\"name\":\"B\",\"scopes\":[\"admin\"]}       | /name     | twice",
                "{\"name\":\"A\",\"scopes\":[\"admin\"],\"scope\":\"admin\"}  | /scope    | no member",
                "{\"scopes\":[\"admin\"]}                                     | /name     | 1 to 200",
                "{\"name\":\" \",\"scopes\":[\"admin\"]}                      | /name     | one visible character",
                "{\"name\":\"A\\u0000\",\"scopes\":[\"admin\"]}               | /name     | NUL",
                "{\"name\":{},\"scopes\":[\"admin\"]}                         | /name     | must be a string",
                "{\"name\":\"A\"}                                             | /scopes   | at least one",
                "{\"name\":\"A\",\"scopes\":[]}                               | /scopes   | at least one",
                "{\"name\":\"A\",\"scopes\":\"admin\"}                        | /scopes   | must be an array",
                "{\"name\":\"A\",\"scopes\":[\"admin\",null]}                 | /scopes/1 | cannot be null",
                "{\"name\":\"A\",\"scopes\":[\"admin\",\"admin\"]}            | /scopes/1 | each given once",
                "{\"name\":\"A\",\"scopes\":[\"ADMIN\"]}                      | /scopes/0 | desk:publish",
                "{\"name\":\"A\",\"scopes\":[\"admin\"],\"expiresAt\":\"2020-01-01T00:00:00Z\"} | /expiresAt | in the future",
                "{\"name\":\"A\",\"scopes\":[\"admin\"],\"expiresAt\":\"2036-01-01T00:00:00\"}  | /expiresAt | offset",
                "{\"name\":\"A\",\"scopes\":[\"admin\"],\"expiresAt\":\"+99999-01-01T00:00:00Z\"} | /expiresAt | RFC 3339",
                "{\"name\":\"A\",\"scopes\":[\"admin\"],\"expiresAt\":\"tomorrow\"} | /expiresAt | RFC 3339",
            })
    void faultInAKeyDraftIsPointedAt(String content, String pointer, String hint) {
        issue(content)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-content"))
                .body("errors[0].pointer", equalTo(pointer == null ? "" : pointer))
                .body("detail", containsString(hint));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"name\":", "{\"name\":\"A\",\"scopes\":[\"admin\"]} {}"})
    void malformedJsonIssuesNoKey(String content) {
        issue(content).then().statusCode(400).body("code", equalTo("malformed-json"));
    }

    @Test
    void contentThatIsNotJsonIsRejected() {
        Keys.asAdmin()
                .contentType("text/plain")
                .body("{}")
                .when()
                .post(KEYS)
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4", "night-desk", "Night%20desk"})
    void unknownKeyIsNotFoundAndNotCached(String id) {
        Keys.asAdmin()
                .urlEncodingEnabled(false)
                .when()
                .get(KEYS + "/" + id)
                .then()
                .statusCode(404)
                .header("Cache-Control", "no-store");
        Keys.asAdmin()
                .urlEncodingEnabled(false)
                .when()
                .delete(KEYS + "/" + id)
                .then()
                .statusCode(404);
    }

    private static Response issue(String content) {
        return Keys.asAdmin()
                .contentType("application/json")
                .body(content)
                .when()
                .post(KEYS);
    }
}
