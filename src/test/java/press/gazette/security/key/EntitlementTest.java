package press.gazette.security.key;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.cache.CachedResponses;
import press.gazette.change.ChangesCommitted;
import press.gazette.change.Invalidation;
import press.gazette.newsroom.CachingServer;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.PausedServer;

/** Keys with the scope content:full read whole articles, by one entry of the cache for all of them. */
@QuarkusTest
@TestProfile(CachingServer.class)
class EntitlementTest {

    private static final String ARTICLE = "/v1/articles/desk-for-some";

    @Inject
    EntityManagerFactory factory;

    @Inject
    Event<ChangesCommitted> commits;

    @Inject
    MeterRegistry metrics;

    private DeskClient desk;

    @BeforeEach
    void publish() {
        desk = DeskClient.write(
                "Desk: for some",
                "body",
                Map.of("markdown", "Open.\n\nHidden words."),
                "access",
                Map.of("level", "paid", "preview", 1));
        desk.put("publication", Map.of()).then().statusCode(201);
    }

    @AfterEach
    void tidyUp() {
        PausedServer.go();
        DeskClient.tidyUp();
        commits.fire(new ChangesCommitted(List.of(new Invalidation(0, List.of(), false))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ARTICLE,
                ARTICLE + "?body=text",
                "/v1/articles?limit=1&body=html",
                "/v1/tags/averil/articles?limit=1&body=blocks",
                "/v1/pages/home",
                "/v1/tags/averil",
                "/feeds/articles.rss",
                "/sitemap.xml",
            })
    void wholeResponsesLeaveNoCopyOutside(String url) {
        String key = Keys.with("content:full");
        for (int cold = 0; cold < 2; cold++) {
            Response whole = Keys.as(key).get(url);
            whole.then()
                    .statusCode(200)
                    .header("Cache-Control", "private, no-store")
                    .header("Vary", "Accept-Encoding, Authorization")
                    .header("ETag", startsWith("\""));
            Response open = when().get(url);
            open.then()
                    .statusCode(200)
                    .header("Cache-Control", startsWith("public, max-age="))
                    .header("Vary", "Accept-Encoding");
            assertThat(open.asString()).doesNotContain("Hidden words");
            boolean hasBody = url.contains("body") || url.equals(ARTICLE);
            assertThat(whole.asString().contains("Hidden words")).isEqualTo(hasBody);
        }
    }

    @Test
    void eachEntitlementHasItsETagAndIts304() {
        String key = Keys.with("content:full");
        for (int cold = 0; cold < 2; cold++) {
            String whole = Keys.as(key).get(ARTICLE).header("ETag");
            String open = when().get(ARTICLE).header("ETag");
            assertThat(whole).isNotEqualTo(open);
            Keys.as(key)
                    .header("If-None-Match", whole)
                    .get(ARTICLE)
                    .then()
                    .statusCode(304)
                    .header("ETag", whole)
                    .header("Cache-Control", "private, no-store")
                    .header("Vary", "Accept-Encoding, Authorization");
            given().header("If-None-Match", open)
                    .get(ARTICLE)
                    .then()
                    .statusCode(304)
                    .header("ETag", open);
            Keys.as(key).header("If-None-Match", open).get(ARTICLE).then().statusCode(200);
            given().header("If-None-Match", whole).get(ARTICLE).then().statusCode(200);
        }
        Keys.as(key)
                .head(ARTICLE)
                .then()
                .statusCode(200)
                .header(
                        "Content-Length",
                        equalTo(Integer.toString(Keys.as(key).get(ARTICLE).asByteArray().length)));
    }

    @Test
    void keysWithTheScopeShareOneEntry() {
        String first = Keys.with("content:full");
        String second = Keys.with("content:full", "desk:read");
        byte[] rendered = Keys.as(first).get(ARTICLE).asByteArray();
        Keys.as(second).get("/v1/tags/averil").then().statusCode(200);
        PausedServer.stop();
        double hits = hits().count();
        long before = statements();
        Response cached = Keys.as(second).get(ARTICLE);
        assertThat(cached.asByteArray()).isEqualTo(rendered);
        assertThat(cached.asString()).contains("Hidden words").doesNotContain("truncated");
        assertThat(hits().count()).isEqualTo(hits + 1);
        assertThat(statements()).as("the look-up of the key").isEqualTo(before + 1);
        Keys.asAdmin().get(ARTICLE).then().body("truncated", nullValue());
        assertThat(hits().count()).isEqualTo(hits + 2);
    }

    @Test
    void keyWithoutTheScopeReadsWhatEverybodyReads() {
        String key = Keys.with("desk:read", "feeds:read", "preview:read");
        Response open = when().get(ARTICLE);
        double hits = hits().count();
        Response read = Keys.as(key).get(ARTICLE);
        assertThat(read.asByteArray()).isEqualTo(open.asByteArray());
        assertThat(hits().count()).isEqualTo(hits + 1);
        read.then()
                .body("truncated", equalTo(true))
                .header("ETag", open.header("ETag"))
                .header("Vary", "Accept-Encoding")
                .header("Cache-Control", open.header("Cache-Control"));
    }

    @Test
    void revokedKeyReadsNothingMore() {
        String key = Keys.with("content:full");
        Keys.as(key).get(ARTICLE).then().statusCode(200);
        Keys.as(key).get(ARTICLE).then().statusCode(200);
        Keys.asAdmin().delete("/v1/desk/keys/" + Keys.id(key)).then().statusCode(204);
        for (String url : List.of(ARTICLE, "/v1/articles", "/feeds/articles.atom")) {
            rejected(Keys.as(key).get(url));
        }
        when().get(ARTICLE).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {Keys.UNKNOWN, "nobody's"})
    void keyThatIsNotValidIsRejected(String key) {
        when().get(ARTICLE).then().statusCode(200);
        rejected(Keys.as(key).get(ARTICLE));
        rejected(Keys.as(key).get(ARTICLE + "?fields=title"));
        rejected(Keys.as(key).get("/v1/articles/never-existed"));
    }

    private static void rejected(Response response) {
        response.then()
                .statusCode(401)
                .header("Cache-Control", "no-store")
                .header("WWW-Authenticate", "Bearer realm=\"Gazette\", error=\"invalid_token\"")
                .body("code", equalTo("unauthenticated"))
                .body("detail", containsString("Without a key"));
    }

    /** A proxy may have a password of its own, and passes it on. */
    @ParameterizedTest
    @ValueSource(strings = {"Basic Z2F6ZXR0ZTpnYXpldHRl", "Digest username=x", "Bearer", "x"})
    void otherCredentialsAreIgnored(String authorization) {
        when().get(ARTICLE).then().statusCode(200);
        double hits = hits().count();
        given().header("Authorization", authorization)
                .get(ARTICLE)
                .then()
                .statusCode(200)
                .body("truncated", equalTo(true));
        assertThat(hits().count()).isEqualTo(hits + 1);
    }

    @Test
    void changeOfAccessReachesBothAtOnce() {
        String key = Keys.with("content:full");
        assertThat(shown(null)).isEqualTo("<p>Open.</p>");
        assertThat(shown(key)).contains("Hidden");
        publish("access", Map.of("level", "free"));
        assertThat(shown(null)).isEqualTo(shown(key)).contains("Hidden");
        assertThat(when().get(ARTICLE).header("ETag"))
                .isEqualTo(Keys.as(key).get(ARTICLE).header("ETag"));
        publish("access", Map.of("level", "registered", "preview", 0));
        assertThat(shown(null)).isEmpty();
        assertThat(shown(key)).contains("Hidden");
        desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        when().get(ARTICLE).then().statusCode(410);
        Keys.as(key).get(ARTICLE).then().statusCode(410);
    }

    private void publish(String member, Object value) {
        Map<String, Object> removed = new HashMap<>();
        removed.put(member, null);
        desk.patch(removed).then().statusCode(200);
        desk.patch(Map.of(member, value)).then().statusCode(200);
        desk.put("publication", Map.of()).then().statusCode(200);
    }

    private static String shown(String key) {
        return (key == null ? given() : Keys.as(key)).get(ARTICLE).path("body.html");
    }

    private Counter hits() {
        return CachedResponses.requests(metrics, "hit");
    }

    private long statements() {
        return factory.unwrap(SessionFactory.class).getStatistics().getPrepareStatementCount();
    }
}
