package press.gazette.media.reading;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static press.gazette.media.MediaClient.form;
import static press.gazette.media.MediaClient.send;
import static press.gazette.media.MediaClient.together;
import static press.gazette.media.MediaClient.url;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.media.ObjectStore;
import press.gazette.media.ObjectStore.Manner;
import press.gazette.media.OnS3;
import press.gazette.media.StoredNames;
import press.gazette.media.TestFiles;
import press.gazette.media.TestPictures;
import press.gazette.newsroom.ServerLog;

/** The requests to a bucket: no file is read or sent twice, and one that is refused is sent again. */
@QuarkusTest
@TestProfile(OnS3.class)
class S3RequestsTest {

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

    @Test
    void requestThatIsRefusedOnceIsSentAgain() throws IOException {
        Response filed = send(TestFiles.mp3("busy"), "audio/mpeg");
        store.forget(filed);
        ObjectStore.REFUSALS.set(1);
        when().get((String) filed.path("url")).then().statusCode(200);
        ObjectStore.REFUSALS.set(1);
        send(TestFiles.mp3("busier"), "audio/mpeg").then().statusCode(201);
    }

    @Test
    void fileIsReadFromTheBucketOnceForAll() throws IOException {
        Response filed = send(TestFiles.mp3("often"), "audio/mpeg");
        String url = filed.path("url");
        store.forget(filed);
        ObjectStore.REQUESTS.clear();
        assertThat(IntStream.range(0, 20)
                        .parallel()
                        .mapToObj(i -> when().get(url).statusCode()))
                .containsOnly(200);
        assertThat(ObjectStore.REQUESTS).containsOnlyOnce("GET " + StoredNames.of(filed, "mp3"));
    }

    /** Another node has made it. */
    @Test
    void renditionInTheBucketIsNotMadeAgain() throws IOException {
        Response picture = form(TestPictures.withBlocks(
                TestPictures.of("jpeg", 220, 220),
                TestPictures.exif(1, UUID.randomUUID().toString())));
        byte[] made = when().get(url(picture, "card")).asByteArray();
        store.forget(picture);
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
            store.forget(picture);
            assertThat(when().get(url(picture, "card")).asByteArray()).isEqualTo(made);
            assertThat(log.lines()).anyMatch(line -> line.contains("it is made again") && line.contains(hash));
            log.lines().clear();
            store.forget(picture);
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
            store.forget(picture);
            ObjectStore.REQUESTS.clear();
            List<CompletableFuture<Response>> responses = together(Stream.of("card", "thumb", "square", "social")
                    .map(preset -> url(picture, preset))
                    .toList());
            assertThat(responses)
                    .allSatisfy(response -> assertThat(response.join().statusCode())
                            .as(response.join().asString())
                            .isEqualTo(200));
            assertThat(ObjectStore.REQUESTS).containsOnlyOnce("GET " + StoredNames.of(picture, "jpg"));
        }
    }

    @Test
    void longRefusalLeavesNothingInAFile() throws IOException {
        Response filed = send(TestFiles.mp3("refused at length"), "audio/mpeg");
        store.forget(filed);
        ObjectStore.behave(Manner.WORKS, "GET");
        ObjectStore.REFUSALS.set(1);
        assertThat(when().get((String) filed.path("url")).asByteArray()).isEqualTo(TestFiles.mp3("refused at length"));
    }

    @Test
    void fileThatTheBucketHasLostIsNamedInTheLog() {
        Response filed = send(TestFiles.mp3("lost"), "audio/mpeg");
        store.lose(StoredNames.of(filed, "mp3"));
        when().get((String) filed.path("url")).then().statusCode(503);
        assertThat(log.lines())
                .anyMatch(line -> line.contains("is missing") && line.contains(StoredNames.of(filed, "mp3")));
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
                .contains("HEAD " + StoredNames.of(first, "pdf"))
                .noneMatch(request -> request.startsWith("PUT"));
    }
}
