package press.gazette.media.reading;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static press.gazette.media.MediaClient.form;
import static press.gazette.media.MediaClient.send;
import static press.gazette.media.MediaClient.url;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
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
import press.gazette.media.OnS3;
import press.gazette.media.StoredNames;
import press.gazette.media.TestFiles;
import press.gazette.media.TestPictures;
import press.gazette.newsroom.ServerLog;

/** The server while its bucket fails. */
@QuarkusTest
@TestProfile(OnS3.class)
class S3FaultsTest {

    private final StoredNames store = StoredNames.get();
    private ServerLog log;

    @BeforeEach
    void listen() {
        ObjectStore.behave(Manner.WORKS);
        form(TestPictures.of("jpeg", 20, 20)).then().statusCode(201);
        log = ServerLog.begin();
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
        Response filed = send(TestFiles.mp3("away " + manner), "audio/mpeg");
        String url = filed.path("url");
        forget(filed);
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
        Response picture = form(TestPictures.withBlocks(
                TestPictures.of("jpeg", 210, 210),
                TestPictures.exif(1, UUID.randomUUID().toString())));
        Response sound = send(TestFiles.mp3("near"), "audio/mpeg");
        when().get(url(picture, "card")).then().statusCode(200);
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
        Response taken = send(content, "application/pdf");
        taken.then().statusCode(201);
        forget(taken);
        assertThat(when().get((String) taken.path("url")).asByteArray()).isEqualTo(content);
    }

    @Test
    void requestThatIsRefusedOnceIsSentAgain() throws IOException {
        Response filed = send(TestFiles.mp3("busy"), "audio/mpeg");
        forget(filed);
        ObjectStore.REFUSALS.set(1);
        when().get((String) filed.path("url")).then().statusCode(200);
        ObjectStore.REFUSALS.set(1);
        send(TestFiles.mp3("busier"), "audio/mpeg").then().statusCode(201);
    }

    @Test
    void fileIsReadFromTheBucketOnceForAll() throws IOException {
        Response filed = send(TestFiles.mp3("often"), "audio/mpeg");
        String url = filed.path("url");
        forget(filed);
        ObjectStore.REQUESTS.clear();
        assertThat(IntStream.range(0, 20)
                        .parallel()
                        .mapToObj(i -> when().get(url).statusCode()))
                .containsOnly(200);
        assertThat(ObjectStore.REQUESTS).containsOnlyOnce("GET " + name(filed));
    }

    /** Another node has made it. */
    @Test
    void renditionInTheBucketIsNotMadeAgain() throws IOException {
        Response picture = form(TestPictures.withBlocks(
                TestPictures.of("jpeg", 220, 220),
                TestPictures.exif(1, UUID.randomUUID().toString())));
        byte[] made = when().get(url(picture, "card")).asByteArray();
        forget(picture);
        ObjectStore.REQUESTS.clear();
        assertThat(when().get(url(picture, "card")).asByteArray()).isEqualTo(made);
        assertThat(ObjectStore.REQUESTS).noneMatch(request -> request.startsWith("PUT"));
    }

    @Test
    void damagedRenditionIsMadeAgain() throws IOException {
        Response picture = form(TestPictures.withBlocks(
                TestPictures.of("jpeg", 230, 230),
                TestPictures.exif(1, UUID.randomUUID().toString())));
        byte[] made = when().get(url(picture, "card")).asByteArray();
        String hash = picture.path("file.sha256");
        List<String> names = ObjectStore.names("renditions/" + hash.substring(0, 2) + "/" + hash);
        assertThat(names).hasSize(1);
        for (Consumer<String> harm : List.<Consumer<String>>of(ObjectStore::damage, ObjectStore::strip)) {
            harm.accept(names.get(0));
            forget(picture);
            assertThat(when().get(url(picture, "card")).asByteArray()).isEqualTo(made);
            assertThat(log.lines()).anyMatch(line -> line.contains("it is made again") && line.contains(hash));
            log.lines().clear();
            forget(picture);
            assertThat(when().get(url(picture, "card")).asByteArray()).isEqualTo(made);
            assertThat(log.lines()).noneMatch(line -> line.contains("it is made again"));
        }
    }

