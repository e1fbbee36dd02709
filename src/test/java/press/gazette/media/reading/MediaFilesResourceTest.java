package press.gazette.media.reading;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.time.Instant;
import java.util.Arrays;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.media.StoredNames;
import press.gazette.media.TestFiles;
import press.gazette.newsroom.Keys;

/** Files as readers get them. */
@QuarkusTest
class MediaFilesResourceTest {

    private static final byte[] FILE = TestFiles.mp3("served");

    private Response record;
    private String url;

    @BeforeEach
    void file() {
        record = filed(FILE);
        url = record.path("url");
    }

    @AfterEach
    void tidyUp() {
        TestFiles.tidyUp();
    }

    @Test
    void fileIsSentWhole() {
        Response response = when().get(url);
        response.then()
                .statusCode(200)
                .contentType("audio/mpeg")
                .header("Content-Length", Integer.toString(FILE.length))
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Groups", "\"media:" + record.path("id") + "\"")
                .header("Surrogate-Key", "media:" + record.path("id"))
                .header("Access-Control-Allow-Origin", "*");
        assertThat(response.asByteArray()).isEqualTo(FILE);
        assertThat(response.header("ETag")).isEqualTo("\"" + record.path("file.sha256") + "\"");
        when().head(url)
                .then()
                .statusCode(200)
                .header("Content-Length", Integer.toString(FILE.length))
                .header("ETag", response.header("ETag"));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-99, 0, 99",
        "bytes=100-, 100, 45943",
        "bytes=-50, 45894, 45943",
        "bytes=45900-99999, 45900, 45943",
        "bytes=-99999, 0, 45943",
        "BYTES=5-5, 5, 5"
    })
    void rangeIsSent(String range, int first, int last) {
        Response response = given().header("Range", range).get(url);
        response.then()
                .statusCode(206)
                .header("Content-Range", "bytes " + first + "-" + last + "/" + FILE.length)
                .header("Content-Length", Integer.toString(last - first + 1));
        assertThat(response.asByteArray()).isEqualTo(Arrays.copyOfRange(FILE, first, last + 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"bytes=0-1,5-6", "bytes=9-2", "bytes=-", "bytes=a-b", "lines=1-2", "bytes=99999999999999999999-"})
    void otherRangesGetTheWholeFile(String range) {
        given().header("Range", range).get(url).then().statusCode(200);
    }

    @Test
    void rangeBehindTheEndIsRejected() {
        for (String range : new String[] {"bytes=45944-", "bytes=-0"}) {
            given().header("Range", range)
                    .get(url)
                    .then()
                    .statusCode(416)
                    .header("Content-Range", "bytes */" + FILE.length)
                    .body("code", equalTo("range-not-satisfiable"));
        }
    }

    @Test
    void validatorsAreCompared() {
        String tag = when().get(url).header("ETag");
        given().header("If-None-Match", tag).get(url).then().statusCode(304).header("ETag", tag);
        given().header("Range", "bytes=0-9")
                .header("If-Range", tag)
                .get(url)
                .then()
                .statusCode(206);
        given().header("Range", "bytes=0-9")
                .header("If-Range", "\"another\"")
                .get(url)
                .then()
                .statusCode(200);
    }

    @Test
    void otherAddressesHaveNoFile() {
        String id = record.path("id");
        for (String path : new String[] {
            "/media/" + id + "/file/0011223344556677.mp3",
            url.replace(".mp3", ".mp4"),
            "/media/0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4/file/x.mp3",
            "/media/x/file/y",
            "/media/" + id
        }) {
            when().get(path).then().statusCode(404);
        }
    }

    @Test
    void fileIsGoneWhenItsRightsEnd() {
        change("{\"rightsExpireAt\": \"" + Instant.now().plusSeconds(90) + "\"}");
        assertThat(when().get(url).header("Cache-Control")).matches("public, max-age=[89]\\d");
        change("{\"rightsExpireAt\": \"2020-01-01T00:00:00Z\"}");
        when().get(url)
                .then()
                .statusCode(410)
                .header("Cache-Control", containsString("max-age=10"))
                .body("code", equalTo("file-withdrawn"));
        change("{\"rightsExpireAt\": null}");
        when().get(url).then().statusCode(200);
    }

    @Test
    void fileThatTheStoreHasLostIsUnavailable() {
        Response lost = filed(TestFiles.mp3("lost"));
        String hash = lost.path("file.sha256");
        StoredNames.get().lose(hash.substring(0, 2) + "/" + hash + ".mp3");
        when().get((String) lost.path("url")).then().statusCode(503).header("Retry-After", "5");
    }

    private void change(String patch) {
        Keys.asAdmin()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch("/v1/desk/media/" + record.path("id"))
                .then()
                .statusCode(200);
    }

    private static Response filed(byte[] content) {
        return Keys.asAdmin().multiPart("file", "any", content, "audio/mpeg").post("/v1/desk/media");
    }
}
