package press.gazette.desk;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.change.Ledger;
import press.gazette.json.MergePatch;
import press.gazette.newsroom.Listings;
import press.gazette.newsroom.RawHttp;

/** How a write comes in and is acknowledged, by the example of notes. */
@QuarkusTest
class DeskTest {

    private static final String NOTES = "/v1/desk/notes";

    /** The client would add another charset by itself. */
    private static final String PATCH = MergePatch.MEDIA_TYPE + "; charset=UTF-8";

    private static final int WRITERS = 20;

    @TestHTTPResource("/")
    URI server;

    @Test
    void aNewThingIsAnsweredWithItsPlaceAndItsTag() {
        String slug = slug();
        Response created = post(draft(slug, "A title"));
        created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Cache-Control", "no-store")
                .header("Preference-Applied", nullValue())
                .header("Access-Control-Allow-Origin", nullValue())
                .body("note.slug", equalTo(slug));
        String location = created.header("Location");
        assertThat(location).isEqualTo(NOTES + "/" + created.path("id"));
        when().get(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .header("Cache-Control", "no-store")
                .header("Last-Modified", nullValue())
                .body("note.title", equalTo("A title"));
        given().header("If-None-Match", "\"0\"").get(location).then().statusCode(304);
        given().header("If-None-Match", "\"1\"").get(location).then().statusCode(200);
    }

    @Test
    void textsAreNormalisedAndTimesAreUtcInMicroseconds() {
        post("{\"slug\":\"%s\",\"title\":\"Cafe\u0301\",\"due\":\"2026-01-31t10:30:00.1234567+01:00\",\"code\":\"ABC\"}"
                        .formatted(slug()))
                .then()
                .statusCode(201)
                .body("note.title", equalTo("Caf\u00e9"))
                .body("note.due", equalTo("2026-01-31T09:30:00.123456Z"))
                .body("note.code", equalTo("ABC"))
                .body("note", not(hasEntry("summary", null)));
    }

    @Test
    void listingsAreForTheDeskOnly() {
        List<String> ids = List.of(id(full()), id(full()), id(full()));
        List<Object> walked = Listings.walk(NOTES + "?limit=2").stream()
                .map(item -> item.get("id"))
                .toList();
        assertThat(walked).containsAll(ids).doesNotHaveDuplicates();
        when().get(NOTES + "?limit=1")
                .then()
                .header("Cache-Control", "no-store")
                .header("Last-Modified", nullValue())
                .header("Link", containsString("rel=\"next\""));
    }

    // --- Merge patch ---

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '´',
            value = {
                "{\"title\":\"New\"}                     | title      | New",
                "{\"summary\":null}                      | summary    |",
                "{\"place\":{\"floor\":7}}               | place.floor | 7",
                "{\"place\":{\"floor\":7}}               | place.name | Attic",
                "{\"place\":null}                        | place      |",
                "{\"words\":[\"c\"]}                     | words[0]   | c",
                "{\"words\":[\"c\"]}                     | words[1]   |",
                "{\"tally\":{\"a\":null,\"c\":3}}        | tally.c    | 3",
                "{\"tally\":{\"a\":null,\"c\":3}}        | tally.b    | 2",
                "{\"tally\":{\"a\":null,\"c\":3}}        | tally.a    |",
                "{\"text\":{\"blocks\":[{\"type\":\"divider\"}]}} | text.plain |",
                "{\"text\":{\"plain\":\"now\"}}          | text.plain | now",
                "{\"day\":null}                          | title      | Old",
                "{}                                      | title      | Old",
            })
    void aPatchChangesWhatItNames(String patch, String path, String value) {
        String location = full();
        String changed = patch(location, "\"0\"", patch)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("note." + path);
        assertThat(changed).isEqualTo(value);
        assertThat(when().get(location).jsonPath().getString("note." + path)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '´',
            value = {
                "{\"title\":null}              | /title       | required",
                "{\"titl\":\"x\"}              | /titl        | Did you mean",
                "{\"titl\":null}               | /titl        | Did you mean",
                "{\"place\":{\"flor\":null}}   | /place/flor  | Did you mean",
                "{\"place\":{\"name\":null}}   | /place/name  | required",
                "{\"place\":{\"floor\":\"x\"}} | /place/floor | whole number",
                "{\"words\":[null]}            | /words/0     | null",
                "{\"text\":{\"plain\":null}}   | /text        | in one way",
                "{\"title\":\"a\",\"title\":1} | /title       | given twice",
                "[]                            | ´´           | must be an object",
                "null                          | ´´           | must be an object",
            })
    void aPatchIsReadAsStrictlyAsADraft(String patch, String pointer, String detail) {
        String location = full();
        patch(location, "\"0\"", patch)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-content"))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
        when().get(location).then().header("ETag", "\"0\"");
    }

    // --- Media types and sizes ---

    @ParameterizedTest
    @CsvSource({
        "POST, text/plain, Accept-Post, application/json",
        "POST, application/merge-patch+json, Accept-Post, application/json",
        "POST, application/json;charset=iso-8859-1, Accept-Post, application/json",
        "PUT, application/xml, Accept, application/json",
        "PATCH, application/json, Accept-Patch, application/merge-patch+json",
        "PATCH, application/json-patch+json, Accept-Patch, application/merge-patch+json",
    })
    void otherMediaTypesAreRefusedWithThoseThatAreRead(String method, String type, String header, String read) {
        String path = method.equals("POST") ? NOTES : full();
        given().contentType(type)
                .header("If-Match", "*")
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .request(method, path)
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .header(header, read)
                .body("code", equalTo("unsupported-media-type"))
                .body("detail", containsString(read));
    }

    @Test
    void compressedContentIsNotRead() {
        given().contentType("application/json")
                .header("Content-Encoding", "gzip")
                .body("{}")
                .post(NOTES)
                .then()
                .statusCode(415);
    }

    @Test
    void tooMuchContentIsRefusedBeforeItIsRead() throws IOException {
        assertThat(RawHttp.send(server, "POST", NOTES, "Content-Type: application/json", "Content-Length: 2097153"))
                .startsWith("HTTP/1.1 413 ")
                .contains("application/problem+json", "\"code\":\"content-too-large\"", "2097152 bytes");
    }

    @Test
    void contentThatTurnsOutTooLongIsRefusedWhileItIsRead() throws IOException {
        // Two mebibytes and the first two bytes of a chunk that never ends.
        String chunk = "100000\r\n" + "x".repeat(0x100000) + "\r\n";
        assertThat(RawHttp.send(
                        server,
                        "POST",
                        NOTES,
                        "Content-Type: application/json",
                        "Transfer-Encoding: chunked",
                        "",
                        chunk + chunk + "8"))
                .startsWith("HTTP/1.1 413 ")
                .contains("application/problem+json", "\"code\":\"content-too-large\"");
    }

    // --- If-Match ---

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "PUT", "DELETE"})
    void whoeverWritesSaysWhatWasRead(String method) {
        String location = full();
        write(location, null, method).then().statusCode(428).body("code", equalTo("precondition-required"));
        write(location, "\"1\"", method)
                .then()
                .statusCode(412)
                .body("code", equalTo("precondition-failed"))
                .body("detail", containsString("\"0\" now, last changed by key:ada"));
        when().get(location).then().statusCode(200).header("ETag", "\"0\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '´',
            value = {
                "\"0\" | 200",
                "* | 200",
                "\"0-gzip\" | 200",
                "\"8\", \"0\" | 200",
                " , \"a,b\" ,, \"0\" | 200",
                "W/\"0\" | 412",
                "\"00\" | 412",
                "\"\" | 412",
                "\"0-br\" | 412",
                "0 | 400",
                "\"0 | 400",
                "\"0\" \"1\" | 400",
                "*, \"0\" | 400",
            })
    void everyFormOfIfMatchIsUnderstood(String ifMatch, int status) {
        patch(full(), ifMatch, "{\"title\":\"New\"}").then().statusCode(status);
    }

    @Test
    void eachChangeHasItsOwnTagAndAnEmptyOneKeepsIt() {
        String location = full();
        patch(location, "\"0\"", "{\"title\":\"New\"}").then().header("ETag", "\"1\"");
        patch(location, "\"1\"", "{\"title\":\"New\"}").then().header("ETag", "\"1\"");
        given().contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(draft(slug(), "Whole"))
                .put(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("note.summary", nullValue());
        given().header("If-Match", "\"2\"")
                .delete(location)
                .then()
                .statusCode(204)
                .header("ETag", nullValue());
        when().get(location).then().statusCode(404).header("Cache-Control", "no-store");
        patch(location, "\"2\"", "{}").then().statusCode(404);
    }

    @Test
    void whatIsPutOnAThingIsCreatedThenChanged() {
        String pin = full() + "/pin";
        given().header("If-Match", "\"0\"").put(pin).then().statusCode(201).header("ETag", "\"1\"");
        given().header("If-Match", "\"1\"").put(pin).then().statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void ofManyWritersWhoReadTheSameOneWrites() throws Exception {
        String location = full();
        List<Integer> statuses = Parallel.run(
                WRITERS,
                writer -> patch(location, "\"0\"", "{\"title\":\"Writer " + writer + "\"}")
                        .statusCode());
        assertThat(statuses).hasSize(WRITERS).containsOnlyOnce(200);
        assertThat(Collections.frequency(statuses, 412)).isEqualTo(WRITERS - 1);
        when().get(location).then().header("ETag", "\"1\"").body("note.title", containsString("Writer"));
    }

    // --- dryRun and Prefer ---

    @Test
    void aDryRunDoesEverythingAndKeepsNothing() {
        String slug = slug();
        long ledger = ledger();
        desk().header("Idempotency-Key", slug)
                .body(draft(slug, "Dry"))
                .post(NOTES + "?dryRun=true")
                .then()
                .statusCode(200)
                .header("Location", nullValue())
                .header("ETag", nullValue())
                .body("note.slug", equalTo(slug));
        assertThat(notesWith(slug)).isZero();
        assertThat(ledger()).isEqualTo(ledger);
        String location = full();
        patch(location + "?dryRun=true", "\"0\"", "{\"title\":\"Dry\"}")
                .then()
                .statusCode(200)
                .body("note.title", equalTo("Dry"));
        given().header("If-Match", "\"0\"")
                .delete(location + "?dryRun=true")
                .then()
                .statusCode(204);
        when().get(location).then().header("ETag", "\"0\"").body("note.title", equalTo("Old"));
    }

    @Test
    void aDryRunIsRefusedAsTheWriteWouldBe() {
        String taken = when().get(full()).path("note.slug");
        desk().body(draft(taken, "Dry"))
                .post(NOTES + "?dryRun=true")
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"));
        patch(full() + "?dryRun=true", "\"7\"", "{}").then().statusCode(412);
        desk().body("{}").post(NOTES + "?dryRun=yes").then().statusCode(400);
        desk().body(draft(slug(), "x"))
                .post(NOTES + "?dryRun=1")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("dryRun"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"return=minimal", "respond-async, return=minimal; x=1", "Return = \"minimal\""})
    void whoPrefersNoContentGetsNone(String prefer) {
        Response created =
                desk().header("Prefer", prefer).body(draft(slug(), "Short")).post(NOTES);
        created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Preference-Applied", "return=minimal")
                .body(emptyString());
        desk().contentType(PATCH)
                .header("Prefer", prefer)
                .header("If-Match", "\"0\"")
                .body("{\"title\":\"Shorter\"}")
                .patch(created.header("Location"))
                .then()
                .statusCode(204)
                .header("ETag", "\"1\"")
                .header("Preference-Applied", "return=minimal")
                .body(emptyString());
    }

    @Test
    void otherPreferencesAreIgnored() {
        desk().header("Prefer", "wait=10, return=everything")
                .body(draft(slug(), "Long"))
                .post(NOTES)
                .then()
                .statusCode(201)
                .header("Preference-Applied", nullValue())
                .body("id", notNullValue());
    }

    @Test
    void aLongAnswerIsCompressedAndItsTagStillGood() {
        String words = "\"word\",".repeat(400) + "\"word\"";
        Response created = desk().header("Accept-Encoding", "gzip")
                .body("{\"slug\":\"%s\",\"title\":\"Long\",\"words\":[%s]}".formatted(slug(), words))
                .post(NOTES);
        created.then().statusCode(201).header("ETag", "\"0-gzip\"");
        patch(created.header("Location"), created.header("ETag"), "{\"title\":\"New\"}")
                .then()
                .statusCode(200);
    }

    private static Response write(String location, String ifMatch, String method) {
        RequestSpecification request = ifMatch == null ? given() : given().header("If-Match", ifMatch);
        return switch (method) {
            case "PATCH" -> request.contentType(PATCH).body("{}").patch(location);
            case "PUT" ->
                request.contentType("application/json")
                        .body(draft(slug(), "Put"))
                        .put(location);
            default -> request.delete(location);
        };
    }

    private static Response patch(String location, String ifMatch, String patch) {
        return given().contentType(PATCH)
                .header("If-Match", ifMatch)
                .body(patch)
                .patch(location);
    }

    /** The address of a note that has something of everything. */
    private static String full() {
        return post("""
                        {"slug": "%s", "title": "Old", "summary": "Short", "words": ["a", "b"], "tally": {"a": 1, "b": 2},
                         "place": {"name": "Attic", "floor": 6, "open": false}, "text": {"plain": "then"}}
                        """.formatted(slug())).header("Location");
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static Response post(String content) {
        return desk().body(content).post(NOTES);
    }

    private static RequestSpecification desk() {
        return given().contentType("application/json");
    }

    private static String draft(String slug, String title) {
        return "{\"slug\":\"%s\",\"title\":\"%s\"}".formatted(slug, title);
    }

    private static String slug() {
        return "note-" + UUID.randomUUID();
    }

    private static long notesWith(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> Note.count("slug", slug));
    }

    private static long ledger() {
        return QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
    }
}
