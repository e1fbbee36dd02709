package press.gazette.media.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static press.gazette.media.MediaClient.MEDIA;
import static press.gazette.media.MediaClient.patch;
import static press.gazette.media.MediaClient.send;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.media.TestFiles;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Listings;

/** The desk's listing of media. */
@QuarkusTest
class MediaListingTest {

    @AfterEach
    void tidyUp() {
        TestFiles.tidyUp();
    }

    @Test
    void listingIsFilteredByKindAndRights() {
        String film = send(TestFiles.mp4("listed"), "video/mp4").path("id");
        String sound = send(TestFiles.mp3("listed"), "audio/mpeg").path("id");
        String ended = send(TestFiles.mp3("ended"), "audio/mpeg").path("id");
        patch(ended, "{\"rightsExpireAt\": \"2020-01-01T00:00:00Z\"}").then().statusCode(200);
        assertThat(listed("?type=film")).startsWith(film);
        assertThat(listed("?type=sound")).startsWith(ended, sound);
        assertThat(listed("?type=sound&rights=valid")).startsWith(sound).doesNotContain(ended);
        assertThat(listed("?rights=ended")).contains(ended).doesNotContain(film, sound);
        patch(sound, "{\"rightsExpireAt\": \"2035-01-01T00:00:00Z\"}").then().statusCode(200);
        assertThat(listed("?type=sound&rights=limited")).containsExactly(sound);
        assertThat(Listings.walk(MEDIA + "?type=sound&limit=1", Keys::asAdmin))
                .extracting(item -> (String) item.get("id"))
                .startsWith(ended, sound);
        Keys.asAdmin().get(MEDIA + "?type=video").then().statusCode(400).body("errors[0].parameter", equalTo("type"));
        Keys.asAdmin()
                .get(MEDIA + "?rights=none")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("rights"));
    }

    private static List<String> listed(String query) {
        return Keys.asAdmin().get(MEDIA + query).path("items.id");
    }
}
