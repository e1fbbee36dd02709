package press.gazette.media.file;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.media.TestFiles;
import press.gazette.media.TestPictures;
import press.gazette.newsroom.Keys;

@QuarkusTest
class FileSweepTest {

    @ConfigProperty(name = "gazette.media-folder")
    Path folder;

    @Inject
    FileSweep sweep;

    @AfterEach
    void tidyUp() {
        TestFiles.tidyUp();
    }

    @Test
    void fileWithoutARecordIsRemovedAfterADay() {
        Response used = file(TestPictures.of("jpeg", 301, 301));
        Response dropped = file(TestPictures.of("jpeg", 302, 302));
        when().get((String) dropped.path("renditions[0].url")).then().statusCode(200);
        age(hash(dropped));
        Keys.asAdmin()
                .header("If-Match", "*")
                .delete("/v1/desk/media/" + dropped.path("id"))
                .then()
                .statusCode(204);
        sweep();
        assertThat(path(dropped)).as("on the same day").exists();
        age(hash(used));
        age(hash(dropped));
        sweep();
        assertThat(path(dropped)).doesNotExist();
        assertThat(folder.resolve("renditions")
                        .resolve(hash(dropped).substring(0, 2))
                        .resolve(hash(dropped)))
                .doesNotExist();
        assertThat(path(used)).exists();
        Response again = file(TestPictures.of("jpeg", 302, 302));
        when().get((String) again.path("renditions[0].url")).then().statusCode(200);
    }

    @Test
    void whatACrashLeavesIsRemoved() throws IOException {
        Path part = old(folder.resolve("incoming").resolve("crashed.part"));
        Path orphan = old(folder.resolve("ab").resolve("ab" + "0".repeat(62) + ".jpg"));
        Path fresh = Files.createDirectories(folder.resolve("incoming")).resolve("arriving.part");
        Files.writeString(fresh, "x");
        sweep();
        assertThat(part).doesNotExist();
        assertThat(orphan).doesNotExist();
        assertThat(fresh).exists();
        Files.delete(fresh);
    }

    @Test
    void folderOfAnotherDatabaseIsLeftAlone() throws IOException {
        file(TestPictures.of("jpeg", 303, 303));
        Path mark = folder.resolve("gazette-media");
        String own = Files.readString(mark);
        Path foreign = old(folder.resolve("cd").resolve("cd" + "0".repeat(62) + ".jpg"));
        Path part = old(folder.resolve("incoming").resolve("foreign.part"));
        try {
            Files.writeString(mark, "another");
            sweep();
            assertThat(foreign).exists();
            assertThat(part).exists();
            Keys.asAdmin()
                    .multiPart("file", "any", TestPictures.of("jpeg", 304, 304), "image/jpeg")
                    .post("/v1/desk/media")
                    .then()
                    .statusCode(503);
        } finally {
            Files.writeString(mark, own);
        }
        sweep();
        assertThat(foreign).doesNotExist();
    }

    /** On a thread without a request, as in the background. */
    private void sweep() {
        Instant dayAgo = Instant.now().minus(Duration.ofDays(1));
        CompletableFuture.runAsync(() -> {
                    sweep.adopt(dayAgo);
                    sweep.sweep(dayAgo);
                })
                .join();
    }

    private static Path old(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        return Files.setLastModifiedTime(file, FileTime.from(longAgo()));
    }

    private static Instant longAgo() {
        return Instant.now().minus(Duration.ofDays(2));
    }

    private static void age(String hash) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("update media_file set filed_at = ?1 where hash = ?2")
                        .setParameter(1, longAgo())
                        .setParameter(2, hash)
                        .executeUpdate());
    }

    private Path path(Response record) {
        return folder.resolve(hash(record).substring(0, 2)).resolve(hash(record) + ".jpg");
    }

    private static String hash(Response record) {
        return record.path("file.sha256");
    }

    private static Response file(byte[] content) {
        Response filed =
                Keys.asAdmin().multiPart("file", "any", content, "image/jpeg").post("/v1/desk/media");
        filed.then().statusCode(201);
        return filed;
    }
}
