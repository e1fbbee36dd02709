package press.gazette.importer.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.article.ArticlePast;
import press.gazette.importer.wordpress.Exports;
import press.gazette.newsroom.Keys;

/** Texts, slugs and dates that the desk would reject or alter: the article arrives all the same. */
@QuarkusTest
class ImportCasesTest extends TidyImports {

    @Test
    void slugOfTheFormOfAnIdIsAltered() {
        String id = "01900000-0000-7000-8000-00000000abcd";
        JsonPath article = imported(Exports.post("1", id, "Imported"));
        assertThat(article.getString("slug")).isNotEqualTo(id);
    }

    @Test
    void titleWithoutVisibleWordsIsMade() {
        JsonPath article =
                imported(Exports.post("1", "a", "Imported words").replace("Title of a", "\u200b&#8203;&shy;"));
        assertThat(article.getString("title")).isEqualTo("Imported words");
    }

    @Test
    void softHyphenIsNoHyphen() {
        JsonPath article = imported(Exports.post("1", "", "Imported")
                .replace("Title of ", "Verkehrs\u00administer tritt zu\u00adr\u00fcck"));
        assertThat(article.getString("slug")).matches("verkehrsminister-tritt-zuru?e?ck");
    }

    @Test
    void datesOutsideTheCalendarAreNone() {
        for (String year : List.of("0001", "9999")) {
            JsonPath article = imported(Exports.post("1", "a", "Imported in " + year)
                    .replace("2019-03-02", year + "-12-31")
                    .replace("2019-04-01", year + "-12-31"));
            assertThat(article.getString("title")).isEqualTo("Title of a");
            TestImports.clear();
        }
    }

    @Test
    void categoryThatTheFileHasTwiceIsOneTag() {
        JsonPath article = imported(
                Exports.category("desk-import-harbour", "", "Harbour"),
                Exports.category("desk-import-harbour", "", " harbour "),
                Exports.post("1", "a", "Imported", Exports.term("category", "desk-import-harbour")));
        assertThat(article.getList("tags")).containsExactly("desk-import-harbour");
    }

    /** However deep, compressed or cut off a file is, the import ends and tells of it. */
    @ParameterizedTest
    @CsvSource({"ghost, 100", "ghost, 100000", "ninjs, 100", "ninjs, 100000", "ndjson, 100000"})
    void deepJsonEndsWithItsFault(String format, int levels) {
        String deep = "[".repeat(levels) + "]".repeat(levels);
        String post = "{\"id\":\"1\",\"uuid\":\"u\",\"title\":\"T\",\"html\":\"x\",\"status\":\"draft\",\"deep\":"
                + deep + "}";
        String file = switch (format) {
            case "ghost" -> "{\"db\":[{\"data\":{\"posts\":[" + post + "]}}]}";
            case "ninjs" ->
                "{\"uri\":\"urn:1\",\"type\":\"text\",\"headline\":\"T\",\"body_text\":\"x\",\"deep\":" + deep + "}";
            default -> "{\"gazette\":\"export\",\"format\":1,\"deep\":" + deep + "}\n";
        };
        JsonPath ended = TestImports.ended(TestImports.send(file, "format=" + format + "&dryRun=true")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        assertThat(String.valueOf(ended.getString("fault"))).doesNotContain("The server has failed");
        assertThat(ended.getString("state").equals("failed") || ended.getInt("created") == 1)
                .as(ended.prettify())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wordpress", "ghost", "rss", "ninjs", "ndjson"})
    void compressedFileIsToldAsNoneOfTheFormat(String format) {
        JsonPath ended = TestImports.ended(
                TestImports.send("PK\u0003\u0004\u0014\u0000\b\u0000export.xml", "format=" + format + "&dryRun=true")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
        assertThat(ended.getString("state")).isEqualTo("failed");
        assertThat(ended.getString("fault")).doesNotContain("The server has failed");
    }

    /** The only article of an export. */
    private static JsonPath imported(String... items) {
        JsonPath done = TestImports.imported(Exports.of(items), "");
        assertThat(done.getInt("created"))
                .as(String.join("\n", TestImports.report(done.getString("id"))))
                .isEqualTo(1);
        UUID id = QuarkusTransaction.requiringNew()
                .call(() -> ArticlePast.find("https://www.old.example", "1").orElseThrow());
        return Keys.asAdmin().get("/v1/desk/articles/" + id).jsonPath();
    }
}
