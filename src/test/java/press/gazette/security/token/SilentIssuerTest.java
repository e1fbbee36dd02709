package press.gazette.security.token;

import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.time.Duration;

import com.nimbusds.jose.jwk.RSAKey;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.Keys;

/** While the identity provider is away, Gazette starts, and only requests with tokens fail. */
@QuarkusTest
@TestProfile(WithIssuer.class)
class SilentIssuerTest {

    private static final String KEYS = "/v1/desk/keys";

    @ConfigProperty(name = "gazette.oidc-issuer")
    URI address;

    @Test
    void tokensGet503WhileTheProviderIsAway() throws Exception {
        RSAKey key = RotatingIssuer.named("silent-" + Long.toHexString(System.nanoTime()), RotatingIssuer.ONE);
        RotatingIssuer issuer = new RotatingIssuer(address);
        String token = issuer.token(key, "nina@example.org");
        issuer.close();
        Keys.as(token)
                .when()
                .get(KEYS)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("code", equalTo("unavailable"))
                .body("detail", equalTo("The identity provider does not respond."));
        Keys.as(Keys.BOOTSTRAP).when().get(KEYS).then().statusCode(200);
        Keys.as(Keys.UNKNOWN).when().get(KEYS).then().statusCode(401);
        when().get(KEYS).then().statusCode(401);
        when().get("/v1/articles").then().statusCode(200);

        RotatingIssuer returned = new RotatingIssuer(address);
        returned.publish(key);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> Keys.as(token).when().get(KEYS).then().statusCode(200));
        returned.close();
        Keys.as(token).when().get(KEYS).then().statusCode(200);
    }
}
