package press.gazette.media.desk;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static press.gazette.media.MediaClient.MEDIA;
import static press.gazette.media.MediaClient.form;
import static press.gazette.media.MediaClient.picture;
import static press.gazette.media.MediaClient.url;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.media.TestFiles;
import press.gazette.media.TestPictures;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;

/** Pictures of all types that are sent to the desk, whole and damaged. */
@QuarkusTest
class PictureUploadTest {

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
        TestFiles.tidyUp();
    }

    @Test
    void otherTypesOfPicturesAreTaken() {
        form(TestPictures.of("gif", 700, 700)).then().statusCode(201).body("renditions.name", hasItem("square"));
        Response webp = form(TestPictures.webp(700, 700));
        webp.then().statusCode(201).body("file.mediaType", equalTo("image/webp"));
        when().get(url(webp, "square")).then().statusCode(200);
        Response inks = form(TestPictures.cmyk(300, 300));
        inks.then().statusCode(201);
        when().get(url(inks, "card")).then().statusCode(200);
        for (String brand : List.of("avif", "heic", "mif1")) {
            Response kept = form(TestPictures.heif(brand, 300, 200));
            kept.then()
                    .statusCode(201)
                    .body("kind", equalTo("picture"))
                    .body("url", equalTo(MEDIA + "/" + kept.path("id") + "/file"))
                    .body("width", equalTo(300))
                    .body("renditions", empty());
            Keys.asAdmin()
                    .contentType("application/json")
                    .body(Map.of(
                            "slug", "x-y-z", "type", "news", "language", "en", "title", "A", "image", kept.path("id")))
                    .post("/v1/desk/articles?dryRun=true")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void firstPictureOfAnAnimationIsShown() throws IOException {
        Response gif = form(TestPictures.animation(300, 300));
        gif.then().statusCode(201);
        BufferedImage shown = picture(when().get(url(gif, "card")));
        assertThat(new Color(shown.getRGB(10, 10)).getRed()).as("not black").isGreaterThan(200);
        form(TestPictures.animatedWebp(250, 200))
                .then()
                .statusCode(201)
                .body("width", equalTo(250))
                .body("height", equalTo(200))
                .body("renditions", empty());
    }

    @Test
    void sixteenBitsBecomeEight() throws IOException {
        Response grey = form(TestPictures.of("png", TestPictures.quarters(300, 300, BufferedImage.TYPE_USHORT_GRAY)));
        grey.then().statusCode(201);
        BufferedImage shown = picture(when().get(url(grey, "card")));
        assertThat(new Color(shown.getRGB(290, 290)).getRed()).as("white").isGreaterThan(245);
        assertThat(shown.getColorModel().getComponentSize(0)).isEqualTo(8);
    }

    /** A comment of a megabyte, in many blocks of the file. */
    @Test
    void hugeCommentIsNoCaption() {
        byte[][] blocks = new byte[17][];
        Arrays.fill(blocks, TestPictures.exif(1, "x".repeat(60_000)));
        Response filed = form(TestPictures.withBlocks(TestPictures.of("jpeg", 200, 200), blocks));
        filed.then().statusCode(201);
        assertThat(Objects.requireNonNullElse(filed.<String>path("caption"), "").length())
                .isLessThanOrEqualTo(4_000);
    }

    @Test
    void unusablePicturesAreRejected() {
        rejected(TestPictures.pngThatClaims(50_000, 50_000), "50000 × 50000");
        rejected(TestPictures.pngThatClaims(0, 10), "size");
        rejected(TestPictures.pngThatClaims(1_000, 1_000), "cannot be decoded");
        rejected(TestPictures.progressive(5_001, 5_001, 0), "progressive JPEG of 5001 × 5001");
        rejected(TestPictures.progressive(30, 30, 60), "more than 64 scans");
        form(TestPictures.progressive(400, 300, 5)).then().statusCode(201);
        byte[] jpeg = TestPictures.of("jpeg", 300, 300);
        rejected(TestFiles.cut(jpeg, jpeg.length / 2), "ends too early");
        rejected(TestFiles.cut(jpeg, jpeg.length - 30), "size");
        rejected(TestFiles.cut(TestPictures.webp(300, 300), 100), "cannot be decoded");
        assertThat(form("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(415);
    }

    /** A script behind a picture stays in the original, which readers never get. */
    @Test
    void polyglotIsMadeHarmless() {
        byte[] polyglot = TestFiles.join(
                TestPictures.of("gif", 200, 200), "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        Response filed = form(polyglot);
        filed.then().statusCode(201);
        assertThat(new String(when().get(url(filed, "card")).asByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain("<script");
    }

    private static void rejected(byte[] content, String detail) {
        form(content)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-file"))
                .body("detail", containsString(detail));
    }
}
