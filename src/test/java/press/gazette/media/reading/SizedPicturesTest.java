package press.gazette.media.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static press.gazette.media.MediaClient.form;
import static press.gazette.media.MediaClient.patch;
import static press.gazette.media.MediaClient.picture;
import static press.gazette.media.MediaClient.url;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.media.TestFiles;
import press.gazette.media.TestPictures;
import press.gazette.newsroom.ConfiguredSite;
import press.gazette.problem.Problem;

/** Pictures at signed addresses, in sizes that no preset has. */
@QuarkusTest
@TestProfile(ConfiguredSite.class)
class SizedPicturesTest {

    private static final SizeSignature SIGNATURES =
            new SizeSignature(ConfiguredSite.SIZE_KEY, ConfiguredSite.SIZE_SALT);

    @Inject
    MeterRegistry metrics;

    @AfterEach
    void tidyUp() {
        TestFiles.tidyUp();
    }

    @ParameterizedTest
    @CsvSource({
        "rs:fit:300:300, 300, 225",
        "rs:fit:300:0:0, 300, 225",
        "rs:fit:0:300, 400, 300",
        "rs:fill:300:100, 300, 100",
        "rs:fill:300:0, 300, 225",
        "rt:fill/s:100:200, 100, 200",
        "w:80, 80, 60",
        "h:60/rt:fit, 80, 60",
        "resize:fit:900:900, 800, 600",
        "rs:fill:900:300, 800, 267"
    })
    void sizeIsTheSignedOne(String options, int width, int height) throws IOException {
        Response filed = form(TestPictures.of("jpeg", 800, 600));
        BufferedImage made = picture(get(signed(options, url(filed, "card"), "jpg")));
        assertThat(made.getWidth()).isEqualTo(width);
        assertThat(made.getHeight()).isEqualTo(height);
    }

    @Test
    void sideWithoutABoundHasTheLargestOne() throws IOException {
        Response filed = form(TestPictures.of("jpeg", 200, 1_500));
        for (String options : List.of("rs:fit:200:0", "w:200", "rs:fill:200:0")) {
            BufferedImage made = picture(get(signed(options, url(filed, "card"), "jpg")));
            assertThat(made.getHeight()).as(options).isEqualTo(1_000);
            assertThat(made.getWidth()).as(options).isEqualTo(133);
        }
    }

    @Test
    void addressThatIsNotPercentEncodedIsRejected() {
        assertThatThrownBy(() -> SizeOptions.parse("/w:50/plain/%zz@webp", 1_000))
                .isInstanceOf(Problem.class);
    }

    @Test
    void sizeIsServedLikeARendition() {
        Response filed = form(TestPictures.of("jpeg", 500, 500));
        String url = signed("rs:fit:123:123", url(filed, "card"), "webp");
        Response whole = get(url);
        whole.then()
                .statusCode(200)
                .contentType("image/webp")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Surrogate-Key", "media:" + filed.path("id"));
        raw().header("If-None-Match", whole.header("ETag")).get(url).then().statusCode(304);
        raw().head(url).then().statusCode(200).header("Content-Length", whole.header("Content-Length"));
        patch(filed.path("id"), "{\"rightsExpireAt\": \"2020-01-01T00:00:00Z\"}")
                .then()
                .statusCode(200);
        get(url).then().statusCode(410).body("code", equalTo("file-withdrawn"));
    }

    @Test
    void cropIsAboutTheSignedPointOrTheFocus() throws IOException {
        Response filed = form(TestPictures.of("jpeg", 1_200, 300));
        patch(filed.path("id"), "{\"focus\": {\"x\": 0, \"y\": 50}}").then().statusCode(200);
        String url = url(filed, "card");
        assertThat(isRedOnly(picture(get(signed("rs:fill:200:200/g:sm", url, "jpg")))))
                .isTrue();
        assertThat(isRedOnly(picture(get(signed("rs:fill:200:200/g:fp:0.0:0.5", url, "jpg")))))
                .isTrue();
        assertThat(isRedOnly(picture(get(signed("rs:fill:200:200/g:ce", url, "jpg")))))
                .isFalse();
        assertThat(isRedOnly(picture(get(signed("rs:fill:200:200", url, "jpg")))))
                .isFalse();
    }

