package press.gazette.response;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPInputStream;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.Newsroom;

/** The promises of responses to clients and caches, one test each. */
@QuarkusTest
class ResponsesTest {

    private static final String ARTICLE = "/v1/articles/" + Newsroom.GAS_CONTRACT;

    @TestHTTPResource("/")
    URI server;

    @ParameterizedTest
    @CsvSource({
        ARTICLE + ", 'public, max-age=30, stale-while-revalidate=300, stale-if-error=600'",
        "/v1/articles, 'public, max-age=15, stale-while-revalidate=300, stale-if-error=600'",
        "/v1/pages/home, 'public, max-age=15, stale-while-revalidate=300, stale-if-error=600'",
        "/v1/search?q=harbour, 'public, max-age=15, stale-while-revalidate=300, stale-if-error=600'",
        "/v1/search/suggestions?q=har, 'public, max-age=15, stale-while-revalidate=300, stale-if-error=600'",
        "/v1/changes?limit=1, 'public, max-age=3600, stale-while-revalidate=3600, stale-if-error=86400'",
        "/v1/site, 'public, max-age=15, stale-while-revalidate=300, stale-if-error=600'",
        "/v1/lists/latest-posts, 'public, max-age=15, stale-while-revalidate=300, stale-if-error=600'",
        "/feeds/articles.rss, 'public, max-age=15, stale-while-revalidate=300, stale-if-error=600'",
        "/feeds/articles/2026-11-20.rss, 'public, max-age=300, stale-while-revalidate=600, stale-if-error=600'",
        "/sitemaps/articles-1.xml, 'public, max-age=300, stale-while-revalidate=600, stale-if-error=600'",
        "/v1/tags/putin, 'public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400'",
        "/, 'public, max-age=3600, stale-while-revalidate=86400, stale-if-error=86400'",
        "/v1/articles/never-existed, 'public, max-age=10'",
        "/v1/articles/" + Newsroom.WITHDRAWN_STORY + ", 'public, max-age=10'",
        "/v1/articles?limit=0, no-store",
    })
    void lifetimesDependOnTheKindOfResource(String url, String cacheControl) {
        when().get(url).then().header("Cache-Control", cacheControl);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ARTICLE,
                "/v1/articles",
                "/v1/search?q=harbour",
                "/v1/tags/putin",
                "/v1/pages/home",
                "/v1/site",
                "/"
            })
    void matchingETagGets304(String url) {
        String tag = when().get(url).then().statusCode(200).extract().header("ETag");
        assertThat(tag).matches("\"[\\w-]{22}(-gzip)?\"");
        Headers headers = given().header("If-None-Match", tag)
                .when()
                .get(url)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .header("Cache-Control", notNullValue())
                .header("Content-Type", nullValue())
                .extract()
                .headers();
        assertThat(headers.getValues("Vary")).contains("Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "W/%s", "\"other\", %s", "%s , \"x\""})
    void everyFormOfIfNoneMatchMatches(String form) {
        String tag = when().get(ARTICLE).header("ETag");
        given().header("If-None-Match", form.formatted(tag))
                .when()
                .get(ARTICLE)
                .then()
                .statusCode(304);
    }

    @Test
    void differentETagGets200() {
        given().header("If-None-Match", "\"somethingelse\"")
                .when()
                .get(ARTICLE)
                .then()
                .statusCode(200);
    }

    @Test
    void ifNoneMatchWinsOverIfModifiedSince() {
        given().header("If-None-Match", "\"somethingelse\"")
                .header("If-Modified-Since", HttpDate.format(Instant.now().plusSeconds(60)))
                .when()
                .get(ARTICLE)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"60, 304", "-86400000, 200"})
    void ifModifiedSinceDecidesBetween304And200(long secondsFromNow, int status) {
        given().header("If-Modified-Since", HttpDate.format(Instant.now().plusSeconds(secondsFromNow)))
                .when()
                .get(ARTICLE)
                .then()
                .statusCode(status);
    }

    @Test
    void invalidDateIsIgnored() {
        given().header("If-Modified-Since", "yesterday")
                .when()
                .get(ARTICLE)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {ARTICLE, "/v1/articles", "/", "/v1/articles/never-existed", "/v1/articles?limit=0"})
    void headIsGetWithoutContent(String url) {
        io.restassured.response.Response get = when().get(url);
        io.restassured.response.Response head = when().head(url);
        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.asByteArray()).isEmpty();
        for (String name :
                new String[] {"ETag", "Content-Type", "Content-Length", "Cache-Control", "Last-Modified", "Vary"}) {
            assertThat(head.header(name)).as(name).isEqualTo(get.header(name));
        }
    }

    @Test
    void compressedResponsesAreADifferentRepresentation() throws Exception {
        HttpResponse<byte[]> plain = fetch("identity");
        HttpResponse<byte[]> zipped = fetch("br;q=1.0, gzip;q=0.5");
        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(zipped.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(zipped.body().length).isLessThan(plain.body().length / 2);
        assertThat(unzip(zipped.body())).isEqualTo(plain.body());
        String tag = plain.headers().firstValue("ETag").orElseThrow();
        String zippedTag = zipped.headers().firstValue("ETag").orElseThrow();
        assertThat(zippedTag).isNotEqualTo(tag);
        given().header("If-None-Match", zippedTag).when().get(ARTICLE).then().statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip;q=0", "gzip;q=0.0, *", "br", ""})
    void withoutGzipInAcceptEncodingNothingIsCompressed(String acceptEncoding) throws Exception {
        assertThat(fetch(acceptEncoding).headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void lastModifiedIsTheDateOfTheLedgerOnceItIsNotRecent() {
        Instant change = Instant.parse("2026-01-01T00:00:10.700Z");
        Instant soon = change.plus(Duration.ofMillis(400));
        assertThat(new LastModified(change, soon)).hasToString("Thu, 01 Jan 2026 00:00:06 GMT");
        assertThat(new LastModified(change, change.plusSeconds(60))).hasToString("Thu, 01 Jan 2026 00:00:10 GMT");
        assertThat(new LastModified(change, soon).isNoLaterThan("Thu, 01 Jan 2026 00:00:06 GMT"))
                .as("a date given while warm never earns a 304 for what changed since")
                .isFalse();
        assertThat(new LastModified(change, soon).isNoLaterThan("Thu, 01 Jan 2026 00:00:10 GMT"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"})
    void allThreeFormsOfADateAreParsed(String date) {
        assertThat(HttpDate.parse(date, Instant.parse("2026-01-01T00:00:00Z")))
                .contains(Instant.parse("1994-11-06T08:49:37Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {ARTICLE, "/v1/nothing", "/v1/articles?limit=0", "/q/openapi", "/newsroom/pictures/regatta.svg"})
    void everyResponseHasTheCommonHeaders(String url) {
        when().get(url)
                .then()
                .header("Date", matchesPattern("\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT"))
                .header("Trace-Id", matchesPattern("[0-9a-f]{32}"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Strict-Transport-Security", containsString("max-age="))
                .header("Access-Control-Allow-Origin", "*")
                .header("Set-Cookie", nullValue());
    }

    @Test
    void traceIdOfTraceparentIsUsed() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        given().header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .when()
                .get("/")
                .then()
                .header("Trace-Id", trace);
    }

    @Test
    void pagesOfOtherSitesMayReadPublicResources() {
        given().header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "if-none-match")
                .when()
                .options("/v1/articles")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
                .header("Access-Control-Allow-Headers", containsString("If-None-Match"))
                .header("Access-Control-Allow-Headers", containsString("Content-Type"))
                .header("Access-Control-Allow-Credentials", nullValue());
    }

    @Test
    void pagesOfOtherSitesMayNotUseTheDesk() {
        given().header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "GET")
                .when()
                .options("/v1/desk/articles")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void optionsListsTheMethods() {
        when().options("/v1/articles").then().statusCode(200).header("Allow", containsString("GET"));
    }

    @Test
    void responsesNeverContainTheHostHeader() throws Exception {
        assertThat(new String(fetch("identity").body(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(server.getHost() + ":" + server.getPort());
    }

    private HttpResponse<byte[]> fetch(String acceptEncoding) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(ARTICLE))
                .header("Accept-Encoding", acceptEncoding)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] unzip(byte[] zipped) throws IOException {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return stream.readAllBytes();
        }
    }
}
