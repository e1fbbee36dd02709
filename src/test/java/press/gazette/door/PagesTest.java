package press.gazette.door;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.http.Header;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTML pages that browsers get at the same URLs as programs get JSON. */
@QuarkusTest
class PagesTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    @ParameterizedTest
    @CsvSource({
        "/, Four URLs to try",
        "/problems, Types of problems",
        "/problems/unknown-parameter, What to do",
    })
    void browsersGetAPage(String url, String words) {
        given().accept(BROWSER)
                .when()
                .get(url)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .body(containsString(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/json, text/html;q=0.5", "application/*"})
    void programsGetJson(String accept) {
        for (String url : List.of("/", "/problems", "/problems/not-found")) {
            given().accept(accept).when().get(url).then().statusCode(200).contentType("application/json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BROWSER, "*/*"})
    void pageAndJsonAreCachedSeparately(String accept) {
        for (String url : List.of("/", "/problems", "/problems/not-found")) {
            List<String> vary = given().accept(accept).when().get(url).headers().getValues("Vary");
            assertThat(String.join(", ", vary)).isEqualTo("Accept-Encoding, Accept");
        }
    }

    @Test
    void pageHasItsOwnETag() {
        String page = given().accept(BROWSER).when().get("/").header("ETag");
        assertThat(page).isNotEqualTo(when().get("/").header("ETag"));
        given().accept(BROWSER).header("If-None-Match", page).get("/").then().statusCode(304);
    }

    @Test
    void unknownProblemTypeIsNotFound() {
        given().accept(BROWSER)
                .get("/problems/nonsense")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
    }

    @Test
    void markupInAValueIsEscaped() {
        ProblemPage hostile = new ProblemPage(
                "/problems/\"><script>alert(1)</script>",
                "<b>",
                "</title><script>alert(2)</script>",
                400,
                "<img src=x>",
                "&");
        String page = new String(Pages.problem(hostile), StandardCharsets.UTF_8);
        String listing = new String(Pages.problems(List.of(hostile)), StandardCharsets.UTF_8);
        assertThat(page + listing)
                .doesNotContain("<script", "<img", "<b>", "/problems/\"")
                .contains("&lt;script&gt;", "/problems/&quot;&gt;");
    }

    @Test
    void formerUrlsOfSwaggerUiRedirectToDocs() {
        when().get("/docs?urls.primaryName=Desk")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("/docs/files/swagger-ui-bundle.js"));
        when().get("/docs/files/docs.js").then().statusCode(200).body(containsString("/q/openapi/desk"));
        for (String former : List.of("/docs/", "/q/swagger-ui")) {
            given().redirects().follow(false).get(former).then().statusCode(308).header("Location", endsWith("/docs"));
        }
        for (String nothing : List.of("/docs/index.html", "/docs/files/none.js", "/swagger-ui/swagger-ui.css")) {
            when().get(nothing).then().statusCode(404).contentType("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/files/swagger-ui-bundle.js", "/docs/files/swagger-ui.css"})
    void contentSecurityPolicyOfSwaggerUiIsMinimal(String url) {
        when().get(url)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=0"))
                .header(
                        "Content-Security-Policy",
                        equalTo("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
                                + "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"));
    }

    /** RFC 9110 §15.4.5: Content-Location, Date, ETag, Vary, Cache-Control and Expires as in a 200. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/door.css",
                "/problems",
                "/docs",
                "/docs/files/swagger-ui-bundle.js",
                "/reader",
                "/reader/files/reader.js",
                "/newsroom/pictures/regatta.svg",
                "/q/openapi"
            })
    void unchangedFileGets304WithTheHeadersOfA200(String url) {
        for (String coding : List.of("gzip", "identity")) {
            Response whole = given().header("Accept-Encoding", coding).get(url);
            assertThat(whole.statusCode()).isEqualTo(200);
            assertThat(whole.header("Cache-Control")).doesNotContain("immutable");
            Response unchanged = given().header("Accept-Encoding", coding)
                    .header("If-None-Match", whole.header("ETag"))
                    .get(url);
            assertThat(unchanged.statusCode()).isEqualTo(304);
            assertThat(lasting(unchanged)).isEqualTo(lasting(whole));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/files/swagger-ui-bundle.js", "/newsroom/pictures/regatta.svg", "/q/openapi"})
    void filesAreCompressed(String url) {
        given().header("Accept-Encoding", "gzip")
                .config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .get(url)
                .then()
                .statusCode(200)
                .header("Content-Encoding", equalTo("gzip"))
                .header("ETag", endsWith("-gzip\""));
    }

    /** All headers but those of the content, of this connection and of this one response. */
    private static Map<String, List<String>> lasting(Response response) {
        return response.headers().asList().stream()
                .filter(header -> !header.getName()
                        .matches("(?i)content-(type|length|encoding)|transfer-encoding|connection" + "|date|trace-id"))
                .collect(Collectors.groupingBy(
                        Header::getName, TreeMap::new, Collectors.mapping(Header::getValue, Collectors.toList())));
    }
}
