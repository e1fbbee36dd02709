package press.gazette.media.reading;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static press.gazette.media.MediaClient.form;
import static press.gazette.media.MediaClient.send;
import static press.gazette.media.MediaClient.together;
import static press.gazette.media.MediaClient.url;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import press.gazette.media.ObjectStore;
import press.gazette.media.ObjectStore.Manner;
import press.gazette.media.OnFailingS3;
import press.gazette.media.StoredNames;
import press.gazette.media.TestFiles;
import press.gazette.media.TestPictures;
import press.gazette.newsroom.ServerLog;

/** The server while its bucket fails. */
@QuarkusTest
@TestProfile(OnFailingS3.class)
class S3FaultsTest {

    private final StoredNames store = StoredNames.get();
    private ServerLog log;

    @BeforeEach
    void listen() {
        ObjectStore.behave(Manner.WORKS);
        stored(() -> form(TestPictures.of("jpeg", 20, 20)));
        log = ServerLog.begin();
    }

    /** On a busy machine, or in a new process, an ordinary request may take longer than the deadline. */
    private static Response stored(Callable<Response> upload) {
        return await().atMost(Duration.ofMinutes(1)).until(upload, response -> response.statusCode() == 201);
    }

    @AfterEach
    void tidyUp() {
        log.close();
        ObjectStore.behave(Manner.WORKS);
        TestFiles.tidyUp();
        assertThat(log.lines()).noneMatch(line -> line.contains(ObjectStore.SECRET_KEY));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"WORKS", "IS_FULL"})
    void fileWithoutACopyIsUnavailable(Manner manner) throws IOException {
        Response filed = stored(() -> send(TestFiles.mp3("away " + manner), "audio/mpeg"));
        String url = filed.path("url");
        store.forget(filed);
        ObjectStore.behave(manner);
        when().get(url).then().statusCode(503).header("Retry-After", "5").body("code", equalTo("unavailable"));
        assertThat(log.lines()).anyMatch(line -> line.contains("The store of files cannot be read"));
        ObjectStore.behave(Manner.WORKS);
        assertThat(when().get(url).asByteArray()).isEqualTo(TestFiles.mp3("away " + manner));
        assertThat(leftovers()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WORKS")
    void fileWithACopyIsServed(Manner manner) throws IOException {
        byte[] content = TestPictures.withBlocks(
                TestPictures.of("jpeg", 210, 210),
                TestPictures.exif(1, UUID.randomUUID().toString()));
        Response picture = stored(() -> form(content));
        Response sound = stored(() -> send(TestFiles.mp3("near"), "audio/mpeg"));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> when().get(url(picture, "card")).statusCode() == 200);
        ObjectStore.behave(manner);
        when().get(url(picture, "card")).then().statusCode(200);
        when().get((String) sound.path("url")).then().statusCode(200);
        if (manner != Manner.CHANGES_BYTES) {
            when().get(url(picture, "square")).then().statusCode(503);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"WORKS", "STALLS", "TRICKLES"})
    void uploadThatTheBucketDoesNotTakeLeavesNothing(Manner manner) throws IOException {
        byte[] content = TestFiles.pdf("not taken " + manner);
        ObjectStore.behave(manner, "PUT");
        Response rejected = send(content, "application/pdf");
        rejected.then().statusCode(manner == Manner.IS_FULL ? 507 : 503);
        assertThat(leftovers()).isEmpty();
        ObjectStore.behave(Manner.WORKS);
        Response taken = stored(() -> send(content, "application/pdf"));
        store.forget(taken);
        assertThat(when().get((String) taken.path("url")).asByteArray()).isEqualTo(content);
    }

    @Test
    void readersOfFilesWithoutACopyDoNotHoldUpUploads() throws IOException {
        List<Response> filed = IntStream.range(0, 40)
                .mapToObj(i -> stored(() -> send(TestFiles.mp3("cold " + i), "audio/mpeg")))
                .toList();
        for (Response each : filed) {
            store.forget(each);
        }
        ObjectStore.REQUESTS.clear();
        ObjectStore.behave(
                Manner.HANGS,
                filed.stream().map(each -> "GET " + StoredNames.of(each, "mp3")).toArray(String[]::new));
        List<CompletableFuture<Response>> responses =
                together(filed.stream().map(each -> each.<String>path("url")).toList());
        await("as many files are read as may be")
                .until(() -> filed.stream()
                                .filter(each -> ObjectStore.REQUESTS.contains("GET " + StoredNames.of(each, "mp3")))
                                .count()
                        >= 8);
        send(TestFiles.pdf("warm"), "application/pdf").then().statusCode(201);
        responses.forEach(CompletableFuture::join);
    }

    private List<Path> leftovers() throws IOException {
        Path incoming = store.folder().resolve("incoming");
        try (Stream<Path> files = Files.exists(incoming) ? Files.list(incoming) : Stream.empty()) {
            return files.toList();
        }
    }
}
