package press.gazette.door;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Newsroom;

/** Compares the values in the committed contract with those that the server accepts. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractValuesTest {

    /** Parameters of HTTP rather than of an operation. */
    private static final List<String> OF_HTTP = List.of(
            "content-type",
            "content-length",
            "content-encoding",
            "date",
            "x-content-type-options",
            "strict-transport-security",
            "transfer-encoding");

    private final JsonNode contract =
            new YAMLMapper().readTree(Path.of("openapi/openapi.yaml").toFile());

    ContractValuesTest() throws IOException {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /v1/articles               | fields  | string | 50
                    /v1/articles               | ids     | string | 100
                    /v1/articles               | include | string |
                    /v1/articles               | body    | string |
                    /v1/tags/{ref}/articles    | fields  | string | 50
                    /v1/articles/{ref}/related | include | string |
                    /v1/previews/{token}       | body    | string |
                    """)
    void listParameterIsAnArray(String path, String name, String items, Integer most) {
        JsonNode parameter = parameter(path, name);
        assertThat(parameter.at("/schema/type").asText()).isEqualTo("array");
        assertThat(parameter.at("/schema/items/type").asText()).isEqualTo(items);
        assertThat(parameter.path("style").asText()).isEqualTo("form");
        assertThat(parameter.path("explode").asBoolean(true)).isFalse();
        assertThat(parameter.at("/schema/maxItems").asInt()).isEqualTo(most == null ? 0 : most);
        assertThat(parameter(path, name).at("/schema/examples/0").isTextual()).isFalse();
    }

    @Test
    void expressionInAParameterIsText() {
        assertThat(parameter("/v1/articles", "tags").at("/schema/type").asText())
                .isEqualTo("string");
    }

    Stream<String> closedWords() {
        return Stream.of("/v1/articles", "/v1/articles/{ref}", "/v1/tags/{ref}/articles", "/v1/articles/{ref}/related")
                .flatMap(path -> contract.path("paths")
                        .path(path)
                        .at("/get/parameters")
                        .valueStream()
                        .filter(parameter -> "query".equals(parameter.path("in").asText()))
                        .flatMap(parameter -> words(parameter)
                                .map(word -> address(path)
                                        + (parameter.path("name").asText().equals("count") ? "?limit=1&" : "?")
                                        + parameter.path("name").asText() + "=" + word)));
    }

    @ParameterizedTest
    @MethodSource("closedWords")
    void serverAcceptsEveryDocumentedValue(String address) {
        when().get(address).then().statusCode(200);
    }

    @Test
    void feedsAcceptEveryDocumentedFormat() {
        List<String> formats =
                words(parameter("/feeds/articles.{format}", "format")).toList();
        assertThat(formats).containsExactly("rss", "atom", "json", "ninjs");
        formats.forEach(format -> when().get("/feeds/articles." + format).then().statusCode(200));
    }

    @Test
    void deskAcceptsEveryDocumentedInclusion() {
        List<String> names =
                words(parameter("/v1/desk/articles/{ref}", "include")).toList();
        assertThat(names).containsExactly("tags", "image", "related");
        Keys.asAdmin()
                .get("/v1/desk/articles/" + Newsroom.GAS_CONTRACT + "?include=" + String.join(",", names))
                .then()
                .statusCode(200)
                .body("included.keySet()", containsInAnyOrder(names.toArray()));
    }

    @Test
    void parametersReferToTheirEnumeration() {
        assertThat(parameter("/v1/articles", "type").at("/schema/$ref").asText())
                .endsWith("/ArticleType");
        assertThat(parameter("/v1/tags", "type").at("/schema/$ref").asText()).endsWith("/TagType");
        assertThat(parameter("/v1/desk/tags", "state").at("/schema/$ref").asText())
                .endsWith("/TagState");
        assertThat(parameter("/v1/desk/articles", "status").at("/schema/$ref").asText())
                .endsWith("/Status");
    }

    @Test
    void jsonFeedsAreObjects() {
        JsonNode content =
                contract.path("paths").path("/feeds/articles.{format}").at("/get/responses/200/content");
        assertThat(content.path("application/feed+json").at("/schema/$ref").asText())
                .isEqualTo("#/components/schemas/JsonFeed");
        assertThat(content.path("application/json").at("/schema/$ref").asText())
                .isEqualTo("#/components/schemas/NinjsFeed");
        assertThat(schema("JsonFeed").path("required").valueStream().map(JsonNode::asText))
                .contains("version", "title", "items");
        assertThat(schema("JsonFeed").at("/properties/items/items/$ref").asText())
                .isEqualTo("#/components/schemas/JsonFeedItem");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ArticleDraft    | title      | maxLength | 500
                    ArticleDraft    | slug       | maxLength | 200
                    ArticleDraft    | tags       | maxItems  | 50
                    ArticleDraft    | related    | maxItems  | 20
                    ArticleDraft    | standfirst | maxLength | 4000
                    BodyDraft       | blocks     | maxItems  | 10000
                    TagDraft        | name       | maxLength | 200
                    TagDraft        | parents    | maxItems  | 10
                    MediaDraft      | width      | maximum   | 30000
                    MediaDraft      | height     | minimum   | 0
                    PageDraft       | lists      | maxItems  | 30
                    ListSettings    | maxItems   | maximum   | 100
                    ListSettings    | exclusions | maxItems  | 200
                    EntryDraft      | pin        | minimum   | 1
                    EntryDraft      | supporting | maxItems  | 4
                    Overrides       | title      | maxLength | 500
                    ExternalLink    | url        | maxLength | 2000
                    WithdrawalDraft | note       | maxLength | 2000
                    PreviewDraft    | note       | maxLength | 500
                    Seo             | title      | maxLength | 500
                    HeadingBlock    | level      | maximum   | 4
                    """)
    void documentedLimitsAreInTheSchema(String schema, String member, String keyword, int limit) {
        assertThat(schema(schema).at("/properties/" + member + "/" + keyword).asInt(-1))
                .isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/tags, q, 100",
        "/v1/desk/tags, q, 100",
        "/v1/desk/audit, actor, 300",
        "/v1/desk/audit, subject, 300"
    })
    void documentedLimitOfAParameterIsInTheSchema(String path, String name, int limit) {
        assertThat(parameter(path, name).at("/schema/maxLength").asInt()).isEqualTo(limit);
    }

    @Test
    void everyProblemHasAnExampleWithItsStatus() {
        Map<String, List<String>> statuses = new TreeMap<>();
        contract.path("paths")
                .forEach(path -> path.forEach(operation -> operation
                        .path("responses")
                        .forEachEntry((status, response) -> statuses.computeIfAbsent(
                                        response.path("$ref").asText().replaceFirst(".*/", ""),
                                        name -> new ArrayList<>())
                                .add(status))));
        contract.at("/components/responses").forEachEntry((name, response) -> {
            JsonNode problem = response.path("content").path("application/problem+json");
            if (!problem.isMissingNode()) {
                assertThat(statuses.get(name))
                        .as(name)
                        .containsOnly(problem.at("/example/status").asText());
                assertThat(problem.at("/example/type").asText())
                        .isEqualTo("/problems/" + problem.at("/example/code").asText());
            }
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    BadRequest      | /v1/articles?limt=1               | */*
                    NotFound        | /v1/articles/never-existed        | */*
                    NotAcceptable   | /v1/articles                      | image/png
                    Withdrawn       | /v1/articles/ferry-report-withdrawn | */*
                    Unauthenticated | /v1/desk/articles/harbour-lock-closed | */*
                    """)
    void exampleOfAProblemEqualsTheResponse(String name, String address, String accept) throws IOException {
        JsonNode example = contract.at("/components/responses/" + name + "/content")
                .path("application/problem+json")
                .path("example");
        assertThat(new YAMLMapper()
                        .readTree(given().header("Accept", accept).get(address).asString()))
                .isEqualTo(example);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /v1/articles                  | /v1/articles?limit=1          | 200
                    /v1/articles/{ref}            | /v1/articles/never-existed    | 404
                    /v1/articles                  | /v1/articles?limt=1           | 400
                    /v1/tags/{ref}                | /v1/tags/putin                | 200
                    /feeds/articles.{format}      | /feeds/articles.json          | 200
                    /                             | /                             | 200
                    """)
    void everyResponseHeaderIsInTheContract(String path, String address, String status) {
        JsonNode declared = response(path, status).path("headers");
        given().header("Accept", "*/*").get(address).headers().asList().stream()
                .map(header -> header.getName())
                .filter(name -> !OF_HTTP.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(name -> assertThat(declared.fieldNames())
                        .toIterable()
                        .as(address)
                        .contains(name));
    }

    @Test
    void responseWithSelectedFieldsHasItsOwnSchema() {
        JsonNode alternatives = response("/v1/articles", "200")
                .path("content")
                .path("application/json")
                .at("/schema/anyOf");
        assertThat(alternatives.findValuesAsText("$ref"))
                .containsExactly(
                        "#/components/schemas/ListingArticleItem", "#/components/schemas/PartialListingArticleItem");
        assertThat(schema("PartialArticleItem").has("required")).isFalse();
        assertThat(schema("PartialListingArticleItem").path("required"))
                .isEqualTo(schema("ListingArticleItem").path("required"));
        assertThat(schema("PartialArticleItem")
                        .at("/properties/tags/items/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/PartialTagLabel");
    }

    private JsonNode response(String path, String status) {
        JsonNode response =
                contract.path("paths").path(path).path("get").path("responses").path(status);
        return response.has("$ref") ? contract.at(response.path("$ref").asText().substring(1)) : response;
    }

    private JsonNode schema(String name) {
        return contract.path("components").path("schemas").path(name);
    }

    private JsonNode parameter(String path, String name) {
        return contract.path("paths")
                .path(path)
                .at("/get/parameters")
                .valueStream()
                .filter(parameter -> name.equals(parameter.path("name").asText()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> words(JsonNode parameter) {
        return Stream.of("/schema/enum", "/schema/items/enum")
                .flatMap(place -> parameter.at(place).valueStream())
                .map(JsonNode::asText);
    }

    private static String address(String path) {
        return path.replace("{ref}", path.contains("/tags/") ? Newsroom.PUTIN : Newsroom.GAS_CONTRACT);
    }
}
