package press.gazette.media.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static press.gazette.media.MediaClient.MEDIA;
import static press.gazette.media.MediaClient.form;
import static press.gazette.media.MediaClient.send;
import static press.gazette.media.MediaClient.sending;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.media.TestFiles;
import press.gazette.newsroom.Keys;

/** The content of files that are sent to the desk: what is read of it, what is rejected. */
@QuarkusTest
class FileContentTest {

    @ConfigProperty(name = "gazette.media-folder")
    Path folder;

    @AfterEach
    void tidyUp() {
        TestFiles.tidyUp();
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
        assertThat((String) filed.path("file.sha256")).isEqualTo(sha256(served));
        assertThat(new String(served, StandardCharsets.ISO_8859_1))
                .contains("a film", "moov", "mvhd")
                .doesNotContain("48.2082", "016.3738", "\u00a9xyz");
        send(TestFiles.m4a("a sound"), "audio/mpeg")
                .then()
                .body("kind", equalTo("sound"))
                .body("width", equalTo(0));
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

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
