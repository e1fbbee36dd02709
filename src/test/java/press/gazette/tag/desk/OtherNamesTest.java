package press.gazette.tag.desk;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static press.gazette.newsroom.TestTags.TAGS;
import static press.gazette.newsroom.TestTags.clear;
import static press.gazette.newsroom.TestTags.keyword;
import static press.gazette.newsroom.TestTags.patch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.change.Ledger;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Newsroom;
import press.gazette.tag.Vocabulary;
import press.gazette.tag.naming.OtherName;

/** Other names of tags: at the desk, for readers, in structured data, in memory. */
@QuarkusTest
class OtherNamesTest {

    private static final String ZOE = "{\"otherNames\": [{\"name\": \" Зоя \", \"language\": \"ru\"},"
            + " {\"name\": \"Zoë\", \"language\": \"de-CH\"}]}";

    private static final List<Map<String, String>> STORED =
            List.of(Map.of("name", "Зоя", "language", "ru"), Map.of("name", "Zoë", "language", "de-CH"));

    @AfterEach
    void takeOut() {
        clear();
    }

    @Test
    void otherNamesAreWrittenAtTheDeskAndShownToReaders() {
        String id = keyword("trial-zoe", "active");
        when().get("/v1/tags/trial-zoe").then().body("otherNames", equalTo(List.of()));
        patch("trial-zoe", ZOE).then().statusCode(200).body("otherNames", equalTo(STORED));
        when().get("/v1/tags/trial-zoe").then().body("otherNames", equalTo(STORED));
        Keys.asAdmin().get(TAGS + "/trial-zoe").then().body("otherNames", equalTo(STORED));
        when().get("/v1/tags?q=trial").then().body("items[0].otherNames", equalTo(STORED));
        Keys.asAdmin().get(TAGS + "?q=trial").then().body("items[0].otherNames", equalTo(STORED));
        assertThat(Vocabulary.get()
                        .tags(Set.of(UUID.fromString(id)), Ledger.head().seq())
                        .get(UUID.fromString(id))
                        .otherNames())
                .containsExactly(new OtherName("Зоя", "ru"), new OtherName("Zoë", "de-CH"));
        patch("trial-zoe", "{\"description\": \"Another edit.\"}").then().body("otherNames", equalTo(STORED));
        patch("trial-zoe", "{\"otherNames\": null}").then().statusCode(200).body("otherNames", equalTo(List.of()));
        when().get("/v1/tags/trial-zoe").then().body("otherNames", equalTo(List.of()));
    }

