package press.gazette.desk;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.not;
import static press.gazette.desk.Notes.NOTES;
import static press.gazette.desk.Notes.full;
import static press.gazette.desk.Notes.patch;
import static press.gazette.desk.Notes.post;
import static press.gazette.desk.Notes.slug;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.newsroom.RawHttp;

/** Reading the content of writes, with notes as the example. */
@QuarkusTest
class ContentTest {

    @TestHTTPResource("/")
    URI server;

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
    void patchChangesOnlyItsMembers(String patch, String path, String value) {
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
    void patchIsParsedAsStrictlyAsADraft(String patch, String pointer, String detail) {
        String location = full();
        patch(location, "\"0\"", patch)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-content"))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
        when().get(location).then().header("ETag", "\"0\"");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, text/plain, Accept-Post, application/json",
        "POST, application/merge-patch+json, Accept-Post, application/json",
        "POST, application/json;charset=iso-8859-1, Accept-Post, application/json",
        "PUT, application/xml, Accept, application/json",
        "PATCH, application/json, Accept-Patch, application/merge-patch+json",
        "PATCH, application/json-patch+json, Accept-Patch, application/merge-patch+json",
    })
    void otherMediaTypesAreRejectedWithTheAcceptedOnes(String method, String type, String header, String read) {
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
    void compressedContentIsRejected() {
        given().contentType("application/json")
                .header("Content-Encoding", "gzip")
                .body("{}")
                .post(NOTES)
                .then()
                .statusCode(415);
    }

    @Test
    void contentWithALargeLengthIsRejectedUnread() throws IOException {
        assertThat(RawHttp.send(server, "POST", NOTES, "Content-Type: application/json", "Content-Length: 2097153"))
                .startsWith("HTTP/1.1 413 ")
                .contains("application/problem+json", "\"code\":\"content-too-large\"", "2097152 bytes");
    }

    @Test
    void chunkedContentIsRejectedAtTheLimit() throws IOException {
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
}
