package press.gazette.feed;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
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
import org.xml.sax.SAXException;

import press.gazette.newsroom.DeskClient;

/** Formats that are defined by a schema keep to it, with removals in them too. */
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
        "/feeds/tags/putin.json, json-feed-1.1.json",
        "/feeds/lists/editors-picks.json, json-feed-1.1.json",
        "/feeds/articles.ninjs, ninjs-3.1.json",
        "/feeds/tags/putin.ninjs, ninjs-3.1.json",
        "/feeds/lists/editors-picks.ninjs, ninjs-3.1.json",
    })
    void jsonKeepsToItsSchema(String url, String schema) throws IOException {
        DeskClient.published("Desk: gone").put("withdrawal", Map.of("reason", "other"));
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
    void sitemapsKeepToTheirSchemas(String url, String schema) throws IOException, SAXException {
        Source[] schemas = {
            new StreamSource(resource("sitemap-news.xsd")), new StreamSource(resource(schema)),
        };
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schemas)
                .newValidator()
                .validate(new StreamSource(
                        new ByteArrayInputStream(when().get(url).asByteArray())));
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(FeedSchemasTest.class.getResourceAsStream(name), name);
    }
}