    @Test
    void otherNamesAreInTheLedgerAndNeedTheScopeToPublish() {
        String id = keyword("trial-zoe", "active");
        Keys.as(Keys.with("desk:write"))
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(ZOE.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .patch(TAGS + "/trial-zoe")
                .then()
                .statusCode(403);
        long before = Ledger.head().seq();
        Response written = patch("trial-zoe", ZOE);
        assertThat(Ledger.after(before, 10))
                .extracting(change -> change.kind().name() + " " + change.subject())
                .contains("UPDATED tag:" + id);
        patch("trial-zoe", ZOE).then().statusCode(200).header("ETag", written.header("ETag"));
    }

    @Test
    void structuredDataNamesEachSpellingOnce() {
        when().get("/v1/articles/" + Newsroom.GAS_CONTRACT + ".jsonld")
                .then()
                .body("about.find { it.name == 'Putin' }.alternateName", hasItem("Путин"))
                .body("about.find { it.name == 'Putin' }.alternateName", hasItem("Poutine"));
        List<Map<String, String>> sample = when().get("/v1/tags/kremlin").path("otherNames");
        assertThat(sample).extracting(name -> name.get("language")).contains("ru", "uk");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '´',
            value = {
                "[{\"name\": \"Zoya\"}]                                        | /otherNames/0/language",
                "[{\"language\": \"ru\"}]                                      | /otherNames/0/name",
                "[{\"name\": \"  \", \"language\": \"ru\"}]                    | /otherNames/0/name",
                "[{\"name\": \"\\u200B\\u2060\", \"language\": \"ru\"}]        | /otherNames/0/name",
                "[{\"name\": \"Zo\\u202Eya\", \"language\": \"ru\"}]           | /otherNames/0/name",
                "[{\"name\": \"Zo\\u200Bya\", \"language\": \"ru\"}]           | /otherNames/0/name",
                "[{\"name\": \"Zo\\nya\", \"language\": \"ru\"}]               | /otherNames/0/name",
                "[{\"name\": \"Zo\\uE000ya\", \"language\": \"ru\"}]           | /otherNames/0/name",
                "[{\"name\": \"Zoya\", \"language\": \"\"}]                    | /otherNames/0/language",
                "[{\"name\": \"Zoya\", \"language\": \"Russian language\"}]    | /otherNames/0/language",
                "[{\"name\": \"Zoya\", \"language\": \"r\"}]                   | /otherNames/0/language",
                "[{\"name\": \"Zoya\", \"language\": \"ru\", \"script\": \"Latn\"}] | /otherNames/0/script",
                "[{\"name\": \"Zoya\", \"language\": \"ru\"}, {\"name\": \"zoyä\", \"language\": \"RU\"}] | /otherNames/1",
                "[\"Zoya\"]                                                    | /otherNames/0",
                "[null]                                                        | /otherNames/0",
                "\"Zoya\"                                                      | /otherNames",
            })
    void faultInAnOtherNameIsReportedWithItsPointer(String names, String pointer) {
        keyword("trial-zoe", "active");
        patch("trial-zoe", "{\"otherNames\": " + names + "}")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-content"))
                .body("errors[0].pointer", equalTo(pointer));
        when().get("/v1/tags/trial-zoe").then().body("otherNames", equalTo(List.of()));
    }

    @Test
    void numberAndLengthOfOtherNamesAreBounded() {
        keyword("trial-zoe", "active");
        patch("trial-zoe", names(OtherName.MOST)).then().statusCode(200);
        patch("trial-zoe", names(OtherName.MOST + 1))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/otherNames"))
                .body("detail", equalTo("At /otherNames: A tag has at most 30 other names."));
        String longest = "z".repeat(OtherName.LONGEST);
        patch("trial-zoe", one(longest)).then().statusCode(200);
        patch("trial-zoe", one(longest + "z"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/otherNames/0/name"));
        // One character that is eighteen in the form that searches compare.
        patch("trial-zoe", one("\uFDFA".repeat(100)))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/otherNames/0/name"));
        patch("trial-zoe", one("می\u200Cخواهم")).then().statusCode(200);
    }

    @Test
    void targetOfAMergerGetsTheNamesOfAVisibleTag() {
        keyword("trial-from", "active");
        keyword("trial-into", "active");
        patch("trial-into", one("Зоя")).then().statusCode(200);
        patch(
                        "trial-from",
                        "{\"name\": \"Trial former\", \"otherNames\": [{\"name\": \"зоя\", \"language\": \"ru\"},"
                                + " {\"name\": \"Trial trial-into\", \"language\": \"de\"}, {\"name\": \"Zoé\", \"language\": \"fr\"}]}")
                .then()
                .statusCode(200);
        merge("trial-from", "trial-into").then().statusCode(200);
        when().get("/v1/tags/trial-into").then().body("otherNames.name", contains("Зоя", "Trial former", "Zoé"));
        when().get("/v1/tags/trial-into").then().body("otherNames.language", contains("ru", "en", "fr"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u200F", "\\u200E", "\\u00AD", "\\uFEFF", "\\uE000"})
    void targetOfAMergerStaysEditableIfTheNameHasAnInvisibleCharacter(String character) {
        keyword("trial-from", "active");
        keyword("trial-into", "active");
        patch("trial-from", "{\"name\": \"Zo" + character + "ya\"}").then().statusCode(200);
        merge("trial-from", "trial-into").then().statusCode(200).body("otherNames.name", contains("Zoya"));
        Keys.asAdmin().get(TAGS + "/trial-into").then().statusCode(200);
        patch("trial-into", "{\"description\": \"Edited.\"}")
                .then()
                .statusCode(200)
                .body("otherNames.name", contains("Zoya"));
    }

    @Test
    void mergerRevealsNoNameThatReadersDoNotSee() {
        keyword("trial-into", "active");
        keyword("trial-secret", "proposed");
        merge("trial-secret", "trial-into").then().statusCode(200);
        keyword("trial-gone", "active");
        patch("trial-gone", "{\"state\": \"hidden\"}").then().statusCode(200);
        merge("trial-gone", "trial-into").then().statusCode(200);
        when().get("/v1/tags/trial-into").then().body("otherNames", equalTo(List.of()));
    }

    @Test
    void targetOfAMergerKeepsTheBound() {
        keyword("trial-from", "active");
        keyword("trial-into", "active");
        patch("trial-into", names(OtherName.MOST - 1)).then().statusCode(200);
        patch("trial-from", one("Зоя")).then().statusCode(200);
        merge("trial-from", "trial-into").then().statusCode(200);
        List<String> names = when().get("/v1/tags/trial-into").path("otherNames.name");
        assertThat(names).hasSize(OtherName.MOST).endsWith("Trial trial-from");
    }

    private static Response merge(String from, String into) {
        return Keys.asAdmin()
                .contentType("application/json")
                .header("If-Match", "*")
                .body("{\"into\": \"" + into + "\"}")
                .put(TAGS + "/" + from + "/merger");
    }

    private static String one(String name) {
        return "{\"otherNames\": [{\"name\": \"" + name + "\", \"language\": \"ru\"}]}";
    }

    private static String names(int number) {
        return "{\"otherNames\": ["
                + IntStream.range(0, number)
                        .mapToObj(i -> "{\"name\": \"Name " + i + "\", \"language\": \"en\"}")
                        .collect(Collectors.joining(", "))
                + "]}";
    }
}
