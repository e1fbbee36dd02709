package press.gazette.door;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ContractResourceTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /q/openapi             | */*                                                | yaml
                    /q/openapi             | text/html,application/xml;q=0.9,*/*;q=0.8          | yaml
                    /q/openapi             | application/json;q=0.8,*/*;q=0.9                   | yaml
                    /q/openapi             | image/png                                          | yaml
                    /q/openapi             | application/json                                   | json
                    /q/openapi             | application/yaml;q=0.5, application/json           | json
                    /q/openapi?format=json | application/yaml                                   | json
                    /q/openapi?format=yaml | application/json                                   | yaml
                    /q/openapi.json        | application/yaml                                   | json
                    /q/openapi.yaml        | application/json                                   | yaml
                    /q/openapi.yml         | application/json                                   | yaml
                    /q/openapi/readers     | */*                                                | yaml
                    /q/openapi/desk.json   | */*                                                | json
                    """)
    void extensionParameterOrAcceptSelectsTheFormat(String address, String accept, String format) throws Exception {
        Response answer = given().header("Accept", accept).get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/" + format + ";charset=UTF-8");
        assertThat(answer.asString().startsWith("{")).isEqualTo(format.equals("json"));
        assertThat(YAML.readTree(answer.asString()).path("openapi").asText()).isEqualTo("3.1.0");
    }

    @Test
    void unknownFormatIsRejected() {
        when().get("/q/openapi?format=xml")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("format"))
                .body("errors[0].detail", containsString("\"yaml\" or \"json\""));
        when().get("/q/openapi.json?format=yaml").then().statusCode(400).body("errors[0].parameter", equalTo("format"));
        when().get("/q/openapi?pretty=true").then().statusCode(400).body("errors[0].parameter", equalTo("pretty"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/openapi.xml",
                "/q/openapi.",
                "/q/openapi/editors",
                "/q/openapi/desk.",
                "/q/openapis",
                "/q/readers"
            })
    void unknownDocumentIsNotFound(String address) {
        when().get(address).then().statusCode(404).contentType(startsWith("application/problem+json"));
    }

    @Test
    void matchingETagGets304() {
        Response whole = given().header("Accept-Encoding", "identity").get("/q/openapi");
        given().header("Accept-Encoding", "gzip")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip");
        given().header("If-None-Match", whole.header("ETag"))
                .get("/q/openapi")
                .then()
                .statusCode(304);
        when().head("/q/openapi")
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public, max-age="))
                .header("Vary", containsString("Accept"));
        assertThat(when().get("/q/openapi.json").header("ETag")).isNotEqualTo(whole.header("ETag"));
    }

    @Test
    void yamlAndJsonAreEqual() throws Exception {
        for (String document : Set.of("/q/openapi", "/q/openapi/readers", "/q/openapi/desk")) {
            assertThat(document(document + ".yaml")).isEqualTo(document(document + ".json"));
        }
    }

    @Test
    void partsTogetherAreTheWholeContract() throws Exception {
        JsonNode whole = document("/q/openapi");
        JsonNode readers = document("/q/openapi/readers");
        JsonNode desk = document("/q/openapi/desk");
        assertThat(readers.path("paths").fieldNames())
                .toIterable()
                .isNotEmpty()
                .noneMatch(path -> path.startsWith("/v1/desk/"));
        assertThat(desk.path("paths").fieldNames())
                .toIterable()
                .isNotEmpty()
                .allMatch(path -> path.startsWith("/v1/desk/"));
        assertThat(readers.path("paths").size() + desk.path("paths").size())
                .isEqualTo(whole.path("paths").size());
        for (JsonNode part : Set.of(readers, desk)) {
            part.path("paths")
                    .forEachEntry((path, item) ->
                            assertThat(item).isEqualTo(whole.path("paths").path(path)));
            assertThat(part.path("components").size()).isPositive();
        }
        assertThat(whole.at("/info/title").asText()).isEqualTo("Gazette");
        assertThat(readers.at("/info/title").asText()).isEqualTo("Gazette for readers");
        assertThat(desk.at("/info/title").asText()).isEqualTo("Gazette for the desk");
    }

    @Test
    void partHasExactlyTheComponentsThatItUses() throws Exception {
        JsonNode whole = document("/q/openapi");
        for (String name : Set.of("/q/openapi/readers", "/q/openapi/desk")) {
            String text = when().get(name + ".json").asString();
            document(name)
                    .path("components")
                    .forEachEntry((kind, components) -> components.forEachEntry((component, node) -> {
                        assertThat(node)
                                .isEqualTo(whole.path("components").path(kind).path(component));
                        assertThat(text)
                                .as(name)
                                .contains(
                                        kind.equals("securitySchemes")
                                                ? "\"security\""
                                                : "#/components/" + kind + "/" + component + "\"");
                    }));
        }
        assertThat(document("/q/openapi/readers").at("/components/schemas").fieldNames())
                .toIterable()
                .contains("ArticleView", "JsonFeed", "Problem")
                .doesNotContain("ArticleDraft", "DeskArticle", "KeyView");
        assertThat(document("/q/openapi/desk").at("/components/schemas").fieldNames())
                .toIterable()
                .contains("ArticleDraft", "DeskArticle")
                .doesNotContain("ListView", "JsonFeed");
    }

    private static JsonNode document(String address) throws Exception {
        return YAML.readTree(when().get(address).asString());
    }
}
