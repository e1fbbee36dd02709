package press.gazette.article.format;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Newsroom;

/** Articles as JSON-LD and as Markdown: the same life, caching and problems as their JSON. */
@QuarkusTest
class ArticleFormatsTest {

    private static final String ADDRESS = "/v1/articles/" + Newsroom.GAS_CONTRACT;
    private static final String FORMERLY = "/v1/articles/" + Newsroom.GAS_CONTRACT_FORMERLY;
    private static final String READER = "http://localhost:8080/reader/articles/" + Newsroom.GAS_CONTRACT;

    private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=\"(\\w+)\"(?:; type=\"([^\"]*)\")?");

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void originalElsewhereIsTheCanonicalUrl() {
        write(Map.of("source", "Harbour Wire", "canonicalUrl", "https://wire.example/a?b=1&c=ü"));
        assertThat(links(when().get("/v1/articles/desk-format.jsonld")))
                .containsEntry("canonical", "https://wire.example/a?b=1&c=%C3%BC");
        assertThat(frontMatter("desk-format"))
                .containsEntry("canonical", "https://wire.example/a?b=1&c=ü")
                .containsEntry("source", "Harbour Wire");
    }

    @Test
    void markdownIsFrontMatterBodyAndCorrections() {
        JsonPath story = when().get(ADDRESS + "?body=markdown").jsonPath();
        Response response = when().get(ADDRESS + ".md");
        response.then().statusCode(200);
        assertThat(response.contentType()).isEqualToIgnoringCase("text/markdown;charset=utf-8");
        Map<String, Object> front = frontMatter(Newsroom.GAS_CONTRACT);
        assertThat(front)
                .containsEntry("title", story.getString("title"))
                .containsEntry("kicker", story.getString("kicker"))
                .containsEntry("standfirst", story.getString("standfirst"))
                .containsEntry("url", READER)
                .containsEntry("slug", Newsroom.GAS_CONTRACT)
                .containsEntry("language", "en")
                .containsEntry("authors", List.of("Elena Marsh"))
                .containsEntry("section", "World")
                .containsEntry("tags", story.getList("tags.name"))
                .containsKeys("published", "updated", "id", "type")
                .doesNotContainKeys("rights", "source", "canonical", "access", "truncated");
        assertThat(front.get("image"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("url", "http://localhost:8080" + story.getString("image.url"))
                .containsEntry("alt", story.getString("image.alt"))
                .containsEntry("credit", story.getString("image.credit"));
        String day = story.getString("corrections[0].at").substring(0, 10);
        assertThat(response.asString().split("\n---\n", 2)[1])
                .isEqualTo("\n" + story.getString("body.markdown") + "\n\n***\n\n**Correction, " + day + ":** "
                        + story.getString("corrections[0].text") + "\n");
    }

    @Test
    void frontMatterSaysThatAnArticleIsNotFree() {
        write(Map.of(
                "access",
                Map.of("level", "paid", "preview", 1),
                "body",
                Map.of("markdown", "For everybody.\n\nFor some.")));
        assertThat(frontMatter("desk-format")).containsEntry("access", "paid").containsEntry("truncated", true);
    }

    @Test
    void articleWithoutABodyIsItsFrontMatter() {
        write("kicker", "Yes: \"no\"");
        assertThat(when().get("/v1/articles/desk-format.md").asString()).endsWith("\n---\n");
        assertThat(frontMatter("desk-format")).containsEntry("kicker", "Yes: \"no\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".jsonld", ".md"})
    void formatsLinkToEachOther(String suffix) {
        Map<String, String> types =
                Map.of("", "application/json", ".jsonld", "application/ld+json", ".md", "text/markdown");
        Response response = when().get(ADDRESS + suffix);
        Matcher link = LINK.matcher(response.header("Link"));
        Map<String, String> alternates = new HashMap<>();
        while (link.find()) {
            if (link.group(2).equals("alternate")) {
                alternates.put(link.group(1), link.group(3));
                assertThat(when().get(link.group(1)).contentType()).startsWith(link.group(3));
            }
        }
        Map<String, String> expected = new HashMap<>();
        types.forEach((other, type) -> expected.put(ADDRESS + other, type));
        expected.remove(ADDRESS + suffix);
        assertThat(alternates).isEqualTo(expected);
        if (!suffix.isEmpty()) {
            assertThat(links(response)).containsEntry("canonical", READER);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".jsonld", ".md"})
    void validatorsLifetimesAndCompressionAreThoseOfTheArticle(String suffix) {
        Response json = plain().get(ADDRESS);
        Response response = plain().get(ADDRESS + suffix);
        for (String header : List.of("Cache-Control", "Cache-Groups", "Surrogate-Key", "Vary")) {
            assertThat(response.header(header)).as(header).isEqualTo(json.header(header));
        }
        assertThat(response.header("Last-Modified")).endsWith(" GMT");
        assertThat(response.header("ETag")).matches("\"[\\w-]{22}\"").isNotEqualTo(json.header("ETag"));
        plain().header("If-None-Match", response.header("ETag"))
                .get(ADDRESS + suffix)
                .then()
                .statusCode(304)
                .body(equalTo(""));
        plain().head(ADDRESS + suffix)
                .then()
                .statusCode(200)
                .header("ETag", response.header("ETag"))
                .header("Content-Length", String.valueOf(response.asByteArray().length));
        given().header("Accept-Encoding", "gzip")
                .get(ADDRESS + suffix)
                .then()
                .header("Content-Encoding", "gzip")
                .header("ETag", response.header("ETag").replaceFirst("\"$", "-gzip\""));
        assertThat(given().accept("text/html").get(ADDRESS + suffix).asString()).isEqualTo(response.asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {".jsonld", ".md"})
    void idIsTheSameDocumentAndAFormerSlugRedirectsToTheSameFormat(String suffix) {
        String id = when().get(ADDRESS).path("id");
        assertThat(when().get("/v1/articles/" + id + suffix).asString())
                .isEqualTo(when().get(ADDRESS + suffix).asString());
        given().redirects()
                .follow(false)
                .get(FORMERLY + suffix)
                .then()
                .statusCode(308)
                .header("Location", ADDRESS + suffix);
    }

    @ParameterizedTest
    @ValueSource(strings = {".jsonld", ".md"})
    void hiddenAndUnknownArticlesAreTheSame404AndWithdrawnOnesAreGone(String suffix) {
        String unknown = problem("never-written" + suffix, 404);
        for (String hidden : List.of(
                Newsroom.DRAFT_STORY, Newsroom.SCHEDULED_STORY, Newsroom.EMBARGOED_STORY, Newsroom.EXPIRED_STORY)) {
            assertThat(problem(hidden + suffix, 404)).isEqualTo(unknown.replace("never-written", hidden));
        }
        assertThat(problem(Newsroom.WITHDRAWN_STORY + suffix, 410)).contains("\"code\":\"withdrawn\"");
        assertThat(problem("Not%20a%20slug" + suffix, 404)).contains("\"code\":\"not-found\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {".pdf", ".MD", ".json", ".jsonld.gz", "."})
    void unknownSuffixIsA404ThatNamesTheOthers(String suffix) {
        when().get(ADDRESS + suffix)
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("not-found"))
                .body("detail", containsString(".jsonld"))
                .body("detail", containsString(".md"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".jsonld", ".md"})
    void parametersAndOtherMethodsAreRejected(String suffix) {
        when().get(ADDRESS + suffix + "?body=html").then().statusCode(400).body("code", equalTo("unknown-parameter"));
        when().delete(ADDRESS + suffix).then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
        when().options(ADDRESS + suffix).then().statusCode(200).header("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void hostileTextsDoNotLeaveTheScriptElementOrTheFrontMatter() {
        String hostile = "</script><script>alert(1)</script><!-- & \" ' \\ ]]>";
        write(Map.of(
                "kicker", hostile, "standfirst", hostile, "byline", hostile, "source", hostile, "rights", hostile));
        Response response = when().get("/v1/articles/desk-format.jsonld");
        response.then().body("description", equalTo(hostile)).body("author[0].name", equalTo(hostile));
        assertThat(response.asString()).doesNotContainPattern("[<>&\u2028\u2029]");
        assertThat(frontMatter("desk-format"))
                .containsEntry("standfirst", hostile)
                .containsEntry("rights", hostile);
    }

    /** A request without Accept-Encoding. */
    private static RequestSpecification plain() {
        return given().config(RestAssured.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
    }

    private static void write(String member, Object value) {
        write(Map.of(member, value));
    }

    private static void write(Map<String, Object> members) {
        DeskClient desk = DeskClient.write(
                "Desk: format",
                members.entrySet().stream()
                        .flatMap(member -> Stream.of(member.getKey(), member.getValue()))
                        .toArray());
        desk.put("publication", Map.of()).then().statusCode(201);
    }

    private static String problem(String ref, int status) {
        Response response = when().get("/v1/articles/" + ref);
        response.then().statusCode(status).contentType(startsWith("application/problem+json"));
        return response.asString();
    }

    private static Map<String, Object> frontMatter(String slug) {
        String markdown = when().get("/v1/articles/" + slug + ".md").asString();
        return new Yaml().load(markdown.substring(0, markdown.indexOf("\n---\n")));
    }

    /** The targets of the links by their relations; the last one where there are several. */
    private static Map<String, String> links(Response response) {
        Map<String, String> links = new HashMap<>();
        Matcher link = LINK.matcher(response.header("Link"));
        while (link.find()) {
            links.put(link.group(2), link.group(1));
        }
        return links;
    }
}
