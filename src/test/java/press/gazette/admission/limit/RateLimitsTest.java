package press.gazette.admission.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.CachingServer;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.RawHttp;

/** A client beyond its quota takes nothing from the others, and sees its quota in headers. */
@QuarkusTest
@TestProfile(RateLimitsTest.FewRequests.class)
class RateLimitsTest {

    /** So few that a test can use them up, and refilled too slowly to matter: one in half a minute. */
    public static class FewRequests extends CachingServer {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = super.getConfigOverrides();
            settings.put("gazette.requests-per-address", "2");
            settings.put("gazette.requests-per-key", "3");
            settings.put("gazette.trusted-proxies", "127.0.0.0/8,::1");
            return settings;
        }
    }

    @TestHTTPResource
    URI server;

    @Test
    void addressBeyondItsQuotaGets429WithRetryAfter() {
        from("192.0.2.1")
                .get("/v1/articles/" + Newsroom.GAS_CONTRACT)
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", equalTo("\"address\";q=2;w=60"))
                .header("RateLimit", startsWith("\"address\";r=1;t="));
        from("192.0.2.1")
                .get("/v1/articles?limt=1")
                .then()
                .statusCode(400)
                .header("RateLimit", startsWith("\"address\";r=0;t="));
        Response refused = from("192.0.2.1").get("/v1/articles/" + Newsroom.GAS_CONTRACT);
        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Cache-Control", equalTo("no-store"))
                .body("code", equalTo("too-many-requests"))
                .body("detail", containsString("2 requests a minute"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 30);
        assertThat(refused.header("ETag")).isNull();
        from("192.0.2.2").get("/v1/articles/" + Newsroom.GAS_CONTRACT).then().statusCode(200);
    }

    @Test
    void a304IsFreeFromTheCacheAndFromTheDatabase() {
        String tag =
                from("192.0.2.10").get("/v1/articles/" + Newsroom.PUTIN_YEARS).header("ETag");
        for (int i = 0; i < 5; i++) {
            from("192.0.2.11")
                    .header("If-None-Match", tag)
                    .get("/v1/articles/" + Newsroom.PUTIN_YEARS)
                    .then()
                    .statusCode(304);
            from("192.0.2.11")
                    .header("If-None-Match", "*")
                    .get("/problems/unknown-parameter")
                    .then()
                    .statusCode(304);
        }
        from("192.0.2.11")
                .get("/v1/articles/" + Newsroom.PUTIN_YEARS)
                .then()
                .statusCode(200)
                .header("RateLimit", startsWith("\"address\";r=1;"));
    }

    @Test
    void keyHasAQuotaOfItsOwn() {
        for (int left = 2; left >= 0; left--) {
            from("192.0.2.20")
                    .spec(Keys.asAdmin())
                    .get("/v1/desk/tags?limit=1")
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", equalTo("\"key\";q=3;w=60"))
                    .header("RateLimit", startsWith("\"key\";r=" + left + ";"));
        }
        from("192.0.2.20")
                .spec(Keys.asAdmin())
                .get("/v1/desk/tags?limit=1")
                .then()
                .statusCode(429)
                .body("code", equalTo("too-many-requests"));
        from("192.0.2.20")
                .get("/v1/tags/putin")
                .then()
                .statusCode(200)
                .header("RateLimit", startsWith("\"address\";r=1;"));
    }

    @Test
    void rejectedKeysCountToTheAddress() {
        for (int i = 0; i < 2; i++) {
            from("192.0.2.30")
                    .header("Authorization", "Bearer a key that somebody has made up " + i)
                    .get("/v1/desk/tags")
                    .then()
                    .statusCode(401);
        }
        from("192.0.2.30")
                .header("Authorization", "Bearer a key that somebody has made up again")
                .get("/v1/desk/tags")
                .then()
                .statusCode(429);
    }

    @Test
    void rejectedRequestsAreCounted() throws IOException {
        from("192.0.2.50")
                .delete("/v1/articles")
                .then()
                .statusCode(405)
                .header("RateLimit", startsWith("\"address\";r=1;"));
        from("192.0.2.50").post("/nowhere").then().statusCode(404).header("RateLimit", startsWith("\"address\";r=0;"));
        from("192.0.2.50").request("BREW", "/v1/articles").then().statusCode(429);
        for (String target : List.of("/v1//articles", "nowhere")) {
            assertThat(RawHttp.get(server, target, "X-Forwarded-For: 192.0.2.51"))
                    .startsWith("HTTP/1.1 400");
        }
        for (String target : List.of("/v1//articles", "nowhere")) {
            assertThat(RawHttp.get(server, target, "X-Forwarded-For: 192.0.2.51"))
                    .startsWith("HTTP/1.1 429");
        }
    }

    /** A client may invent all addresses before the last one that is not a proxy. */
    @Test
    void inventedForwardedAddressIsIgnored() {
        for (int i = 0; i < 2; i++) {
            from("10.9.9." + i + ", 192.0.2.40, 127.0.0.7")
                    .get("/v1/tags")
                    .then()
                    .statusCode(200);
        }
        from("10.9.9.3, 192.0.2.40").get("/v1/tags").then().statusCode(429);
        from("2001:db8::1").get("/v1/tags").then().statusCode(200);
        from("2001:db8::2").get("/v1/tags").then().statusCode(200);
        from("2001:db8::3").get("/v1/tags").then().statusCode(429);
    }

    private static RequestSpecification from(String forwarded) {
        return given().header("X-Forwarded-For", forwarded);
    }
}
