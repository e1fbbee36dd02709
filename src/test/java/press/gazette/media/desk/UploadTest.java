package press.gazette.media.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.media.TestFiles;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Listings;
import press.gazette.security.Scope;

/** Files that are sent to the desk. */
@QuarkusTest
class UploadTest {

    private static final String MEDIA = "/v1/desk/media";

    private static final RestAssuredConfig RAW = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("audio/mpeg", ContentType.BINARY)
                    .encodeContentTypeAs("video/mp4", ContentType.BINARY)
                    .encodeContentTypeAs("image/png", ContentType.BINARY)
                    .encodeContentTypeAs("application/pdf", ContentType.BINARY));

    @ConfigProperty(name = "gazette.media-folder")
    Path folder;

    @AfterEach
    void tidyUp() {
        TestFiles.tidyUp();
    }

    @Test
    void fileBecomesARecordThatIsServed() {
        byte[] document = TestFiles.pdf("a record");
        Response filed = send(document, "application/pdf");
        filed.then()
                .statusCode(201)
                .header("Location", MEDIA + "/" + filed.path("id"))
                .body("kind", equalTo("document"))
                .body("url", startsWith("/media/" + filed.path("id") + "/file/"))
                .body("url", containsString(".pdf"))
                .body("alt", equalTo(""))
                .body("file.mediaType", equalTo("application/pdf"))
                .body("file.bytes", equalTo(document.length))
                .body("file.duration", nullValue());
        assertThat(given().get((String) filed.path("url")).asByteArray()).isEqualTo(document);
        desk().get(MEDIA + "/" + filed.path("id"))
                .then()
                .statusCode(200)
                .body("file.sha256", equalTo(filed.path("file.sha256")));
    }

    @Test
    void declaredTypeAndNameOfAFormAreNotRead() {
        for (String name : List.of("x.pdf", "../../../../etc/passwd", "a\0b.exe", "")) {
            Response filed = Keys.asAdmin()
                    .multiPart("file", name, TestFiles.mp3("form " + name), "image/png")
                    .post(MEDIA);
            filed.then()
                    .statusCode(201)
                    .body("kind", equalTo("sound"))
                    .body("file.duration", equalTo(3))
                    .body("url", containsString(".mp3"));
            assertThat(given().get((String) filed.path("url")).asByteArray()).isEqualTo(TestFiles.mp3("form " + name));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--b~Content-Disposition: form-data; name=\"file\"~~%PDF-1.4 %%EOF~--b--~ | 201",
                "--b~~%PDF-1.4 %%EOF~--b-- | 201",
                "--b~Content-Disposition: form-data; name=\"file\"~~~--b--~ | 400",
                "--b~x: y~~%PDF-1.4 %%EOF~--b~x: y~~second~--b--~ | 400",
                "--b~x: y~~%PDF-1.4 %%EOF | 400",
                "--c~x: y~~%PDF-1.4 %%EOF~--c--~ | 400",
                "%PDF-1.4 %%EOF | 400",
            })
    void formHasOneFile(String form, int status) {
        Keys.asAdmin()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
                .contentType("multipart/form-data; boundary=b")
                .body(form.replace("~", "\r\n"))
                .post(MEDIA)
                .then()
                .statusCode(status);
    }

    @Test
    void filmIsStoredWithoutThePlaceOfItsRecording() {
        Response filed = send(TestFiles.mp4("a film"), "video/mp4");
        filed.then()
                .statusCode(201)
                .body("kind", equalTo("film"))
                .body("width", equalTo(640))
                .body("height", equalTo(360))
                .body("file.duration", equalTo(5));
        byte[] served = given().get((String) filed.path("url")).asByteArray();
        assertThat(served).hasSameSizeAs(TestFiles.mp4("a film"));
        assertThat(new String(served, StandardCharsets.ISO_8859_1))
                .contains("a film", "moov", "mvhd")
                .doesNotContain("48.2082", "016.3738", "\u00a9xyz");
        send(TestFiles.m4a("a sound"), "audio/mpeg")
                .then()
                .body("kind", equalTo("sound"))
                .body("width", equalTo(0));
    }

    @Test
    void sameContentIsOneFile() throws IOException {
        byte[] content = TestFiles.pdf("twice");
        Response first = send(content, "application/pdf");
        Response second = send(content, "application/pdf");
        assertThat((String) first.path("id")).isNotEqualTo(second.path("id"));
        assertThat((String) first.path("file.sha256")).isEqualTo(second.path("file.sha256"));
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith(first.path("file.sha256"))))
                    .hasSize(1);
        }
    }

    @Test
    void dryRunStoresNothing() {
        byte[] content = TestFiles.pdf("tried " + UUID.randomUUID());
        Response tried = sending("application/pdf").body(content).post(MEDIA + "?dryRun=true");
        tried.then().statusCode(200).body("kind", equalTo("document"));
        desk().get(MEDIA + "/" + tried.path("id")).then().statusCode(404);
        assertThat(folder.resolve(((String) tried.path("file.sha256")).substring(0, 2))
                        .resolve(tried.path("file.sha256") + ".pdf"))
                .doesNotExist();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void repeatedRequestIsDoneOnce() {
        String key = UUID.randomUUID().toString();
        byte[] content = TestFiles.pdf("repeated");
        Response first = sending("application/pdf")
                .header("Idempotency-Key", key)
                .body(content)
                .post(MEDIA);
        Response second = sending("application/pdf")
                .header("Idempotency-Key", key)
                .body(content)
                .post(MEDIA);
        assertThat(second.asString()).isEqualTo(first.asString());
        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        sending("application/pdf")
                .header("Idempotency-Key", key)
                .body(TestFiles.pdf("other"))
                .post(MEDIA)
                .then()
                .statusCode(422);
    }

    @Test
    void unusableFilesAreRejected() {
        rejected(new byte[0], 400, "invalid-file", "empty");
        rejected("<html>".getBytes(StandardCharsets.UTF_8), 415, "unsupported-media-type", "PDF");
        rejected("GIF8a but not".getBytes(StandardCharsets.UTF_8), 415, "unsupported-media-type", "MP4");
        rejected(TestFiles.cut(TestFiles.pdf("cut"), 8), 400, "invalid-file", "no end");
        rejected(TestFiles.cut(TestFiles.mp4("cut"), 3), 400, "invalid-file", "incomplete");
        rejected(TestFiles.cut(TestFiles.mp4("cut"), 200), 400, "invalid-file", "incomplete");
        rejected("ID3\3\0\0\177\177\177\177".getBytes(StandardCharsets.ISO_8859_1), 400, "invalid-file", "incomplete");
        rejected(
                TestFiles.join("x".getBytes(StandardCharsets.UTF_8), TestFiles.pdf("behind")),
                415,
                "unsupported-media-type",
                "PDF");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void manyArriveAtOnce() {
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> send(TestFiles.pdf("x".repeat(1_000_000) + i), "application/pdf")
                        .statusCode())
                .toList();
        assertThat(statuses).containsOnly(201);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void onlyTheDescriptionOfAStoredFileIsChanged() {
        String id = send(TestFiles.pdf("changed"), "application/pdf").path("id");
        patch(id, "{\"caption\": \"The minutes\", \"credit\": \"Ida Roe\"}")
                .statusCode(200)
                .body("caption", equalTo("The minutes"));
        patch(id, "{\"url\": \"/elsewhere.pdf\"}").statusCode(400).body("errors[0].pointer", equalTo("/url"));
        patch(id, "{\"width\": 10}").statusCode(400).body("errors[0].pointer", equalTo("/width"));
    }

    @Test
    void onlyPicturesAreLeadPictures() {
        String id = send(TestFiles.mp4("no lead picture"), "video/mp4").path("id");
        Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("slug", "upload-lead", "type", "news", "title", "A title", "language", "en", "image", id))
                .post("/v1/desk/articles?dryRun=true")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/image"));
    }

    @Test
    void listingIsFilteredByKindAndRights() {
        String film = send(TestFiles.mp4("listed"), "video/mp4").path("id");
        String sound = send(TestFiles.mp3("listed"), "audio/mpeg").path("id");
        String ended = send(TestFiles.mp3("ended"), "audio/mpeg").path("id");
        patch(ended, "{\"rightsExpireAt\": \"2020-01-01T00:00:00Z\"}").statusCode(200);
        assertThat(listed("?type=film")).containsExactly(film);
        assertThat(listed("?type=sound")).containsExactly(ended, sound);
        assertThat(listed("?type=sound&rights=valid")).containsExactly(sound);
        assertThat(listed("?rights=ended")).contains(ended).doesNotContain(film, sound);
        patch(sound, "{\"rightsExpireAt\": \"2035-01-01T00:00:00Z\"}").statusCode(200);
        assertThat(listed("?type=sound&rights=limited")).containsExactly(sound);
        assertThat(Listings.walk(MEDIA + "?type=sound&limit=1", Keys::asAdmin))
                .extracting(item -> (String) item.get("id"))
                .containsExactly(ended, sound);
        desk().get(MEDIA + "?type=video").then().statusCode(400).body("errors[0].parameter", equalTo("type"));
        desk().get(MEDIA + "?rights=none").then().statusCode(400).body("errors[0].parameter", equalTo("rights"));
    }

    private static List<String> listed(String query) {
        return desk().get(MEDIA + query).path("items.id");
    }

    @Test
    void uploadNeedsTheScopeToWriteAndAMediaType() {
        given().config(RAW)
                .contentType("application/pdf")
                .body(TestFiles.pdf("anonymous"))
                .post(MEDIA)
                .then()
                .statusCode(401);
        Keys.as(Keys.with(Scope.READ))
                .config(RAW)
                .contentType("application/pdf")
                .body(TestFiles.pdf("reader"))
                .post(MEDIA)
                .then()
                .statusCode(403);
        Keys.asAdmin()
                .contentType("text/plain")
                .body("%PDF-1.4 %%EOF")
                .post(MEDIA)
                .then()
                .statusCode(415)
                .header("Accept-Post", containsString("multipart/form-data"));
        sending("application/pdf")
                .header("Content-Encoding", "gzip")
                .body(TestFiles.pdf("coded"))
                .post(MEDIA)
                .then()
                .statusCode(415);
    }

    private void rejected(byte[] content, int status, String code, String detail) {
        sending("application/pdf")
                .body(content)
                .post(MEDIA)
                .then()
                .statusCode(status)
                .body("code", equalTo(code))
                .body("detail", containsString(detail));
    }

    private List<Path> leftovers() {
        Path incoming = folder.resolve("incoming");
        try (Stream<Path> files = Files.exists(incoming) ? Files.list(incoming) : Stream.empty()) {
            return files.toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static io.restassured.response.ValidatableResponse patch(String id, String change) {
        return Keys.asAdmin()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(change)
                .patch(MEDIA + "/" + id)
                .then();
    }

    private static Response send(byte[] content, String type) {
        return sending(type).body(content).post(MEDIA);
    }

    private static RequestSpecification sending(String type) {
        return Keys.asAdmin().config(RAW).contentType(type);
    }

    private static RequestSpecification desk() {
        return Keys.asAdmin();
    }
}
