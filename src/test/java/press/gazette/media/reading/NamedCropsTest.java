package press.gazette.media.reading;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static press.gazette.media.MediaClient.MEDIA;
import static press.gazette.media.MediaClient.form;
import static press.gazette.media.MediaClient.patch;
import static press.gazette.media.MediaClient.picture;
import static press.gazette.media.MediaClient.replace;
import static press.gazette.media.MediaClient.url;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.media.TestFiles;
import press.gazette.media.TestPictures;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;

/** Areas that the desk names for the crops of a picture. Its quarters are red, green, blue and white. */
@QuarkusTest
class NamedCropsTest {

    private static final int RED = 0xff0000;
    private static final int GREEN = 0x00ff00;
    private static final int BLUE = 0x0000ff;

    /** Of one channel, by the compression. */
    private static final int DEVIATION = 40;

    @AfterEach
    void tidyUp() {
        TestFiles.tidyUp();
    }

    @Test
    void namedCropShowsItsAreaAndOthersFollowTheFocus() throws IOException {
        Response filed = form(TestPictures.of("jpeg", 1_200, 300));
        String id = filed.path("id");
        Response named = crop(id, "{\"square\": {\"x\": 0, \"y\": 50, \"width\": 25.004, \"height\": 50}}");
        named.then()
                .statusCode(200)
                .body("crops.square.width", equalTo(25.0f))
                .body("renditions.find { it.name == 'square' }.width", equalTo(150))
                .body("renditions.find { it.name == 'square' }.height", equalTo(150));
        BufferedImage cut = picture(when().get(url(named, "square")));
        assertThat(cut.getWidth()).isEqualTo(150);
        assertThat(cut.getHeight()).isEqualTo(150);
        shows(cut, BLUE, BLUE);
        assertThat(url(named, "thumb")).isEqualTo(url(filed, "thumb"));
        assertThat(url(named, "card")).isEqualTo(url(filed, "card"));
        when().get(url(named, "square").replace(".jpg", ".webp")).then().statusCode(200);
        Response moved = patch(id, "{\"focus\": {\"x\": 0, \"y\": 0}}");
        assertThat(url(moved, "square")).isEqualTo(url(named, "square"));
        assertThat(url(moved, "thumb")).isNotEqualTo(url(named, "thumb"));
        Response seen = Keys.asAdmin().get(MEDIA + "/" + id);
        seen.then().body("crops.square.y", equalTo(50.0f));
        crop(id, "{\"square\": {\"y\": 50}}").then().statusCode(200).header("ETag", seen.header("ETag"));
    }

    @Test
    void formerAddressLeadsToTheNextOne() {
        Response filed = form(TestPictures.of("jpeg", 1_200, 300));
        String id = filed.path("id");
        Response named = crop(id, "{\"square\": {\"x\": 0, \"y\": 0, \"width\": 20, \"height\": 50}}");
        leads(url(filed, "square"), url(named, "square"));
        Response other = crop(id, "{\"square\": {\"x\": 10, \"y\": 0, \"width\": 20, \"height\": 50}}");
        leads(url(named, "square"), url(other, "square"));
        Response without = crop(id, "{\"square\": null}");
        without.then().statusCode(200).body("crops", nullValue());
        assertThat(url(without, "square")).isEqualTo(url(filed, "square"));
        leads(url(other, "square"), url(filed, "square"));
    }

    /** The shape of this crop is that of the picture, so only its version tells that it shows a part. */
    @Test
    void namedCropIsNeverAWidthOfThePicture() throws IOException {
        Response filed = form(TestPictures.of("jpeg", 700, 700));
        Response named = crop(filed.path("id"), "{\"square\": {\"x\": 50, \"y\": 0, \"width\": 50, \"height\": 50}}");
        DeskClient article = DeskClient.published("Desk: a part", "image", filed.path("id"));
        String page = "/v1/articles/" + article.id();
        Response read = when().get(page);
        assertThat(square(read)).isEqualTo(url(named, "square"));
        assertThat(read.<String>path("image.srcset")).doesNotContain("350w").contains("480w");
        shows(picture(when().get(square(read))), GREEN, GREEN);
        article.patch(Map.of("imageFocus", Map.of("x", 0, "y", 0))).then().statusCode(200);
        article.put("publication", Map.of()).then().statusCode(200);
        BufferedImage whole = picture(when().get(square(when().get(page))));
        assertThat(whole.getWidth()).isEqualTo(350);
        shows(whole, RED, 0xffffff);
    }

    @Test
    void focusOfAnArticleWinsEvenIfItIsThatOfThePicture() throws IOException {
        Response filed = form(TestPictures.of("jpeg", 1_200, 300));
        patch(filed.path("id"), "{\"focus\": {\"x\": 0, \"y\": 0}}").then().statusCode(200);
        Response named = crop(filed.path("id"), "{\"square\": {\"x\": 75, \"y\": 0, \"width\": 25, \"height\": 50}}");
        DeskClient article = DeskClient.published("Desk: a crop of its own", "image", filed.path("id"));
        String page = "/v1/articles/" + article.id();
        assertThat(square(when().get(page))).isEqualTo(url(named, "square"));
        assertThat(when().get(page + ".jsonld").asString()).contains(url(named, "square"));
        article.patch(Map.of("imageFocus", Map.of("x", 0, "y", 0))).then().statusCode(200);
        article.put("publication", Map.of()).then().statusCode(200);
        String stale = square(when().get(page));
        shows(picture(when().get(stale)), RED, BLUE);
        Response other = crop(filed.path("id"), "{\"square\": {\"x\": 50}}");
        other.then().statusCode(200);
        given().redirects()
                .follow(false)
                .get(stale)
                .then()
                .statusCode(308)
                .header("Location", square(when().get(page)));
        article.patch("{\"imageFocus\": null}").then().statusCode(200);
        article.put("publication", Map.of()).then().statusCode(200);
        assertThat(square(when().get(page))).isEqualTo(url(other, "square"));
    }