    @Test
    void originalIsFetchedOnceForAllItsRenditions() throws IOException {
        for (int side = 240; side < 245; side++) {
            Response picture = form(TestPictures.withBlocks(
                    TestPictures.of("jpeg", side, side),
                    TestPictures.exif(1, UUID.randomUUID().toString())));
            forget(picture);
            ObjectStore.REQUESTS.clear();
            List<CompletableFuture<Response>> responses = inParallel(Stream.of("card", "thumb", "square", "social")
                    .map(preset -> url(picture, preset))
                    .toList());
            assertThat(responses)
                    .allSatisfy(response -> assertThat(response.join().statusCode())
                            .as(response.join().asString())
                            .isEqualTo(200));
            assertThat(ObjectStore.REQUESTS)
                    .containsOnlyOnce("GET " + name(picture).replace(".mp3", ".jpg"));
        }
    }

    @Test
    void readersOfFilesWithoutACopyDoNotHoldUpUploads() throws IOException {
        List<Response> filed = IntStream.range(0, 40)
                .mapToObj(i -> send(TestFiles.mp3("cold " + i), "audio/mpeg"))
                .toList();
        for (Response each : filed) {
            forget(each);
        }
        ObjectStore.REQUESTS.clear();
        ObjectStore.behave(
                Manner.HANGS, filed.stream().map(each -> "GET " + name(each)).toArray(String[]::new));
        List<CompletableFuture<Response>> responses =
                inParallel(filed.stream().map(each -> each.<String>path("url")).toList());
        await("as many files are read as may be")
                .until(() -> filed.stream()
                                .filter(each -> ObjectStore.REQUESTS.contains("GET " + name(each)))
                                .count()
                        >= 8);
        send(TestFiles.pdf("warm"), "application/pdf").then().statusCode(201);
        responses.forEach(CompletableFuture::join);
    }

    private static List<CompletableFuture<Response>> inParallel(List<String> urls) {
        Executor threads = command -> new Thread(command).start();
        return urls.stream()
                .map(url -> CompletableFuture.supplyAsync(() -> when().get(url), threads))
                .toList();
    }

    @Test
    void longRefusalLeavesNothingInAFile() throws IOException {
        Response filed = send(TestFiles.mp3("refused at length"), "audio/mpeg");
        forget(filed);
        ObjectStore.behave(Manner.WORKS, "GET");
        ObjectStore.REFUSALS.set(1);
        assertThat(when().get((String) filed.path("url")).asByteArray()).isEqualTo(TestFiles.mp3("refused at length"));
    }

    @Test
    void fileThatTheBucketHasLostIsNamedInTheLog() {
        Response filed = send(TestFiles.mp3("lost"), "audio/mpeg");
        store.lose(name(filed));
        when().get((String) filed.path("url")).then().statusCode(503);
        assertThat(log.lines()).anyMatch(line -> line.contains("is missing") && line.contains(name(filed)));
    }

    @Test
    void unreadableMarkIsNotThatOfAnotherDatabase() {
        ObjectStore.behave(Manner.REFUSES, "GET");
        send(TestFiles.pdf("unmarked"), "application/pdf").then().statusCode(503);
        assertThat(log.lines())
                .anyMatch(line -> line.contains("The mark of the store") && line.contains("503"))
                .noneMatch(line -> line.contains("is not the store of this database"));
    }

    @Test
    void sameContentIsSentOnce() {
        byte[] content = TestFiles.pdf("sent once");
        Response first = send(content, "application/pdf");
        ObjectStore.REQUESTS.clear();
        send(content, "application/pdf").then().statusCode(201);
        assertThat(ObjectStore.REQUESTS)
                .contains("HEAD " + name(first).replace(".mp3", ".pdf"))
                .noneMatch(request -> request.startsWith("PUT"));
    }

    private static String name(Response record) {
        String hash = record.path("file.sha256");
        return hash.substring(0, 2) + "/" + hash + ".mp3";
    }

    /** Removes this node's copies. */
    private void forget(Response record) throws IOException {
        String hash = record.path("file.sha256");
        try (Stream<Path> files = Files.walk(store.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().contains(hash)) {
                    Files.delete(file);
                }
            }
        }
    }

    private List<Path> leftovers() throws IOException {
        Path incoming = store.folder().resolve("incoming");
        try (Stream<Path> files = Files.exists(incoming) ? Files.list(incoming) : Stream.empty()) {
            return files.toList();
        }
    }
}
