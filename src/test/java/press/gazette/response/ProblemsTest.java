package press.gazette.response;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.RawHttp;
import press.gazette.problem.ProblemType;

/** Every rejected request gets a problem that says what is allowed. */
@QuarkusTest
class ProblemsTest {

    @TestHTTPResource("/")
    URI server;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/articles?zzzzz=putin           | 400 | unknown-parameter  | contributor, count",
                "/v1/articles?limt=3                | 400 | unknown-parameter  | limit",
                "/v1/articles?tagz=putin            | 400 | unknown-parameter  | \"tags\"",
                "/v1/articles?limit=1&limit=2       | 400 | repeated-parameter | one value",
                "/v1/articles?limit=0               | 400 | invalid-parameter  | 1 to 100",
                "/v1/articles?limit=101             | 400 | invalid-parameter  | 1 to 100",
                "/v1/articles?limit=-1              | 400 | invalid-parameter  | 1 to 100",
                "/v1/articles?limit=1e2             | 400 | invalid-parameter  | 1 to 100",
                "/v1/articles?limit=                | 400 | invalid-parameter  | no value",
                "/v1/articles?limit=99999999999999  | 400 | invalid-parameter  | 1 to 100",
                "/v1/articles?limit=%D9%A3          | 400 | invalid-parameter  | 1 to 100",
                "/v1/articles?cursor                | 400 | invalid-parameter  | no value",
                "/v1/articles?cursor=abc            | 400 | invalid-cursor     | next",
                "/v1/articles?cursor=%00            | 400 | invalid-cursor     | next",
                "/v1/tags?type=PERSON               | 400 | invalid-parameter  | person",
                "/v1/articles/" + Newsroom.GAS_CONTRACT + "?body=pdf       | 400 | invalid-parameter | markdown",
                "/v1/articles/" + Newsroom.GAS_CONTRACT + "?body=html,html | 400 | invalid-parameter | each once",
                "/v1/articles/" + Newsroom.GAS_CONTRACT + "?include=all    | 400 | invalid-parameter | related",
                "/v1/changes?after=abc              | 400 | invalid-cursor     | next",
                "/v1/changes?types=all              | 400 | invalid-parameter  | article, tag",
                "/v1/search                         | 400 | invalid-parameter  | At character 1 of q a word is expected",
                "/v1/search?q=                      | 400 | invalid-parameter  | no value",
                "/v1/search?q=%22%20-%20%22         | 400 | invalid-parameter  | no letter and no digit",
                "/v1/search?q=?!+-tide              | 400 | invalid-parameter  | At character 4 of q",
                "/v1/search?q=tide&match=most       | 400 | invalid-parameter  | words, all, any",
                "/v1/search?q=tide&typos=two        | 400 | invalid-parameter  | auto, none",
                "/v1/search?q=tide&order=updated    | 400 | invalid-parameter  | relevance, newest, oldest",
                "/v1/search?q=tide&facets=author    | 400 | invalid-parameter  | tags, section, contributor",
                "/v1/search?q=tide&facets=year,year | 400 | invalid-parameter  | twice",
                "/v1/search?q=tide&facets=year&cursor=abc | 400 | invalid-parameter | first page only",
                "/v1/search?q=tide&cursor=abc       | 400 | invalid-cursor     | next",
                "/v1/search?q=tide&highlight=yes    | 400 | invalid-parameter  | true or false",
                "/v1/search?q=tide&fields=highlights | 400 | invalid-parameter | highlight=true",
                "/v1/search?q=tide&fields=body      | 400 | invalid-parameter  | no field",
                "/v1/search?q=tide&fields=title&highlight=true | 400 | invalid-parameter | needs the field",
                "/v1/search?q=tide&limit=101        | 400 | invalid-parameter  | 1 to 100",
                "/v1/search?q=tide&count=yes        | 400 | invalid-parameter  | exact",
                "/v1/search?q=tide&body=html        | 400 | unknown-parameter  | body",
                "/v1/search?q=tide&tags=a,b%7Cc     | 400 | invalid-parameter  | At character 4 of tags",
                "/v1/search?q=tide&tags=nobody      | 400 | invalid-parameter  | no tag",
                "/v1/search?q=tide&section=putin    | 400 | invalid-parameter  | no section",
                "/v1/search?q=tide&contributor=x_   | 400 | invalid-parameter  | slug or id",
                "/v1/search?q=tide&from=2026-02-01&to=2026-01-01 | 400 | invalid-parameter | later than",
                "/v1/search?q=tide&descendants=true | 400 | invalid-parameter  | needs a tag",
                "/v1/search?q=tide&type=NEWS        | 400 | invalid-parameter  | news, analysis",
                "/v1/search/suggestions             | 400 | invalid-parameter  | 1 to 100 characters",
                "/v1/search/suggestions?q=?!        | 400 | invalid-parameter  | a letter or a digit",
                "/v1/search/suggestions?q=a&limit=3 | 400 | unknown-parameter  | limit",
                "/v1/search/nothing?q=a             | 404 | not-found          | nothing",
                "/?x=1                              | 400 | unknown-parameter  | no parameter",
                "/v1/articles/Capital               | 404 | not-found          | article",
                "/v1/articles/%F0%9F%92%A9          | 404 | not-found          | article",
                "/v1/articles/..%2f..%2fetc         | 404 | not-found          | no",
                "/v1/nothing                        | 404 | not-found          | nothing",
                "/v2/articles                       | 404 | not-found          | nothing",
                "/q/nothing                         | 404 | not-found          | nothing",
                "/newsroom/pictures/none.svg        | 404 | not-found          | nothing",
                "/v1/articles/%ff                   | 400 | malformed-request  | UTF-8",
                "/v1/articles?cursor=%c0%80         | 400 | malformed-request  | UTF-8",
                "/v1/articles;x=1                   | 400 | malformed-request  | semicolon",
                "/v1/articles/                      | 400 | malformed-request  | empty segment",
                "/problems/no-such-problem          | 404 | not-found          | type of problem",
            })
    void badRequestsGetAProblemWithARemedy(String url, int status, String code, String hint) {
        given().urlEncodingEnabled(false)
                .when()
                .get(url)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + code))
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("instance", notNullValue())
                .body("detail", containsString(hint));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//v1/articles",
                "/v1//articles",
                "/v1/articles/\u00e9",
                "/v1/articles;jsessionid=1",
                "/v1/articles/%e2%28%a1",
            })
    void malformedTargetsGetProblems(String target) throws IOException {
        assertThat(RawHttp.get(server, target))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json")
                .contains("\"code\":\"malformed-request\"")
                .contains("Trace-Id: ");
    }

    @Test
    void problemNamesTheFaultyParameter() {
        when().get("/v1/articles?limt=3")
                .then()
                .body("errors", hasSize(1))
                .body("errors[0].parameter", equalTo("limt"))
                .body("errors[0].detail", equalTo("There is no parameter \"limt\". Did you mean \"limit\"?"));
    }

    @Test
    void problemCutsALongParameter() {
        assertThat(when().get("/v1/articles?" + "x".repeat(5_000) + "=1").asString())
                .hasSizeLessThan(800);
    }

    @Test
    void unknownMethodGets405WithAllow() {
        Response refused =
                given().body("{}").contentType("application/json").when().delete("/v1/articles");
        refused.then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("code", equalTo("method-not-allowed"));
        assertThat(refused.header("Allow")).contains("GET");
    }

    @Test
    void unknownFormatGets406() {
        given().accept("application/xml")
                .when()
                .get("/v1/articles")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("code", equalTo("not-acceptable"));
    }

    @Test
    void longUrlsAndHeadersGetProblems() {
        when().get("/v1/articles?cursor=" + "x".repeat(8_000))
                .then()
                .statusCode(414)
                .contentType("application/problem+json")
                .body("code", equalTo("uri-too-long"));
        given().header("X-Long", "x".repeat(16_000))
                .when()
                .get("/v1/articles")
                .then()
                .statusCode(431)
                .contentType("application/problem+json")
                .body("code", equalTo("headers-too-large"));
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyKindOfProblemHasAPageAndARowInTheDocs(ProblemType type) throws IOException {
        when().get("/problems/" + type.code())
                .then()
                .statusCode(200)
                .body("type", equalTo("/problems/" + type.code()))
                .body("status", equalTo(Problems.status(type)))
                .body("meaning", equalTo(type.meaning()))
                .body("remedy", equalTo(type.remedy()));
        assertThat(Files.readString(Path.of("docs/errors.md"))).contains("`" + type.code() + "`");
    }

    @Test
    void allKindsAreListed() {
        when().get("/problems").then().body("items", hasSize(ProblemType.values().length));
    }
}
