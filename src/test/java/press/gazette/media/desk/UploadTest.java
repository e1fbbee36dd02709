package press.gazette.media.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static press.gazette.media.MediaClient.MEDIA;
import static press.gazette.media.MediaClient.RAW;
import static press.gazette.media.MediaClient.patch;
import static press.gazette.media.MediaClient.send;
import static press.gazette.media.MediaClient.sending;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.media.TestFiles;
import press.gazette.newsroom.Keys;
import press.gazette.security.Scope;

/** Files that are sent to the desk. */
@QuarkusTest
class UploadTest {

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
        Keys.asAdmin()
                .get(MEDIA + "/" + filed.path("id"))
                .then()
                .statusCode(200)
                .body("file.sha256", equalTo(filed.path("file.sha256")));
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
        Keys.asAdmin().get(MEDIA + "/" + tried.path("id")).then().statusCode(404);
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
                .then()
                .statusCode(200)
                .body("caption", equalTo("The minutes"));
        patch(id, "{\"url\": \"/elsewhere.pdf\"}").then().statusCode(400).body("errors[0].pointer", equalTo("/url"));
        patch(id, "{\"width\": 10}").then().statusCode(400).body("errors[0].pointer", equalTo("/width"));
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

    private List<Path> leftovers() {
        Path incoming = folder.resolve("incoming");
        try (Stream<Path> files = Files.exists(incoming) ? Files.list(incoming) : Stream.empty()) {
            return files.toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
