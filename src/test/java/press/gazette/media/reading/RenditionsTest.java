package press.gazette.media.reading;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.change.Ledger;
import press.gazette.media.TestFiles;
import press.gazette.media.TestPictures;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;

/** Pictures that are sent to the desk, and what readers get of them. */
@QuarkusTest
class RenditionsTest {

    private static final String MEDIA = "/v1/desk/media";

    @Inject
    MeterRegistry metrics;

    @AfterEach
    void tidyUp() {
        TestFiles.tidyUp();
    }

    @Test
    void pictureHasRenditionsInItsShapeAndCrops() throws IOException {
        Response filed = file(TestPictures.of("jpeg", 1_000, 750));
        filed.then()
                .statusCode(201)
                .body("kind", equalTo("picture"))
                .body("url", equalTo(url(filed, "wide-1200")))
                .body("width", equalTo(1_000))
                .body("height", equalTo(750))
                .body("file.width", equalTo(1_000))
                .body("file.mediaType", equalTo("image/jpeg"))
                .body("renditions.name", equalTo(List.of("wide-1200", "wide-800", "card", "thumb", "square", "social")))
                .body("renditions.width", equalTo(List.of(1_000, 800, 480, 160, 600, 1_000)))
                .body("renditions.height", equalTo(List.of(750, 600, 360, 160, 600, 525)));
        for (String name : List.of("wide-1200", "card", "square", "social", "thumb")) {
            int width = filed.path("renditions.find { it.name == '" + name + "' }.width");
            int height = filed.path("renditions.find { it.name == '" + name + "' }.height");
            BufferedImage jpeg = picture(when().get(url(filed, name)));
            assertThat(jpeg.getWidth()).isEqualTo(width);
            assertThat(jpeg.getHeight()).isEqualTo(height);
            Response webp = when().get(url(filed, name).replace(".jpg", ".webp"));
            webp.then().statusCode(200).contentType("image/webp");
            assertThat(new String(webp.asByteArray(), 0, 12, StandardCharsets.ISO_8859_1))
                    .startsWith("RIFF")
                    .endsWith("WEBP");
        }
    }

    @Test
    void renditionIsCachedForAYear() {
        String url = url(file(TestPictures.of("png", 500, 300)), "card");
        Response whole = when().get(url);
        whole.then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Length", Integer.toString(whole.asByteArray().length));
        when().head(url).then().statusCode(200).header("Content-Length", whole.header("Content-Length"));
        given().header("If-None-Match", whole.header("ETag")).get(url).then().statusCode(304);
        given().header("Range", "bytes=0-9").get(url).then().statusCode(206).header("Content-Length", "10");
        assertThat(when().get(url.replace(".jpg", ".webp")).header("ETag")).isNotEqualTo(whole.header("ETag"));
    }