    @Test
    void readersSeeANamedCropAtOnce() {
        Response filed = form(TestPictures.of("jpeg", 1_200, 300));
        DeskClient article = DeskClient.published("Desk: a crop at once", "image", filed.path("id"));
        String page = "/v1/articles/" + article.id();
        String before = when().get(page).header("ETag");
        Response named = crop(filed.path("id"), "{\"social\": {\"x\": 5, \"y\": 5, \"width\": 40, \"height\": 90}}");
        given().header("If-None-Match", before)
                .get(page)
                .then()
                .statusCode(200)
                .body("image.renditions.find { it.name == 'social' }.url", equalTo(url(named, "social")));
    }

    @Test
    void areaIsOneOfTheUprightPicture() throws IOException {
        byte[] turned = TestPictures.withBlocks(TestPictures.of("jpeg", 400, 200), TestPictures.exif(6, "Turned"));
        Response named =
                crop(form(turned).path("id"), "{\"square\": {\"x\": 50, \"y\": 0, \"width\": 50, \"height\": 25}}");
        shows(picture(when().get(url(named, "square"))), RED, RED);
    }

    @Test
    void anotherFileKeepsTheAreas() throws IOException {
        Response filed = form(TestPictures.of("jpeg", 1_200, 300));
        crop(filed.path("id"), "{\"square\": {\"x\": 0, \"y\": 0, \"width\": 50, \"height\": 50}}");
        Response replaced = replace(filed, TestPictures.of("png", 600, 600));
        replaced.then()
                .statusCode(200)
                .body("crops.square.height", equalTo(50.0f))
                .body("renditions.find { it.name == 'square' }.width", equalTo(300));
        shows(picture(when().get(url(replaced, "square"))), RED, RED);
        Keys.asAdmin()
                .post(MEDIA + "/" + filed.path("id") + "/renditions")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"square\": {\"x\": 0, \"y\": 0, \"width\": 0, \"height\": 9}}; /crops/square/width",
                "{\"square\": {\"x\": 60, \"y\": 0, \"width\": 40.01, \"height\": 9}}; /crops/square/width",
                "{\"square\": {\"x\": 0, \"y\": 99.5, \"width\": 9, \"height\": 1}}; /crops/square/height",
                "{\"square\": {\"x\": 0, \"y\": -1, \"width\": 9, \"height\": 9}}; /crops/square/y",
                "{\"square\": {\"x\": 1e300, \"y\": 0, \"width\": 9, \"height\": 9}}; /crops/square/x",
                "{\"square\": {\"x\": \"0\", \"y\": 0, \"width\": 9, \"height\": 9}}; /crops/square/x",
                "{\"square\": {\"x\": 0, \"y\": 0, \"width\": 9}}; /crops/square/height",
                "{\"square\": [0, 0, 9, 9]}; /crops/square",
                "{\"card\": {\"x\": 0, \"y\": 0, \"width\": 9, \"height\": 9}}; /crops/card",
                "{\"a/b\": {\"x\": 0, \"y\": 0, \"width\": 9, \"height\": 9}}; /crops/a~1b",
                "9; /crops"
            })
    void areaThatNoCropCanShowIsRejected(String crops, String pointer) {
        crop(form(TestPictures.of("jpeg", 300, 200)).path("id"), crops)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-content"))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void onlyAPictureWithRenditionsHasCrops() {
        String area = "{\"square\": {\"x\": 0, \"y\": 0, \"width\": 9, \"height\": 9}}";
        Keys.asAdmin()
                .contentType("application/json")
                .body("{\"url\": \"/a.jpg\", \"alt\": \"\", \"width\": 9, \"height\": 9, \"crops\": " + area + "}")
                .post(MEDIA)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/crops"));
        Response document = Keys.asAdmin()
                .multiPart("file", "any", TestFiles.pdf("crops"), "application/pdf")
                .post(MEDIA);
        crop(document.path("id"), area).then().statusCode(400).body("errors[0].pointer", equalTo("/crops"));
    }

    private static Response crop(String id, String crops) {
        return patch(id, "{\"crops\": " + crops + "}");
    }

    private static void leads(String from, String to) {
        given().redirects().follow(false).get(from).then().statusCode(308).header("Location", to);
    }

    private static String square(Response article) {
        return article.path("image.renditions.find { it.name == 'square' }.url");
    }

    /** Compares the colours near the corners above left and below right. */
    private static void shows(BufferedImage picture, int aboveLeft, int belowRight) {
        isNear(picture.getRGB(10, 10), aboveLeft);
        isNear(picture.getRGB(picture.getWidth() - 11, picture.getHeight() - 11), belowRight);
    }

    private static void isNear(int colour, int wanted) {
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(colour >> shift & 0xff)
                    .as("%06x, not %06x", colour & 0xffffff, wanted)
                    .isBetween((wanted >> shift & 0xff) - DEVIATION, (wanted >> shift & 0xff) + DEVIATION);
        }
    }
}
