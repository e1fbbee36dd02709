package press.gazette.media.file;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static press.gazette.media.MediaClient.form;
import static press.gazette.media.MediaClient.url;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.media.ObjectStore;
import press.gazette.media.OnS3;
import press.gazette.media.StoredNames;
import press.gazette.media.TestFiles;
import press.gazette.media.TestPictures;
import press.gazette.newsroom.Keys;

/** Copies of a bucket's files on this node, after their records are removed. */
@QuarkusTest
@TestProfile(OnS3.class)
class S3CopySweepTest {

    @Inject
    CopySweep sweep;

    @AfterEach
    void tidyUp() {
        TestFiles.tidyUp();
    }

    @Test
    void copiesOfARemovedPictureGoWithItsChangeInTheLedger() throws IOException {
        Response removed = read(form(TestPictures.of("jpeg", 311, 311)));
        Response kept = read(form(TestPictures.of("jpeg", 312, 312)));
        Response twin = form(TestPictures.of("jpeg", 312, 312));
        idle(removed);
        idle(kept);
        remove(twin);
        remove(removed);
        await("copies on the disk").until(() -> copies(removed).isEmpty());
        assertThat(ObjectStore.names(FileSweepTest.name(removed)))
                .as("the bucket keeps the file for a day")
                .hasSize(1);
        assertThat(copies(kept)).as("another record has the file").hasSize(2);
    }

    @Test
    void copiesOfFilesThatNoReaderHasSeenGoToo() throws IOException {
        Response removed = form(TestPictures.of("jpeg", 313, 313));
        idle(removed);
        remove(removed);
        CompletableFuture.runAsync(sweep::sweep).join();
        assertThat(copies(removed)).isEmpty();
    }

    @Test
    void copyOnItsWayToAReaderStays() throws IOException {
        Response removed = read(form(TestPictures.of("jpeg", 314, 314)));
        remove(removed);
        CompletableFuture.runAsync(sweep::sweep).join();
        assertThat(copies(removed)).hasSize(2);
    }

    private static Response read(Response picture) {
        when().get(url(picture, "card")).then().statusCode(200);
        return picture;
    }

    private static void remove(Response picture) {
        Keys.asAdmin()
                .header("If-Match", "*")
                .delete("/v1/desk/media/" + picture.path("id"))
                .then()
                .statusCode(204);
    }

    private static void idle(Response picture) throws IOException {
        for (Path copy : copies(picture)) {
            Files.setLastModifiedTime(copy, FileTime.from(Instant.now().minus(Duration.ofMinutes(5))));
        }
    }

    private static List<Path> copies(Response picture) throws IOException {
        Path folder = StoredNames.get().folder().resolve("copies");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains(FileSweepTest.hash(picture)))
                    .toList();
        }
    }
}
