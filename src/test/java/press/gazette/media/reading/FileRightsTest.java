package press.gazette.media.reading;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static press.gazette.media.MediaClient.MEDIA;
import static press.gazette.media.MediaClient.form;
import static press.gazette.media.MediaClient.patch;
import static press.gazette.media.MediaClient.picture;
import static press.gazette.media.MediaClient.replace;
import static press.gazette.media.MediaClient.url;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.change.Ledger;
import press.gazette.media.TestFiles;
import press.gazette.media.TestPictures;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;

/** Files whose rights end, and files that are replaced. */
@QuarkusTest
class FileRightsTest {

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
        TestFiles.tidyUp();
    }

    @Test
    void renditionsAreGoneWhenTheRightsEnd() {
        Response filed = form(TestPictures.of("jpeg", 310, 310));
        when().get(url(filed, "card")).then().statusCode(200);
        patch(filed.path("id"), "{\"rightsExpireAt\": \"2020-01-01T00:00:00Z\"}")
                .then()
                .statusCode(200);
        when().get(url(filed, "card")).then().statusCode(410).body("code", equalTo("file-withdrawn"));
    }

    @Test
    void fileIsReplaced() {
        Response filed = form(TestPictures.of("jpeg", 320, 320));
        String before = url(filed, "card");
        when().get(before).then().statusCode(200);
        String picture = MEDIA + "/" + filed.path("id");
        patch(filed.path("id"), "{\"caption\": \"Stays\", \"focus\": {\"x\": 10, \"y\": 20}}")
                .then()
                .statusCode(200);
        Response replaced = replace(filed, TestPictures.of("png", 330, 340));
        replaced.then()
                .statusCode(200)
                .body("caption", equalTo("Stays"))
                .body("focus.x", equalTo(10))
                .body("file.mediaType", equalTo("image/png"))
                .body("height", equalTo(340));
        when().get(before).then().statusCode(404);
        when().get(url(replaced, "card")).then().statusCode(200);
        assertThat(replace(filed, TestPictures.of("png", 330, 340)).header("ETag"))
                .isEqualTo(replaced.header("ETag"));
        replace(filed, TestFiles.pdf("another kind")).then().statusCode(409);
        replace(filed, TestPictures.heif("avif", 10, 10)).then().statusCode(409);
        Keys.asAdmin()
                .multiPart("file", "any", new byte[] {1}, "image/png")
                .put(picture + "/file")
                .then()
                .statusCode(415);
        Keys.asAdmin()
                .multiPart("file", "any", TestPictures.of("png", 3, 3), "image/png")
                .put(picture + "/file")
                .then()
                .statusCode(428);
    }

    /** Film, sound and pictures of bodies are no lead pictures; their end must reach caches all the same. */
    @Test
    void endOfAFileThatWasServedIsInTheLedger() {
        Response seen = form(TestFiles.mp3("seen"));
        Response unseen = form(TestFiles.mp3("unseen"));
        when().get((String) seen.path("url")).then().statusCode(200);
        long before = QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
        patch(unseen.path("id"), "{\"rightsExpireAt\": \"2020-01-01T00:00:00Z\"}")
                .then()
                .statusCode(200);
        patch(seen.path("id"), "{\"caption\": \"Not noticed\"}").then().statusCode(200);
        assertThat(QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq()))
                .isEqualTo(before);
        patch(seen.path("id"), "{\"rightsExpireAt\": \"2020-01-01T00:00:00Z\"}")
                .then()
                .statusCode(200);
        assertThat(QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq()))
                .isEqualTo(before + 1);
        when().get((String) seen.path("url")).then().statusCode(410);
    }
}
