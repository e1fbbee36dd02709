package press.gazette.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.nimbusds.jose.jwk.RSAKey;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Parallel;
import press.gazette.security.token.RotatingIssuer.Manner;

/** An identity provider that rotates keys, removes them, or responds badly. */
@QuarkusTest
@TestProfile(WithIssuer.class)
class IssuerKeysTest {

    private static final String KEYS = "/v1/desk/keys";
    private static final String NINA = "nina@example.org";
    private static final int MANY = 20;

    @ConfigProperty(name = "gazette.oidc-issuer")
    URI address;

    private RotatingIssuer issuer;
    private RSAKey first;
    private RSAKey second;

    @BeforeEach
    void start() throws Exception {
        issuer = new RotatingIssuer(address);
        String test = Long.toHexString(System.nanoTime());
        first = RotatingIssuer.named("first-" + test, RotatingIssuer.ONE);
        second = RotatingIssuer.named("second-" + test, RotatingIssuer.ANOTHER);
        issuer.publish(first);
        awaitStatus(first, 200);
    }

    /** Ends with keys that have been read, so that the next test does not wait for the pause. */
    @AfterEach
    void stop() {
        issuer.behave(Manner.ANSWERS);
        issuer.publish(second);
        awaitStatus(second, 200);
        issuer.close();
    }

    @Test
    void tokenOfANewKeyIsAcceptedAtOnce() throws Exception {
        assertThat(status(issuer.token(second, NINA))).isEqualTo(401);
        issuer.publish(second);
        assertThat(status(issuer.token(second, NINA))).isEqualTo(200);
        assertThat(status(issuer.token(first, NINA))).isEqualTo(200);
    }

    @Test
    void tokenWithoutAKeyIdIsCheckedWithAllKeys() throws Exception {
        assertThat(status(issuer.namelessToken(first))).isEqualTo(200);
        assertThat(status(issuer.namelessToken(second))).isEqualTo(401);
        issuer.publish(second);
        assertThat(status(issuer.namelessToken(second))).isEqualTo(200);
        assertThat(status(issuer.namelessToken(first))).isEqualTo(200);
    }

    @Test
    void removedKeyIsRejected() throws Exception {
        issuer.publish(second);
        issuer.remove(first);
        awaitStatus(first, 401);
        assertThat(status(issuer.token(second, NINA))).isEqualTo(200);
    }

    @Test
    void manyTokensOfUnknownKeysCauseFewReads() throws Exception {
        String unknown = issuer.token(second, NINA);
        int before = issuer.reads();
        assertThat(Parallel.run(MANY, i -> status(unknown))).containsOnly(401);
        assertThat(issuer.reads() - before).isLessThan(MANY / 2);
    }

    @Test
    void failingProviderGives503ForUnknownKeysOnly() throws Exception {
        for (Manner bad : List.of(Manner.HANGS, Manner.DRIPS, Manner.EXAGGERATES, Manner.FAILS)) {
            issuer.behave(bad);
            int before = issuer.reads();
            String unknown = issuer.token(second, NINA);
            assertThat(Parallel.run(MANY, i -> status(unknown))).as(bad.name()).containsOnly(503);
            assertThat(issuer.reads() - before).as(bad.name()).isLessThan(MANY / 2);
            assertThat(status(issuer.token(first, NINA))).as(bad.name()).isEqualTo(200);
        }
        Keys.as(issuer.token(second, NINA))
                .when()
                .get(KEYS)
                .then()
                .statusCode(503)
                .body("detail", equalTo("The identity provider does not respond."));
    }

    @Test
    void tokenWithAnUnprintableSubjectIsRejected() throws Exception {
        for (String subject : List.of("", " ", "x".repeat(256), "x".repeat(300), "nul\0", "line\nbreak")) {
            Response written = write(issuer.token(first, subject));
            assertThat(written.statusCode()).as("subject <%s>", subject).isEqualTo(401);
        }
        String longest = "x".repeat(255);
        write(issuer.token(first, longest)).then().statusCode(201).body("createdBy", equalTo("oidc:" + longest));
    }

    private static Response write(String token) {
        return Keys.as(token)
                .contentType("application/json")
                .body("{\"name\":\"By token\",\"scopes\":[\"desk:read\"]}")
                .when()
                .post(KEYS);
    }

    private void awaitStatus(RSAKey key, int status) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(status(issuer.token(key, NINA))).isEqualTo(status));
    }

    private static int status(String token) {
        return Keys.as(token).when().get(KEYS).statusCode();
    }
}
