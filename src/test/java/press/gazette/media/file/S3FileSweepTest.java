package press.gazette.media.file;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static press.gazette.media.MediaClient.form;
import static press.gazette.media.MediaClient.url;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import press.gazette.media.ObjectStore;
import press.gazette.media.OnS3;
import press.gazette.media.TestPictures;
import press.gazette.newsroom.Keys;

@QuarkusTest
@TestProfile(OnS3.class)
class S3FileSweepTest extends FileSweepTest {

    /** A slow bucket may take longer for the renditions than the row is locked. */
    @Test
    void originalIsRemovedBeforeItsRenditions() {
        Response dropped = form(TestPictures.of("jpeg", 307, 307));
        when().get(url(dropped, "card")).then().statusCode(200);
        when().get(url(dropped, "square")).then().statusCode(200);
        Keys.asAdmin()
                .header("If-Match", "*")
                .delete("/v1/desk/media/" + dropped.path("id"))
                .then()
                .statusCode(204);
        age(hash(dropped));
        ObjectStore.REQUESTS.clear();
        sweep();
        assertThat(ObjectStore.REQUESTS.stream()
                        .filter(request -> request.startsWith("DELETE ") && request.contains(hash(dropped))))
                .hasSize(3)
                .first()
                .isEqualTo("DELETE " + name(dropped));
    }
}
