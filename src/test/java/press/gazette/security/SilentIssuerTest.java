package press.gazette.security;

import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.Keys;

/** The identity provider is away: Gazette starts all the same, and only those who come with tokens notice. */
@QuarkusTest
@TestProfile(SilentIssuerTest.WithSilentIssuer.class)
class SilentIssuerTest {

    private static final String KEYS = "/v1/desk/keys";

    /** Has an issuer at whose address nobody listens. */
    public static final class WithSilentIssuer implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(TokenIssuer.settings());
            settings.put("gazette.oidc-deadline", "2S");
            return settings;
        }
    }

    @ConfigProperty(name = "gazette.oidc-issuer")
    URI address;

    @Test
    void tokensAreUnavailableWhileItIsAwayAndGoodOnceItIsKnown() throws IOException {
        TokenIssuer issuer = TokenIssuer.at(address);
        String token = issuer.token("chief");
        issuer.stop();
        Keys.as(token)
                .when()
                .get(KEYS)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("code", equalTo("unavailable"))
                .body("detail", equalTo("The identity provider does not answer."));
        Keys.as(Keys.BOOTSTRAP).when().get(KEYS).then().statusCode(200);
        Keys.as(KeyText.random().reveal()).when().get(KEYS).then().statusCode(401);
        when().get(KEYS).then().statusCode(401);
        when().get("/v1/articles").then().statusCode(200);

        TokenIssuer returned = TokenIssuer.at(address);
        String another = returned.token("chief");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> Keys.as(another).when().get(KEYS).then().statusCode(200));
        returned.stop();
        Keys.as(another).when().get(KEYS).then().statusCode(200);
    }
}
