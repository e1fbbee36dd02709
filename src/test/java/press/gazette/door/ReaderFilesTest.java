package press.gazette.door;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
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

/** The scripts and styles of the reader site, with their texts and their size. */
@QuarkusTest
class ReaderFilesTest {

    private static final int MOST_BYTES = 60_000;

    private static final Pattern IMPORT = Pattern.compile("from \"\\./([\\w-]+\\.js)\"");
    private static final Pattern FILE = Pattern.compile("\"/reader/files/([\\w.-]+)\"");

    @ParameterizedTest
    @CsvSource({
        "reader.js, text/javascript",
        "reader.css, text/css",
        "gazette.js, text/javascript",
    })
    void filesHaveTheirMediaTypes(String name, String type) {
        when().get("/reader/files/" + name)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith(type))
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void newReleaseReplacesAllFilesAtOnce() {
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
    void siteIsSmallAndComplete() {
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

    /** All text of the site, except comments in its scripts, and of the sample newsroom. */
    @Test
    void allTextsUseTypographicApostrophes() {
        Pattern typed = Pattern.compile("[A-Za-z]'[a-z]");
        assertThat(text("/reader")).doesNotContainPattern(typed);
        for (String name : List.of("reader", "site", "home", "article", "tag", "search", "card", "failure", "words")) {
            String script = text("/reader/files/" + name + ".js").replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "");
            assertThat(script).as(name).doesNotContainPattern(typed);
        }
        for (String url :
                List.of("/v1/articles?limit=100", "/v1/tags?limit=100", "/v1/lists", "/v1/pages/home", "/v1/site")) {
            assertThat(text(url)).as(url).doesNotContainPattern(typed);
        }
    }

    private static List<String> named(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(name -> name.group(1)).toList();
    }

    private static String text(String url) {
        return when().get(url).then().statusCode(200).extract().asString();
    }
}
