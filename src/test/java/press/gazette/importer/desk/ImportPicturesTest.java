package press.gazette.importer.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.importer.wordpress.Exports;
import press.gazette.newsroom.TestTags;

/** Pictures of a former site that an import copies. */
@QuarkusTest
class ImportPicturesTest {

    private static final String UPLOADS = "/wp-content/uploads/";
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;

    private final Map<String, Integer> requests = new ConcurrentHashMap<>();
    private HttpServer server;
    private Set<UUID> tags = Set.of();

    @BeforeEach
    void startTheFormerSite() throws IOException {
        tags = TestTags.ids();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::respond);
        server.start();
    }

    @AfterEach
    void tidyUp() {
        server.stop(0);
        TestImports.clear();
        TestTags.clearAllBut(tags);
    }

    /** The first request of busy.png gets 503; moved.png leads to another file. */
    private void respond(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath();
        int count = requests.merge(name, 1, Integer::sum);
        boolean busy = name.endsWith("busy.png") && count == 1;
        byte[] content = busy || name.endsWith("gone.png") ? new byte[0] : picture();
        if (name.endsWith("moved.png")) {
            exchange.getResponseHeaders().set("Location", UPLOADS + "there.png");
        }
        int status = busy ? 503 : name.endsWith("gone.png") ? 404 : name.endsWith("moved.png") ? 301 : 200;
        exchange.sendResponseHeaders(status, status == 200 ? content.length : -1);
        if (status == 200) {
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private String site() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String export() {
        return Exports.of(
                        Exports.post(
                                "1",
                                "desk-import-one",
                                "<p>Words</p><img src=\"" + site() + UPLOADS + "moved.png\" alt=\"M\" srcset=\""
                                        + site() + UPLOADS + "large.png 900w\"><img src=\"" + UPLOADS
                                        + "gone.png\" alt=\"G\">",
                                Exports.meta("_thumbnail_id", "9")),
                        Exports.attachment(
                                "9", site() + UPLOADS + "busy.png", Exports.meta("_wp_attachment_image_alt", "A lock")))
                .replace("https://www.old.example", site());
    }

    @Test
    void requirement13PicturesAreCopiedAndTheSameFileAgainWritesNothing() {
        JsonPath done = TestImports.imported(export(), "&media=copy");
        assertThat(done.getInt("created")).isEqualTo(1);
        given().get("/v1/articles/desk-import-one?body=html")
                .then()
                .body("image.url", startsWith("/media/"))
                .body("image.alt", equalTo("A lock"))
                .body("image.caption", equalTo("Below 9"))
                .body("image.width", equalTo(WIDTH))
                .body("body.html", containsString("src=\"/media/"))
                .body("body.html", containsString(UPLOADS + "gone.png"));
        List<String> report = TestImports.report(done.getString("id"));
        assertThat(report.get(0))
                .contains("missing-picture")
                .contains("gone.png")
                .contains("404");
        assertThat(requests).containsEntry(UPLOADS + "busy.png", 2).containsEntry(UPLOADS + "there.png", 1);
        assertThat(requests).doesNotContainKey(UPLOADS + "large.png");
        long ledger = TestImports.ledger();
        assertThat(TestImports.imported(export(), "&media=copy").getInt("unchanged"))
                .isEqualTo(1);
        assertThat(TestImports.ledger()).isEqualTo(ledger);
        assertThat(requests).containsEntry(UPLOADS + "busy.png", 2).containsEntry(UPLOADS + "there.png", 1);
    }

    @Test
    void requirement13PicturesComeFromAFolder() throws IOException {
        Path folder = Files.createDirectories(Path.of("target/former-site/2019"));
        Files.write(folder.resolve("local.png"), picture());
        String export = Exports.of(
                Exports.post("1", "desk-import-one", "Words", Exports.meta("_thumbnail_id", "9")),
                Exports.attachment("9", "https://www.old.example" + UPLOADS + "2019/local.png"));
        TestImports.imported(export, "&media=folder");
        given().get("/v1/articles/desk-import-one")
                .then()
                .body("image.url", startsWith("/media/"))
                .body("image.width", equalTo(WIDTH));
        assertThat(requests).isEmpty();
    }

    @Test
    void pictureOfAPrivateHostIsNotFetched() {
        String export = Exports.of(Exports.post("1", "desk-import-one", "<img src=\"http://10.0.0.1/a.png\" alt=\"\">"))
                .replace("<wp:base_site_url>https://www.old.example", "<wp:base_site_url>http://10.0.0.1");
        String id = TestImports.imported(export, "&media=copy").getString("id");
        assertThat(TestImports.report(id).get(0)).contains("missing-picture").contains("not allowed");
    }
}
