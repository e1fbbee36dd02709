package press.gazette.media.reading;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static press.gazette.media.MediaClient.MEDIA;
import static press.gazette.media.MediaClient.form;
import static press.gazette.media.MediaClient.patch;
import static press.gazette.media.MediaClient.picture;
import static press.gazette.media.MediaClient.url;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.media.TestFiles;
import press.gazette.media.TestPictures;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;

/** Crops about the focus of a picture, and about that of one use. */
@QuarkusTest
class CropsTest {

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
        TestFiles.tidyUp();
    }

    @Test
    void focusMovesTheCrop() throws IOException {
        Response filed = form(TestPictures.of("jpeg", 1_200, 300));
        String before = url(filed, "square");
        assertThat(before).isNotEqualTo(url(filed, "thumb"));
        Response moved = patch(filed.path("id"), "{\"focus\": {\"x\": 0, \"y\": 50}}");
        moved.then().statusCode(200).body("focus.x", equalTo(0));
        BufferedImage left = picture(when().get(url(moved, "square")));
        assertThat(left.getRGB(10, 10)).as("red only").isEqualTo(left.getRGB(290, 10));
        for (String extension : List.of(".jpg", ".webp")) {
            given().redirects()
                    .follow(false)
                    .get(before.replace(".jpg", extension))
                    .then()
                    .statusCode(308)
                    .header("Location", url(moved, "square").replace(".jpg", extension))
                    .header("Cache-Control", "public, max-age=10")
                    .header("Surrogate-Key", containsString("media:" + filed.path("id")));
        }
        when().get(before.replace("/square/", "/nothing/")).then().statusCode(200);
        when().get(before.replaceFirst("/square/.{8}", "/square/00000000"))
                .then()
                .statusCode(404);
        patch(filed.path("id"), "{\"focus\": {\"x\": 101, \"y\": 50}}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/focus/x"));
        patch(filed.path("id"), "{\"focus\": null}").then().statusCode(200).body("focus", nullValue());
        assertThat(url(Keys.asAdmin().get(MEDIA + "/" + filed.path("id")), "square"))
                .isEqualTo(before);
    }

    @Test
    void listHasCropsAboutItsOwnPoint() throws IOException {
        Response filed = form(TestPictures.of("jpeg", 1_200, 300));
        DeskClient article = DeskClient.published("Desk: crops", "image", filed.path("id"));
        ListClient list = ListClient.create("trial-crops");
        list.place("article", article.id(), "overrides", Map.of("focus", Map.of("x", 101, "y", 50)))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/overrides/focus/x"));
        list.placed(article.id(), "overrides", Map.of("focus", Map.of("x", 0, "y", 50)));
        list.publish().then().statusCode(201);
        Response read = list.asReader();
        read.then()
                .body("items[0].overridden", equalTo(List.of("focus")))
                .body("items[0].article.image.focus.x", equalTo(0))
                .body("items[0].article.image.url", equalTo(filed.path("url")));
        String own = read.path("items[0].article.image.renditions.find { it.name == 'square' }.url");
        BufferedImage left = picture(when().get(own));
        assertThat(left.getRGB(10, 10)).as("red only").isEqualTo(left.getRGB(290, 10));
        when().get(own.replace(".jpg", ".webp")).then().statusCode(200);
        BufferedImage middle = picture(when().get(url(filed, "square")));
        assertThat(middle.getRGB(10, 10)).isNotEqualTo(middle.getRGB(290, 10));
        char last = own.charAt(own.length() - 5);
        String forged = own.substring(0, own.length() - 5) + (last == '0' ? '1' : '0') + ".jpg";
        when().get(forged).then().statusCode(404);
    }

    @Test
    void articleHasCropsAboutItsOwnPoint() throws IOException {
        Response filed = form(TestPictures.of("jpeg", 1_200, 300));
        DeskClient article = DeskClient.published("Desk: own crops", "image", filed.path("id"));
        article.patch(Map.of("imageFocus", Map.of("x", 0, "y", 101)))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/imageFocus/y"));
        article.patch(Map.of("imageFocus", Map.of("x", 0, "y", 50)))
                .then()
                .statusCode(200)
                .body("imageFocus.x", equalTo(0));
        article.put("publication", Map.of()).then().statusCode(200);
        String page = "/v1/articles/" + article.id();
        Response read = when().get(page);
        read.then().body("image.focus.x", equalTo(0)).body("image.url", equalTo(filed.path("url")));
        String own = square(read, "image");
        assertThat(own).isNotEqualTo(url(filed, "square"));
        BufferedImage left = picture(when().get(own));
        assertThat(left.getRGB(10, 10)).as("red only").isEqualTo(left.getRGB(290, 10));
        String social = read.path("image.renditions.find { it.name == 'social' }.url");
        assertThat(when().get("/reader/articles/" + read.path("slug")).asString())
                .contains(social);
        assertThat(when().get(page + ".jsonld").asString()).contains(own);
        assertThat(square(when().get("/v1/articles?ids=" + article.id()), "items[0].image"))
                .isEqualTo(own);
        ListClient list = ListClient.create("trial-own-crops");
        list.placed(article.id(), "overrides", Map.of("focus", Map.of("x", 100, "y", 50)));
        list.publish().then().statusCode(201);
        BufferedImage right = picture(when().get(square(list.asReader(), "items[0].article.image")));
        assertThat(right.getRGB(10, 10)).as("of the list, not of the article").isNotEqualTo(left.getRGB(10, 10));
        article.patch("{\"imageFocus\": null}").then().statusCode(200);
        article.put("publication", Map.of()).then().statusCode(200);
        assertThat(square(when().get(page), "image")).isEqualTo(url(filed, "square"));
        article.patch("{\"image\": null, \"imageFocus\": {\"x\": 1, \"y\": 1}}")
                .then()
                .statusCode(200)
                .body("imageFocus", nullValue());
    }

    @Test
    void anotherLeadPictureDoesNotTakeOverTheFocus() {
        String first = form(TestPictures.of("jpeg", 1_200, 300)).path("id");
        String second = form(TestPictures.of("jpeg", 1_200, 301)).path("id");
        DeskClient article = DeskClient.published("Desk: moved crops", "image", first);
        article.patch(Map.of("imageFocus", Map.of("x", 0, "y", 50))).then().statusCode(200);
        article.patch(Map.of("image", first)).then().statusCode(200).body("imageFocus.x", equalTo(0));
        article.patch(Map.of("image", second)).then().statusCode(200).body("imageFocus", nullValue());
        article.patch(Map.of("image", first, "imageFocus", Map.of("x", 7, "y", 50)))
                .then()
                .statusCode(200)
                .body("imageFocus.x", equalTo(7));
    }

    private static String square(Response response, String picture) {
        return response.path(picture + ".renditions.find { it.name == 'square' }.url");
    }
}
