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

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see who come with a browser, at the same addresses as programs. */
@QuarkusTest
class PagesTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    @ParameterizedTest
    @CsvSource({
        "/, Three things to ask for",
        "/problems, What can go wrong",
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
    void cachesKeepBoth(String accept) {
        for (String url : List.of("/", "/problems", "/problems/not-found")) {
            List<String> vary = given().accept(accept).when().get(url).headers().getValues("Vary");
            assertThat(String.join(", ", vary)).isEqualTo("Accept-Encoding, Accept");
        }
    }

    @Test
    void aPageHasAValidatorOfItsOwn() {
        String page = given().accept(BROWSER).when().get("/").header("ETag");
        assertThat(page).isNotEqualTo(when().get("/").header("ETag"));
        given().accept(BROWSER).header("If-None-Match", page).get("/").then().statusCode(304);
    }

    @Test
    void whatIsNoKindOfProblemIsAProblem() {
        given().accept(BROWSER)
                .get("/problems/nonsense")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
    }

    @Test
    void markupInAValueIsText() {
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
    void swaggerUiIsAtDocsAndItsFormerAddressLeadsThere() {
        when().get("/docs/").then().statusCode(200).body(containsString("/q/openapi/desk"));
        given().redirects().follow(false).get("/docs").then().statusCode(302).header("Location", endsWith("/docs/"));
        given().redirects()
                .follow(false)
                .get("/q/swagger-ui")
                .then()
                .statusCode(308)
                .header("Location", endsWith("/docs"));
    }
}
