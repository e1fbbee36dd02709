package press.gazette.media.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bucket's settings, and its listings from a store that responds with a text. */
class BucketTest {

    private static final String ITEM =
            "<Contents><LastModified>2026-01-02T03:04:05.000Z</LastModified><Owner><ID>x</ID></Owner><Key>ab/1</Key></Contents>";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> responses = new CopyOnWriteArrayList<>();
    private HttpServer store;

    @BeforeEach
    void open() throws IOException {
        store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store.createContext("/", exchange -> {
            byte[] response = responses.remove(0).getBytes(StandardCharsets.UTF_8);
            requests.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, response.length);
            exchange.getResponseBody().write(response);
            exchange.close();
        });
        store.start();
    }

    @AfterEach
    void close() {
        store.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "store.example:9000",
                "https://key:word@store.example",
                "https://store.example?x=1",
                "https://store.example/#a",
                "https://a_b.example"
            })
    void endpointThatCannotWorkIsRejected(String endpoint) {
        assertThatThrownBy(() -> Bucket.of(config(Map.of("gazette.media-s3-endpoint", endpoint)), Clock.systemUTC()))
                .hasMessageContaining("gazette.media-s3-endpoint")
                .hasMessageNotContaining("word");
    }

    @ParameterizedTest
    @CsvSource({"bucket, a/b", "bucket, ..", "access-key, ''", "secret-key, ''"})
    void settingThatCannotWorkIsRejected(String setting, String value) {
        assertThatThrownBy(() -> Bucket.of(config(Map.of("gazette.media-s3-" + setting, value)), Clock.systemUTC()))
                .hasMessageContaining("gazette.media-s3-" + setting);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://store.example:9000/", "http://[::1]:9000", "http://store.example/tenant/"})
    void clientIsMadeForEachEndpoint(String endpoint) {
        for (String pathStyle : List.of("true", "false")) {
            StorageConfig config =
                    config(Map.of("gazette.media-s3-endpoint", endpoint, "gazette.media-s3-path-style", pathStyle));
            assertThatCode(() -> BucketClient.of(config).close()).doesNotThrowAnyException();
        }
    }

    @Test
    void startNeedsNoBucket() {
        Bucket.of(config(Map.of()), Clock.systemUTC());
        assertThat(requests).isEmpty();
    }

    @Test
    void pathOfTheEndpointComesFirst() throws IOException {
        listing("<IsTruncated>false</IsTruncated>");
        assertThat(requests).singleElement().asString().startsWith("/tenant/files?");
    }

    @Test
    void elementsOfAListingComeInAnyOrder() throws IOException {
        responses.add(page("<NextContinuationToken>t</NextContinuationToken>" + ITEM + "<IsTruncated>true</IsTruncated>"
                + "<Contents><Key>ab/2</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified></Contents>"));
        assertThat(listing("<IsTruncated>false</IsTruncated><NextContinuationToken/>"
                        + "<Contents><Key>ab/3</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified></Contents>"))
                .extracting(BucketObjects.Item::name)
                .containsExactly("ab/1", "ab/2", "ab/3");
        assertThat(requests).hasSize(2).last().asString().contains("continuation-token=t");
    }

    @Test
    void lastPageHasNoNextOne() throws IOException {
        listing("<IsTruncated>false</IsTruncated><NextContinuationToken>t</NextContinuationToken>");
        assertThat(requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ITEM,
                "<IsTruncated>true</IsTruncated>",
                "<IsTruncated>true</IsTruncated><NextContinuationToken> </NextContinuationToken>",
                "<IsTruncated>false</IsTruncated><Contents><Key>ab/1</Key></Contents>",
                "<IsTruncated>false</IsTruncated><Contents><LastModified>2026-01-02T03:04:05Z</LastModified></Contents>",
                "<IsTruncated>false</IsTruncated><Contents><Key>cd/1</Key><LastModified>2026-01-02T03:04:05Z</LastModified></Contents>"
            })
    void listingThatIsNotWholeIsAFailure(String content) {
        assertThatThrownBy(() -> listing(content)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html",
                "<html></html>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><ListBucketResult><IsTruncated>false</IsTruncated>"
                        + "<Contents><Key>ab/&b;</Key><LastModified>2026-01-02T03:04:05Z</LastModified></Contents></ListBucketResult>"
            })
    void listingThatIsNoneIsAFailure(String xml) {
        responses.add(xml);
        responses.add(xml);
        assertThatThrownBy(() -> objects().list("ab/")).isInstanceOf(IOException.class);
    }

    private List<BucketObjects.Item> listing(String content) throws IOException {
        responses.add(page(content));
        return objects().list("ab/");
    }

    private static String page(String content) {
        return "<?xml version=\"1.0\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" + content
                + "</ListBucketResult>";
    }

    private BucketObjects objects() {
        return new BucketObjects(config(Map.of()));
    }

    private StorageConfig config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "gazette.media-folder",
                "target",
                "gazette.media-s3-region",
                "eu-north-1",
                "gazette.media-s3-bucket",
                "files",
                "gazette.media-s3-path-style",
                "true",
                "gazette.media-s3-endpoint",
                "http://127.0.0.1:" + store.getAddress().getPort() + "/tenant/",
                "gazette.media-s3-access-key",
                "A",
                "gazette.media-s3-secret-key",
                "B"));
        all.putAll(settings);
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(StorageConfig.class)
                .withSources(new PropertiesConfigSource(all, "a", 1))
                .build();
        return config.getConfigMapping(StorageConfig.class);
    }
}
