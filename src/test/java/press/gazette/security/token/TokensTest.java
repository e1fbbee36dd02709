package press.gazette.security.token;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.Keys;

/** Tokens of the newsroom's identity provider, used besides keys. */
@QuarkusTest
@TestProfile(WithIssuer.class)
class TokensTest {

    private static final String KEYS = "/v1/desk/keys";

    private static TokenIssuer issuer;

    @ConfigProperty(name = "gazette.oidc-issuer")
    URI address;

    @BeforeEach
    void start() throws IOException {
        if (issuer == null) {
            issuer = TokenIssuer.at(address);
        }
    }

    @AfterAll
    static void stop() {
        issuer.stop();
    }

    @Test
    void tokenWithTheScopeIsAccepted() {
        Response issued = Keys.as(issuer.token("chief"))
                .contentType("application/json")
                .body("{\"name\":\"By token\",\"scopes\":[\"desk:read\"]}")
                .when()
                .post(KEYS);
        issued.then().statusCode(201).body("createdBy", equalTo("oidc:nina@example.org"));
    }

    @Test
    void tokenReadsItsScopesAndItsEnd() throws Exception {
        String token = issuer.token("reader");
        Instant end =
                SignedJWT.parse(token).getJWTClaimsSet().getExpirationTime().toInstant();
        Keys.as(token)
                .get("/v1/desk/me")
                .then()
                .statusCode(200)
                .body("caller", equalTo("oidc:nina@example.org"))
                .body("name", equalTo("oidc:nina@example.org"))
                .body("scopes", equalTo(List.of("desk:read")))
                .body("expiresAt", equalTo(end.toString()));
    }

    @Test
    void tokenWithoutTheScopeIsForbidden() {
        for (String role : new String[] {"reader", "admin", "unheard of"}) {
            Keys.as(issuer.token(role))
                    .when()
                    .get(KEYS)
                    .then()
                    .statusCode(403)
                    .body("detail", equalTo("This needs the scope admin."));
        }
    }

    @Test
    void tokenForAnotherAudienceIsRejected() {
        refused(issuer.token("another-program", 3_600, "chief"));
    }

    @Test
    void expiredTokenIsRejected() {
        refused(issuer.token("gazette", -60, "chief"));
    }

    @Test
    void tokenOfAnUnknownKeyIsRejected() throws Exception {
        SignedJWT sound = SignedJWT.parse(issuer.token("chief"));
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2_048);
        PrivateKey unpublished = keys.generateKeyPair().getPrivate();
        for (String keyId : new String[] {"unheard of", sound.getHeader().getKeyID()}) {
            SignedJWT forged = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), sound.getJWTClaimsSet());
            forged.sign(new RSASSASigner(unpublished));
            refused(forged.serialize());
        }
    }

    @Test
    void alteredOrMalformedTokenIsRejected() throws Exception {
        String sound = issuer.token("chief");
        JWTClaimsSet claims = SignedJWT.parse(sound).getJWTClaimsSet();
        refused(new PlainJWT(claims).serialize());
        refused(sound.substring(0, sound.lastIndexOf('.') + 1));
        refused(sound.replaceFirst("\\.[^.]+\\.", ".e30."));
        refused("neither key nor token");
        refused("a.b.c");
    }

    @Test
    void keysAreAcceptedBesidesTokens() {
        Keys.as(Keys.with("admin")).when().get(KEYS).then().statusCode(200);
        Keys.as(Keys.BOOTSTRAP).when().get(KEYS).then().statusCode(200);
        refused(Keys.UNKNOWN);
        when().get(KEYS).then().statusCode(401).header("WWW-Authenticate", "Bearer realm=\"Gazette\"");
    }

    private static void refused(String token) {
        Response refused = Keys.as(token).when().get(KEYS);
        assertThat(refused.statusCode()).as(token).isEqualTo(401);
        refused.then()
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer realm=\"Gazette\", error=\"invalid_token\"")
                .body("detail", equalTo("This resource needs a valid key."));
    }
}
