package press.gazette.importer.sample;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.media.TestFiles;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;

/** Pictures, film and sound of the sample newsroom, which are in the store. */
@QuarkusTest
class SampleMediaTest {

    private static final String MEDIA = "/v1/desk/media";

    @AfterEach
    void tidyUp() {
        TestFiles.tidyUp();
    }

    /** The start does not look at the files: the facts in pictures.yaml must be those that an upload finds. */
    @Test
    void factsAboutTheFilesAreTrue() {
        List<Map<String, Object>> stored = Keys.asAdmin()
                .get(MEDIA + "?limit=100")
                .path("items.findAll { it.file != null && it.credit?.endsWith('" + TestFiles.SAMPLE + "') }");
        assertThat(stored).hasSizeGreaterThan(10);
        for (Map<String, Object> record : stored) {
            byte[] content =
                    Keys.asAdmin().get(MEDIA + "/" + record.get("id") + "/file").asByteArray();
            Response sent = Keys.asAdmin()
                    .multiPart("file", "any", content, "image/jpeg")
                    .post(MEDIA);
            sent.then().statusCode(201);
            assertThat(sent.<Object>path("file")).isEqualTo(record.get("file"));
            assertThat(sent.<Integer>path("width")).isEqualTo(record.get("width"));
            if (record.get("kind").equals("picture")) {
                DeskClient copy = DeskClient.write("Desk: sample " + record.get("id"), "image", sent.path("id"));
                assertThat(placeholder(copy.id())).startsWith("#").isEqualTo(placeholderOf((String) record.get("id")));
            }
        }
    }

    private static String placeholderOf(String picture) {
        return placeholder(
                DeskClient.write("Desk: own " + picture, "image", picture).id());
    }

    private static String placeholder(String article) {
        return Keys.asAdmin()
                .get("/v1/desk/articles/" + article + "?include=image")
                .path("included.image.placeholder");
    }

    @Test
    void picturesHaveRenditions() {
        when().get("/v1/articles/opera-in-dry-dock")
                .then()
                .body("image.renditions.name", hasItem("card"))
                .body("image.srcset", containsString(".webp 480w"))
                .body("image.placeholder", startsWith("#"));
        String card = when().get("/v1/articles/opera-in-dry-dock").path("image.renditions[0].url");
        when().get(card).then().statusCode(200).contentType("image/jpeg");
    }

    @Test
    void filmHasCaptionsAndSoundHasATranscript() {
        JsonPath opera =
                when().get("/v1/articles/opera-in-dry-dock?body=blocks").jsonPath();
        String film = opera.getString("body.blocks.find { it.type == 'video' }.url");
        when().get(film).then().statusCode(200).contentType("video/mp4");
        when().get(opera.getString("body.blocks.find { it.type == 'video' }.poster"))
                .then()
                .statusCode(200)
                .contentType("image/jpeg");
        String captions = opera.getString("body.blocks.find { it.type == 'video' }.tracks[0].url");
        assertThat(when().get(captions)
                        .then()
                        .statusCode(200)
                        .contentType("text/vtt")
                        .extract()
                        .asString())
                .startsWith("WEBVTT");
        List<String> gallery = opera.getList("body.blocks.find { it.type == 'gallery' }.images.url");
        gallery.forEach(url -> when().get(url).then().statusCode(200).contentType("image/jpeg"));
        String id = film.split("/", -1)[2];
        Keys.asAdmin()
                .get(MEDIA + "/" + id + "/uses")
                .then()
                .body("items.title", equalTo(List.of(opera.getString("title"))));
        JsonPath derby =
                when().get("/v1/articles/derby-late-equaliser?body=blocks").jsonPath();
        when().get(derby.getString("body.blocks.find { it.type == 'audio' }.url"))
                .then()
                .statusCode(200)
                .contentType("audio/mpeg");
        assertThat(derby.getList("body.blocks.find { it.type == 'audio' }.transcript"))
                .hasSize(2);
    }
}
