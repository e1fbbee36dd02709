package press.gazette.media;

import static io.restassured.RestAssured.when;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.imageio.ImageIO;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import press.gazette.newsroom.Keys;

/** Sends requests to the desk's media, and reads its responses, for tests. */
public final class MediaClient {

    public static final String MEDIA = "/v1/desk/media";

    /** Sends bytes as they are, with these media types. */
    public static final RestAssuredConfig RAW = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("audio/mpeg", ContentType.BINARY)
                    .encodeContentTypeAs("video/mp4", ContentType.BINARY)
                    .encodeContentTypeAs("image/png", ContentType.BINARY)
                    .encodeContentTypeAs("application/pdf", ContentType.BINARY));

    private MediaClient() {}

    /** Sends a file in a form. */
    public static Response form(byte[] content) {
        return Keys.asAdmin().multiPart("file", "any", content, "image/jpeg").post(MEDIA);
    }

    /** Sends a file as the content. */
    public static Response send(byte[] content, String type) {
        return sending(type).body(content).post(MEDIA);
    }

    public static RequestSpecification sending(String type) {
        return Keys.asAdmin().config(RAW).contentType(type);
    }

    public static Response replace(Response record, byte[] content) {
        return Keys.asAdmin()
                .header("If-Match", "*")
                .multiPart("file", "any", content, "image/jpeg")
                .put(MEDIA + "/" + record.path("id") + "/file");
    }

    public static Response patch(String id, String change) {
        return Keys.asAdmin()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(change)
                .patch(MEDIA + "/" + id);
    }

    /** The address of the rendition with this name. */
    public static String url(Response record, String name) {
        return record.path("renditions.find { it.name == '" + name + "' }.url");
    }

    /** Requests all addresses at once. */
    public static List<CompletableFuture<Response>> together(List<String> urls) {
        Executor threads = command -> new Thread(command).start();
        return urls.stream()
                .map(url -> CompletableFuture.supplyAsync(() -> when().get(url), threads))
                .toList();
    }

    /** The pixels of a JPEG. */
    public static BufferedImage picture(Response response) throws IOException {
        response.then().statusCode(200).contentType("image/jpeg");
        return ImageIO.read(new ByteArrayInputStream(response.asByteArray()));
    }
}
