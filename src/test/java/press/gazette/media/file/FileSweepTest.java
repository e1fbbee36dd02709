package press.gazette.media.file;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static press.gazette.media.MediaClient.form;
import static press.gazette.media.MediaClient.url;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.media.StoredNames;
import press.gazette.media.TestFiles;
import press.gazette.media.TestPictures;
import press.gazette.newsroom.Keys;

@QuarkusTest
class FileSweepTest {

    private static final String ORPHAN = "ab/ab" + "0".repeat(62) + ".jpg";

    @Inject
    FileSweep sweep;

    private final StoredNames store = StoredNames.get();

    @AfterEach
    void tidyUp() {
        TestFiles.tidyUp();
    }

    @Test
    void fileWithoutARecordIsRemovedAfterADay() {
        Response used = form(TestPictures.of("jpeg", 301, 301));
        Response dropped = form(TestPictures.of("jpeg", 302, 302));
        when().get(url(dropped, "card")).then().statusCode(200);
        age(hash(dropped));
        Keys.asAdmin()
                .header("If-Match", "*")
                .delete("/v1/desk/media/" + dropped.path("id"))
                .then()
                .statusCode(204);
        sweep();
        assertThat(store.has(name(dropped))).as("on the same day").isTrue();
        age(hash(used));
        age(hash(dropped));
        sweep();
        assertThat(store.has(name(dropped))).isFalse();
        assertThat(store.has("renditions/" + hash(dropped).substring(0, 2) + "/" + hash(dropped)))
                .isFalse();
        assertThat(store.has(name(used))).isTrue();
        Response again = form(TestPictures.of("jpeg", 302, 302));
        when().get(url(again, "card")).then().statusCode(200);
    }

    @Test
    void whatACrashLeavesIsRemoved() throws IOException {
        Path incoming = Files.createDirectories(store.folder().resolve("incoming"));
        Path part = incoming.resolve("crashed.part");
        Files.writeString(part, "x");
        Files.setLastModifiedTime(part, FileTime.from(longAgo()));
        store.putOld(ORPHAN);
        Path fresh = incoming.resolve("arriving.part");
        Files.writeString(fresh, "x");
        form(TestPictures.of("jpeg", 305, 305)).then().statusCode(201);
        sweep();
        assertThat(part).doesNotExist();
        assertThat(store.has(ORPHAN)).isFalse();
        assertThat(fresh).exists();
        Files.delete(fresh);
    }

    @Test
    void storeOfAnotherDatabaseIsLeftAlone() {
        form(TestPictures.of("jpeg", 303, 303));
        store.putOld(ORPHAN);
        String own = store.mark("another");
        try {
            sweep();
            assertThat(store.has(ORPHAN)).isTrue();
            form(TestPictures.of("jpeg", 304, 304)).then().statusCode(503);
        } finally {
            store.mark(own);
        }
        sweep();
        assertThat(store.has(ORPHAN)).isFalse();
    }

    /** On a thread without a request, as in the background. */
    void sweep() {
        Instant dayAgo = Instant.now().minus(Duration.ofDays(1));
        CompletableFuture.runAsync(() -> {
                    sweep.adopt(dayAgo);
                    sweep.sweep(dayAgo);
                })
                .join();
    }

    private static Instant longAgo() {
        return Instant.now().minus(Duration.ofDays(2));
    }

    static void age(String hash) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("update media_file set filed_at = ?1 where hash = ?2")
                        .setParameter(1, longAgo())
                        .setParameter(2, hash)
                        .executeUpdate());
    }

    static String name(Response record) {
        return hash(record).substring(0, 2) + "/" + hash(record) + ".jpg";
    }

    static String hash(Response record) {
        return record.path("file.sha256");
    }
}