    private static boolean isRedOnly(BufferedImage picture) {
        return picture.getRGB(10, 10) == picture.getRGB(190, 10);
    }

    @Test
    void sourceMayBeWrittenInOtherWays() {
        String url = url(form(TestPictures.of("jpeg", 300, 300)), "card");
        String plain = "/w:50/plain/" + URLEncoder.encode(url, StandardCharsets.UTF_8) + "@webp";
        get(address(SIGNATURES.sign(plain), plain)).then().statusCode(200).contentType("image/webp");
        get(signed("w:50/f:webp", "https://api.example.org" + url, ""))
                .then()
                .statusCode(200)
                .contentType("image/webp");
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(url.getBytes(StandardCharsets.UTF_8));
        String cut = "/w:50/" + encoded.substring(0, 16) + "/" + encoded.substring(16);
        get(address(SIGNATURES.sign(cut), cut)).then().statusCode(200).contentType("image/jpeg");
    }

    @Test
    void simultaneousRequestsMakeOne() {
        String url = url(
                form(TestPictures.withBlocks(
                        TestPictures.of("jpeg", 900, 900),
                        TestPictures.exif(1, UUID.randomUUID().toString()))),
                "card");
        String sized = signed("rs:fit:333:333", url, "jpg");
        double before = metrics.counter("gazette.media.renditions.made").count();
        assertThat(IntStream.range(0, 4).parallel().mapToObj(i -> get(sized).statusCode()))
                .containsOnly(200);
        assertThat(metrics.counter("gazette.media.renditions.made").count() - before)
                .isEqualTo(1);
    }

    @Test
    void otherSignaturesAreUnknownAddresses() {
        String url = url(form(TestPictures.of("jpeg", 300, 300)), "card");
        String right = signed("w:50", url, "jpg");
        get(right).then().statusCode(200);
        get(right.replace("w:50", "w:51")).then().statusCode(404);
        get(right.replace("/media/signed/", "/media/signed/x")).then().statusCode(404);
        get(right.replace(".jpg", ".webp")).then().statusCode(404);
        get("/media/signed/insecure/w:50/x").then().statusCode(404);
        get("/media/signed").then().statusCode(404);
        get(signed("w:50", "/v1/articles", "jpg")).then().statusCode(404);
        get(signed("w:50", "http://169.254.169.254/x", "jpg")).then().statusCode(404);
        get(signed("w:50", url.replaceFirst("/card/.{8}", "/card/00000000"), "jpg"))
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rs:fit:1001:10",
                "rs:fit:x:10",
                "rs:auto:10:10",
                "rs:fit:10:10:1",
                "blur:10",
                "w:",
                "w:0",
                "w:10/g:fp:2:0",
                "w:10/g:no",
                "w:10/f:gif",
                "w:-1",
                "rs:fit:"
            })
    void optionsThatAreNotKnownSayWhichAre(String options) {
        String url = url(form(TestPictures.of("jpeg", 300, 300)), "card");
        get(signed(options, url, ""))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"))
                .body("detail", containsString("."));
    }

    private static Response get(String address) {
        return raw().get(address);
    }

    /** The client would encode the colons of options. */
    private static RequestSpecification raw() {
        return given().urlEncodingEnabled(false);
    }

    private static String signed(String options, String source, String extension) {
        String encoded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(source.getBytes(StandardCharsets.UTF_8));
        String path = "/" + options + "/" + encoded + (extension.isEmpty() ? "" : "." + extension);
        return address(SIGNATURES.sign(path), path);
    }

    private static String address(String signature, String path) {
        return "/media/signed/" + signature + path;
    }
}
