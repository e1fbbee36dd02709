package press.gazette.security.key;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static press.gazette.newsroom.Keys.id;

import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.Keys;
import press.gazette.newsroom.PausedServer;

/** Requests with keys: valid, invalid, revoked, without the scope. */
@QuarkusTest
class PresentedKeyTest {

    private static final String KEYS = "/v1/desk/keys";

    @Inject
    EntityManager entities;

    @Inject
    EntityManagerFactory factory;

    @Test
    void missingScopeIsNamed() {
        Keys.as(Keys.with("desk:read", "desk:write", "desk:publish", "preview:read", "feeds:read"))
                .when()
                .get(KEYS)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer realm=\"Gazette\", error=\"insufficient_scope\", scope=\"admin\"")
                .header("Cache-Control", "no-store")
                .body("code", equalTo("forbidden"))
                .body("detail", equalTo("This needs the scope admin."));
    }

    @Test
    void requestWithoutAKeyIsChallenged() {
        when().get(KEYS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer realm=\"Gazette\"")
                .header("Cache-Control", "no-store")
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void everyInvalidKeyGetsTheSameResponse() {
        String sound = Keys.with("admin");
        String revoked = Keys.with("admin");
        Keys.asAdmin().when().delete(KEYS + "/" + id(revoked)).then().statusCode(204);
        String expired = Keys.with("admin");
        set(expired, "expiresAt", Instant.now().minusSeconds(1));
        String anothersSecret = KeyTextTest.withChecksum(
                sound.substring(0, 11) + KeyText.random().reveal().substring(11, 35));
        String expected = refusal("Bearer " + revoked);
        for (String header : List.of(
                "Bearer " + expired,
                "Bearer " + KeyText.random().reveal(),
                "Bearer " + anothersSecret,
                "Bearer " + sound.substring(0, 40) + (sound.endsWith("0") ? "1" : "0"),
                "Bearer " + sound.toLowerCase(java.util.Locale.ROOT),
                "Bearer " + sound + "x",
                "Bearer " + sound.substring(0, 40),
                "Bearer gz_",
                "Bearer",
                "Bearer  ",
                "Bearer %00",
                "Bearer " + Keys.BOOTSTRAP + "x",
                "Bearer " + Keys.BOOTSTRAP.substring(1),
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.",
                "Basic Z2F6ZXR0ZTpnYXpldHRl",
                sound)) {
            assertThat(refusal(header)).as(header).isEqualTo(expected);
        }
        Keys.as(sound).when().get(KEYS).then().statusCode(200);
    }

    @Test
    void twoAuthorizationHeadersCountAsNone() {
        given().header("Authorization", "Bearer " + Keys.BOOTSTRAP, "Bearer " + Keys.BOOTSTRAP)
                .when()
                .get(KEYS)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER ", "Bearer   "})
    void schemeIsCaseInsensitive(String scheme) {
        given().header("Authorization", scheme + Keys.BOOTSTRAP)
                .when()
                .get(KEYS)
                .then()
                .statusCode(200);
    }

    @Test
    void keyInTheUrlIsIgnored() {
        when().get(KEYS + "?access_token=" + Keys.with("admin")).then().statusCode(401);
    }

    @Test
    void revokedKeyIsRejectedAtOnce() {
        String key = Keys.with("admin");
        Keys.as(key).when().get(KEYS).then().statusCode(200);
        String url = KEYS + "/" + id(key);
        Keys.asAdmin().when().delete(url).then().statusCode(204).header("Cache-Control", "no-store");
        Keys.as(key).when().get(KEYS).then().statusCode(401);
        String revokedAt = Keys.asAdmin().when().get(url).path("revokedAt");
        assertThat(revokedAt).isNotNull();
        Keys.asAdmin().when().delete(url).then().statusCode(204);
        Keys.asAdmin().when().get(url).then().body("revokedAt", equalTo(revokedAt));
    }

    @Test
    void lastUseIsRecordedOnceAMinute() {
        String key = Keys.with("admin");
        String url = KEYS + "/" + id(key);
        String first = Keys.as(key).when().get(url).path("lastUsedAt");
        assertThat(first).isNotNull();
        Keys.as(key).when().get(url).then().body("lastUsedAt", equalTo(first));
        set(key, "lastUsedAt", Instant.parse(first).minusSeconds(61));
        String later = Keys.as(key).when().get(url).path("lastUsedAt");
        assertThat(Instant.parse(later)).isAfter(first);
    }

    @Test
    void failureToRecordTheLastUseDoesNotFailTheRequest() {
        String key = Keys.with("admin");
        sql("alter table access_key add constraint stuck check (beginning <> '" + key.substring(0, 11)
                + "' or last_used_at is null)");
        try {
            Keys.as(key).when().get(KEYS + "/" + id(key)).then().statusCode(200).body("lastUsedAt", nullValue());
        } finally {
            sql("alter table access_key drop constraint stuck");
        }
    }

    @Test
    void authenticationTakesOneStatement() {
        String key = Keys.with("admin");
        String url = KEYS + "/" + id(key);
        Keys.as(key).when().get(url).then().statusCode(200);
        assertThat(statements("Bearer " + key, url)).isEqualTo(2);
        assertThat(statements("Bearer " + Keys.BOOTSTRAP, url)).isEqualTo(1);
        assertThat(statements("Bearer " + KeyText.random().reveal(), url)).isEqualTo(1);
        assertThat(statements("Bearer " + key + "x", url)).isZero();
        assertThat(statements("Bearer " + key, "/problems/not-found")).isZero();
    }

    private long statements(String authorization, String url) {
        PausedServer.stop();
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        given().header("Authorization", authorization).when().get(url);
        long statements = statistics.getPrepareStatementCount();
        PausedServer.go();
        return statements;
    }

    private static String refusal(String authorization) {
        Response refused = given().header("Authorization", authorization).when().get(KEYS);
        assertThat(refused.statusCode()).as(authorization).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate"))
                .as(authorization)
                .isEqualTo("Bearer realm=\"Gazette\", error=\"invalid_token\"");
        return refused.asString();
    }

    private static void set(String key, String column, Instant value) {
        QuarkusTransaction.requiringNew()
                .run(() -> AccessKey.update(column + " = ?1 where beginning = ?2", value, key.substring(0, 11)));
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(statement).executeUpdate());
    }
}
