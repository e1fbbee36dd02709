package press.gazette.media.reading;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
import static press.gazette.media.MediaClient.MEDIA;
import static press.gazette.media.MediaClient.form;
import static press.gazette.media.MediaClient.patch;
import static press.gazette.media.MediaClient.picture;
import static press.gazette.media.MediaClient.url;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
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
import press.gazette.newsroom.ListClient;

/** Renditions of pictures as readers get them. */
@QuarkusTest
class RenditionsTest {

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource
    URI base;

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
        TestFiles.tidyUp();
    }

    @Test
    void pictureHasRenditionsInItsShapeAndCrops() throws IOException {
        Response filed = form(TestPictures.of("jpeg", 1_000, 750));
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
        String url = url(form(TestPictures.of("png", 500, 300)), "card");
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
        Response filed = form(sent);
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
    void articlesHaveSrcsetFocusAndPlaceholder() {
        Response filed = form(TestPictures.of("jpeg", 2_000, 1_000));
        patch(filed.path("id"), "{\"focus\": {\"x\": 30, \"y\": 40}}").then().statusCode(200);
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
    void renditionsAreMadeAhead() {
        byte[] isNew = TestPictures.exif(1, UUID.randomUUID().toString());
        Response filed = form(TestPictures.withBlocks(TestPictures.of("jpeg", 700, 400), isNew));
        double before = metrics.counter("gazette.media.renditions.made").count();
        for (int i = 0; i < 2; i++) {
            Keys.asAdmin()
                    .post(MEDIA + "/" + filed.path("id") + "/renditions")
                    .then()
                    .statusCode(200)
                    .body("renditions.name", hasItem("square"));
        }
        assertThat(metrics.counter("gazette.media.renditions.made").count() - before)
                .as("JPEG and WebP of each")
                .isEqualTo(2.0 * filed.<List<Object>>path("renditions").size());
        when().get(url(filed, "square")).then().statusCode(200);
        assertThat(metrics.counter("gazette.media.renditions.made").count() - before)
                .isEqualTo(2.0 * filed.<List<Object>>path("renditions").size());
        Response document = Keys.asAdmin()
                .multiPart("file", "any", TestFiles.pdf("ahead"), "application/pdf")
                .post(MEDIA);
        Keys.asAdmin()
                .post(MEDIA + "/" + document.path("id") + "/renditions")
                .then()
                .statusCode(404);
    }

    @Test
    void simultaneousRequestsMakeOneRendition() {
        byte[] isNew = TestPictures.exif(1, UUID.randomUUID().toString());
        String url = url(form(TestPictures.withBlocks(TestPictures.of("jpeg", 1_600, 1_200), isNew)), "square");
        double before = metrics.counter("gazette.media.renditions.made").count();
        HttpRequest request = HttpRequest.newBuilder(base.resolve(url)).build();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<CompletableFuture<HttpResponse<byte[]>>> all = IntStream.range(0, 1_000)
                .mapToObj(i -> client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()))
                .toList();
        List<HttpResponse<byte[]>> responses =
                all.stream().map(CompletableFuture::join).toList();
        List<HttpResponse<byte[]>> served = responses.stream()
                .filter(response -> response.statusCode() != 503)
                .toList();
        assertThat(served)
                .as("the others found no place in the queue of readers")
                .isNotEmpty();
        assertThat(served.stream().map(HttpResponse::statusCode)).containsOnly(200);
        assertThat(served.stream().map(response -> response.body().length).distinct())
                .as("the whole file")
                .hasSize(1);
        assertThat(metrics.counter("gazette.media.renditions.made").count() - before)
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"square/0011223344556677.jpg", "made-up/0011223344556677.jpg", "square/x.jpg", "square/00.png", "square"
    })
    void otherAddressesHaveNoRendition(String path) {
        String id = form(TestPictures.of("jpeg", 300, 300)).path("id");
        when().get("/media/" + id + "/" + path).then().statusCode(404);
    }
}
