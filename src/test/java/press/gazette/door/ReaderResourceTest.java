package press.gazette.door;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader site as the server gives it out; what it does in a browser is in src/test/browser. */
@QuarkusTest
class ReaderResourceTest {

    private static final int MOST_BYTES = 40_000;

    private static final Pattern IMPORT = Pattern.compile("from \"\\./([\\w-]+\\.js)\"");
    private static final Pattern FILE = Pattern.compile("\"/reader/files/([\\w.-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"/reader", "/reader/articles/gas-contract-averil", "/reader/tags/putin"})
    void everyAddressOfTheSiteCanBeLinkedTo(String url) {
        when().get(url)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("src=\"/reader/files/reader.js\""));
    }

    @Test
    void thePageOfAPreviewIsForNobodyElse() {
        when().get("/reader/previews/AZmjxR9efDqLHS9gx7Gp5AAAAABpIcsAo4JbW0G7cU5v1rXk0dQ8aQ")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", startsWith("default-src 'none'"));
    }

    @ParameterizedTest
    @CsvSource({
        "reader.js, text/javascript",
        "reader.css, text/css",
        "gazette.js, text/javascript",
    })
    void filesAreWhatTheyAre(String name, String type) {
        when().get("/reader/files/" + name)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith(type))
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void aPageRunsNothingButItsOwnFiles() {
        when().get("/reader")
                .then()
                .header(
                        "Content-Security-Policy",
                        startsWith("default-src 'none'; script-src 'self'; style-src 'self';"));
    }

    @Test
    void aReleaseReplacesAllFilesAtOnce() {
        String tag = when().get("/reader/files/reader.js")
                .then()
                .header("Cache-Control", "public, max-age=0")
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag)
                .get("/reader/files/reader.js")
                .then()
                .statusCode(304);
    }

    @Test
    void theWholeSiteIsSmallAndLacksNoFile() {
        String page = text("/reader");
        int bytes = page.length();
        Set<String> seen = new TreeSet<>();
        Deque<String> ahead = new ArrayDeque<>(named(FILE, page));
        while (!ahead.isEmpty()) {
            String name = ahead.remove();
            if (seen.add(name)) {
                String file = text("/reader/files/" + name);
                bytes += file.length();
                ahead.addAll(named(IMPORT, file));
            }
        }
        assertThat(seen).contains("reader.css", "gazette.js", "failure.js");
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reader/files/application.properties",
                "/reader/files/..%2fapplication.properties",
                "/reader/lists/home",
                "/reader/articles/a/b"
            })
    void thereIsNothingElse(String url) {
        given().urlEncodingEnabled(false).get(url).then().statusCode(404).body("code", equalTo("not-found"));
    }

    private static List<String> named(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(name -> name.group(1)).toList();
    }

    private static String text(String url) {
        return when().get(url).then().statusCode(200).extract().asString();
    }
}
