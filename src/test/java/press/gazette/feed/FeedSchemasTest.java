package press.gazette.feed;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Newsroom;

/** Feeds and sitemaps conform to the schemas of their formats, also with removals. */
@QuarkusTest
class FeedSchemasTest {

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @ParameterizedTest
    @CsvSource({
        "/feeds/articles.json, json-feed-1.1.json",
        "/feeds/articles.json?limit=3, json-feed-1.1.json",
        "/feeds/tags/" + Newsroom.PUTIN + ".json, json-feed-1.1.json",
        "/feeds/lists/" + Newsroom.EDITORS_PICKS + ".json, json-feed-1.1.json",
        "/feeds/articles.ninjs, ninjs-3.1.json",
        "/feeds/tags/" + Newsroom.PUTIN + ".ninjs, ninjs-3.1.json",
        "/feeds/lists/" + Newsroom.EDITORS_PICKS + ".ninjs, ninjs-3.1.json",
    })
    void jsonConformsToItsSchema(String url, String schema) throws IOException {
        write();
        try (InputStream source = resource(schema)) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(source)
                            .validate(
                                    when().get(url).asString(),
                                    InputFormat.JSON,
                                    context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/sitemap.xml, sitemap.xsd",
        "/sitemaps/articles-1.xml, sitemap.xsd",
        "/sitemaps/news.xml, sitemap.xsd",
    })
    void sitemapsConformToTheirSchemas(String url, String schema) throws IOException, SAXException {
        validate(url, "sitemap-news.xsd", "sitemap-xhtml.xsd", schema);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds/articles",
                "/feeds/tags/" + Newsroom.PUTIN,
                "/feeds/lists/" + Newsroom.EDITORS_PICKS,
            })
    void xmlConformsToItsSchemas(String path) throws SAXException, IOException {
        write();
        for (String extension : List.of(".rss", ".atom")) {
            validate(path + extension, "media-rss.xsd", "atom.xsd", "rss-2.0.xsd");
        }
    }

    /** A withdrawn article, one with media of every kind, and one with hostile ones. */
    private static void write() {
        DeskClient.published("Desk: gone").put("withdrawal", Map.of("reason", "other"));
        Opera.publish();
        String line = "\"]]>\u0001<script>alert(1)</script>&nbsp;";
        String url = "https://films.example/" + "{é|%" + "}".repeat(1_900) + ".mp4?'&amp;";
        DeskClient.published(
                "Desk: hostile",
                "body",
                Map.of("blocks", List.of(Map.of("type", "video", "url", url, "caption", line, "credit", line))));
    }

    private static void validate(String url, String... schemas) throws SAXException, IOException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Stream.of(schemas)
                        .map(schema -> new StreamSource(resource(schema)))
                        .toArray(Source[]::new))
                .newValidator()
                .validate(new StreamSource(
                        new ByteArrayInputStream(when().get(url).asByteArray())));
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(FeedSchemasTest.class.getResourceAsStream(name), name);
    }
}