    @Test
    void readersGetNoPlaceAndNoOriginal() throws IOException {
        byte[] sent = TestPictures.withBlocks(
                TestPictures.of("jpeg", 400, 200),
                TestPictures.exif(6, "By the canal"),
                TestPictures.xmp("A barge", "Ida Roe", "A barge in a lock"));
        Response filed = file(sent);
        filed.then()
                .body("caption", equalTo("A barge"))
                .body("credit", equalTo("Ida Roe"))
                .body("alt", equalTo("A barge in a lock"))
                .body("file.digitalSourceType", equalTo("digitalCapture"))
                .body("width", equalTo(200))
                .body("height", equalTo(400));
        for (String each : List.of(url(filed, "card"), url(filed, "card").replace(".jpg", ".webp"))) {
            assertThat(new String(when().get(each).asByteArray(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("Exif", "xmpmeta", "EXIF", "Ida Roe");
        }
        BufferedImage upright = picture(when().get(url(filed, "card")));
        assertThat(upright.getWidth()).isEqualTo(200);
        assertThat(upright.getRGB(10, 10) & 0xff)
                .as("blue is above left after the turn")
                .isGreaterThan(200);
        String id = filed.path("id");
        when().get("/media/" + id + "/file/" + ((String) filed.path("file.sha256")).substring(0, 16) + ".jpg")
                .then()
                .statusCode(404);
        when().get(MEDIA + "/" + id + "/file").then().statusCode(401);
        assertThat(Keys.asAdmin().get(MEDIA + "/" + id + "/file").asByteArray()).isEqualTo(sent);
    }

    @Test
    void focusMovesTheCrop() throws IOException {
        Response filed = file(TestPictures.of("jpeg", 1_200, 300));
        String before = url(filed, "square");
        assertThat(before).isNotEqualTo(url(filed, "thumb"));
        Response moved = patch(filed, "{\"focus\": {\"x\": 0, \"y\": 50}}");
        moved.then().statusCode(200).body("focus.x", equalTo(0));
        BufferedImage left = picture(when().get(url(moved, "square")));
        assertThat(left.getRGB(10, 10)).as("red only").isEqualTo(left.getRGB(290, 10));
        when().get(before).then().statusCode(404);
        patch(filed, "{\"focus\": {\"x\": 101, \"y\": 50}}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/focus/x"));
        patch(filed, "{\"focus\": null}").then().statusCode(200).body("focus", nullValue());
        assertThat(url(Keys.asAdmin().get(MEDIA + "/" + filed.path("id")), "square"))
                .isEqualTo(before);
    }

    @Test
    void articlesHaveSrcsetFocusAndPlaceholder() {
        Response filed = file(TestPictures.of("jpeg", 2_000, 1_000));
        patch(filed, "{\"focus\": {\"x\": 30, \"y\": 40}}").then().statusCode(200);
        DeskClient article = DeskClient.published("Desk: renditions", "image", filed.path("id"));
        when().get("/v1/articles/" + article.id())
                .then()
                .statusCode(200)
                .body("image.url", startsWith("/media/" + filed.path("id") + "/wide-1600/"))
                .body("image.srcset", containsString(".webp 480w, "))
                .body("image.srcset", containsString(".webp 1600w"))
                .body("image.focus.x", equalTo(30))
                .body("image.placeholder", startsWith("#"))
                .body("image.renditions.name", hasItems("square", "social", "card"));
        assertThat(when().get("/v1/articles/" + article.id() + ".jsonld").asString())
                .contains("/square/");
        assertThat(when().get("/reader/articles/desk-renditions").asString())
                .containsPattern("og:image\" content=\"[^\"]*/social/");
    }

    @Test
    void simultaneousRequestsMakeOneRendition() {
        byte[] isNew = TestPictures.exif(1, UUID.randomUUID().toString());
        String url = url(file(TestPictures.withBlocks(TestPictures.of("jpeg", 900, 900), isNew)), "square");
        double before = metrics.counter("gazette.media.renditions.made").count();
        assertThat(IntStream.range(0, 20)
                        .parallel()
                        .mapToObj(i -> when().get(url).statusCode()))
                .containsOnly(200);
        assertThat(metrics.counter("gazette.media.renditions.made").count() - before)
                .isEqualTo(1);
    }

    @Test
    void otherTypesOfPicturesAreTaken() {
        file(TestPictures.of("gif", 700, 700)).then().statusCode(201).body("renditions.name", hasItem("square"));
        Response webp = file(TestPictures.webp(700, 700));
        webp.then().statusCode(201).body("file.mediaType", equalTo("image/webp"));
        when().get(url(webp, "square")).then().statusCode(200);
        Response inks = file(TestPictures.cmyk(300, 300));
        inks.then().statusCode(201);
        when().get(url(inks, "card")).then().statusCode(200);
        for (String brand : List.of("avif", "heic", "mif1")) {
            Response kept = file(TestPictures.heif(brand, 300, 200));
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
    void unusablePicturesAreRejected() {
        rejected(TestPictures.pngThatClaims(50_000, 50_000), "50000 × 50000");
        rejected(TestPictures.pngThatClaims(0, 10), "size");
        rejected(TestPictures.pngThatClaims(1_000, 1_000), "cannot be decoded");
        byte[] jpeg = TestPictures.of("jpeg", 300, 300);
        rejected(TestFiles.cut(jpeg, jpeg.length / 2), "ends too early");
        rejected(TestFiles.cut(jpeg, jpeg.length - 30), "size");
        rejected(TestFiles.cut(TestPictures.webp(300, 300), 100), "cannot be decoded");
        assertThat(file("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(415);
    }

    /** A script behind a picture stays in the original, which readers never get. */
    @Test
    void polyglotIsMadeHarmless() {
        byte[] polyglot = TestFiles.join(
                TestPictures.of("gif", 200, 200), "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        Response filed = file(polyglot);
        filed.then().statusCode(201);
        assertThat(new String(when().get(url(filed, "card")).asByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain("<script");
    }

    @ParameterizedTest
    @CsvSource({"square/0011223344556677.jpg", "made-up/0011223344556677.jpg", "square/x.jpg", "square/00.png", "square"
    })
    void otherAddressesHaveNoRendition(String path) {
        String id = file(TestPictures.of("jpeg", 300, 300)).path("id");
        when().get("/media/" + id + "/" + path).then().statusCode(404);
    }

    @Test
    void renditionsAreGoneWhenTheRightsEnd() {
        Response filed = file(TestPictures.of("jpeg", 310, 310));
        when().get(url(filed, "card")).then().statusCode(200);
        patch(filed, "{\"rightsExpireAt\": \"2020-01-01T00:00:00Z\"}").then().statusCode(200);
        when().get(url(filed, "card")).then().statusCode(410).body("code", equalTo("file-withdrawn"));
    }

    @Test
    void fileIsReplaced() {
        Response filed = file(TestPictures.of("jpeg", 320, 320));
        String before = url(filed, "card");
        when().get(before).then().statusCode(200);
        String picture = MEDIA + "/" + filed.path("id");
        patch(filed, "{\"caption\": \"Stays\", \"focus\": {\"x\": 10, \"y\": 20}}")
                .then()
                .statusCode(200);
        Response replaced = put(picture, TestPictures.of("png", 330, 340));
        replaced.then()
                .statusCode(200)
                .body("caption", equalTo("Stays"))
                .body("focus.x", equalTo(10))
                .body("file.mediaType", equalTo("image/png"))
                .body("height", equalTo(340));
        when().get(before).then().statusCode(404);
        when().get(url(replaced, "card")).then().statusCode(200);
        assertThat(put(picture, TestPictures.of("png", 330, 340)).header("ETag"))
                .isEqualTo(replaced.header("ETag"));
        put(picture, TestFiles.pdf("another kind")).then().statusCode(409);
        put(picture, TestPictures.heif("avif", 10, 10)).then().statusCode(409);
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
        Response seen = file(TestFiles.mp3("seen"));
        Response unseen = file(TestFiles.mp3("unseen"));
        when().get((String) seen.path("url")).then().statusCode(200);
        long before = QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
        patch(unseen, "{\"rightsExpireAt\": \"2020-01-01T00:00:00Z\"}").then().statusCode(200);
        patch(seen, "{\"caption\": \"Not noticed\"}").then().statusCode(200);
        assertThat(QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq()))
                .isEqualTo(before);
        patch(seen, "{\"rightsExpireAt\": \"2020-01-01T00:00:00Z\"}").then().statusCode(200);
        assertThat(QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq()))
                .isEqualTo(before + 1);
        when().get((String) seen.path("url")).then().statusCode(410);
    }

    private static Response put(String picture, byte[] content) {
        return Keys.asAdmin()
                .header("If-Match", "*")
                .multiPart("file", "any", content, "image/jpeg")
                .put(picture + "/file");
    }

    private static void rejected(byte[] content, String detail) {
        file(content)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-file"))
                .body("detail", containsString(detail));
    }

    private static Response file(byte[] content) {
        return Keys.asAdmin().multiPart("file", "any", content, "image/jpeg").post(MEDIA);
    }

    private static Response patch(Response record, String change) {
        return Keys.asAdmin()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(change)
                .patch(MEDIA + "/" + record.path("id"));
    }

    private static String url(Response record, String name) {
        return record.path("renditions.find { it.name == '" + name + "' }.url");
    }

    private static BufferedImage picture(Response response) throws IOException {
        response.then().statusCode(200).contentType("image/jpeg");
        return ImageIO.read(new ByteArrayInputStream(response.asByteArray()));
    }
}
