package press.gazette.article.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.article.Correction;
import press.gazette.media.Media;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Injections;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Slow;
import press.gazette.tag.Tag;

/** Hostile text in every text field comes out as text, in every format. */
@Slow
@QuarkusTest
class InertTextTest {

    /** REST Assured evaluates its paths as programs, which takes a hundred times as long. */
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PICTURES = "https://pictures.example/inert-";

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
        QuarkusTransaction.requiringNew().run(() -> {
            Tag.delete("text.slug like 'desk-inert-%'");
            Media.delete("url like ?1", PICTURES + "%");
        });
    }

    @Test
    void hostileTextComesOutAsTheSameText() {
        List<Object> operations = new ArrayList<>();
        for (int i = 0; i < Injections.VECTORS.size(); i++) {
            written(operations, i, article(line(Injections.VECTORS.get(i)), i));
        }
        send(operations);
        for (int i = 0; i < Injections.VECTORS.size(); i++) {
            String line = line(Injections.VECTORS.get(i));
            JsonNode article = shown("/v1/articles/" + slug(i) + "?body=html,markdown,text,blocks");
            for (String place : List.of(
                    "/title",
                    "/kicker",
                    "/standfirst",
                    "/byline",
                    "/source",
                    "/rights",
                    "/seo/title",
                    "/seo/description",
                    "/image/alt",
                    "/image/caption",
                    "/image/credit",
                    "/body/blocks/0/text/0/text",
                    "/body/text")) {
                assertThat(article.at(place).textValue()).as(place).isEqualTo(line);
            }
            Injections.assertHarmless(article.at("/body/html").textValue());
            JsonNode tag = shown("/v1/tags/" + slug(i));
            assertThat(tag.at("/name").textValue())
                    .isEqualTo(name(line))
                    .isEqualTo(article.at("/tags/0/name").textValue());
            assertThat(tag.at("/description").textValue()).isEqualTo(line);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "markdown"})
    void hostileMarkupComesOutHarmless(String format) {
        List<Object> operations = new ArrayList<>();
        for (int i = 0; i < Injections.VECTORS.size(); i++) {
            written(
                    operations,
                    i,
                    Map.of(
                            "title",
                            "Desk: markup",
                            "slug",
                            slug(i),
                            "type",
                            "news",
                            "language",
                            "en",
                            "body",
                            Map.of(format, Injections.VECTORS.get(i))));
        }
        send(operations);
        for (int i = 0; i < Injections.VECTORS.size(); i++) {
            JsonNode article = shown("/v1/articles/" + slug(i) + "?body=html,markdown,text,blocks");
            Injections.assertHarmless(article.at("/body/html").textValue());
        }
    }

    @Test
    void hostileNotesComeOutAsText() {
        DeskClient desk = DeskClient.published("Desk: inert notes");
        DeskClient further = DeskClient.published("Desk: further inert notes");
        List<String> lines =
                Injections.VECTORS.stream().map(InertTextTest::line).toList();
        for (int i = 0; i < lines.size(); i++) {
            (i < Correction.MOST ? desk : further)
                    .post("corrections", Map.of("kind", "update", "text", lines.get(i)))
                    .then()
                    .statusCode(201);
        }
        List<String> shown =
                new ArrayList<>(shown("/v1/articles/desk-inert-notes?body=none").findValuesAsText("text"));
        shown.addAll(shown("/v1/articles/desk-further-inert-notes?body=none").findValuesAsText("text"));
        assertThat(shown).isEqualTo(lines);
        desk.put("withdrawal", Map.of("reason", "other", "note", line(Injections.VECTORS.get(0))))
                .then()
                .statusCode(201);
        DeskClient.asReader("desk-inert-notes")
                .then()
                .statusCode(410)
                .body("detail", equalTo("This article has been withdrawn."));
    }

    /** All texts of an article, with those of its picture and its tag. */
    private static Map<String, Object> article(String line, int i) {
        String image = made(
                "/v1/desk/media",
                Map.of(
                        "url",
                        PICTURES + i + ".jpg",
                        "alt",
                        line,
                        "caption",
                        line,
                        "credit",
                        line,
                        "width",
                        16,
                        "height",
                        9));
        String tag = made(
                "/v1/desk/tags?allowSimilar=true",
                Map.of("slug", slug(i), "name", name(line), "type", "keyword", "description", line));
        return Map.ofEntries(
                Map.entry("slug", slug(i)),
                Map.entry("type", "news"),
                Map.entry("language", "en"),
                Map.entry("title", line),
                Map.entry("kicker", line),
                Map.entry("standfirst", line),
                Map.entry("byline", line),
                Map.entry("source", line),
                Map.entry("rights", line),
                Map.entry("note", line),
                Map.entry("seo", Map.of("title", line, "description", line)),
                Map.entry("image", image),
                Map.entry("tags", List.of(tag)),
                Map.entry(
                        "body",
                        Map.of("blocks", List.of(Map.of("type", "paragraph", "text", List.of(Map.of("text", line)))))));
    }

    private static void written(List<Object> operations, int i, Map<String, Object> article) {
        operations.add(Map.of("type", "create", "article", article));
        operations.add(Map.of("type", "publish", "ref", slug(i), "ifMatch", "*", "publication", Map.of()));
    }

    private static void send(List<Object> operations) {
        Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("operations", operations))
                .when()
                .post("/v1/desk/articles/batch")
                .then()
                .statusCode(200)
                .body("items.findAll { it.problem != null }", empty());
    }

    private static String slug(int i) {
        return "desk-inert-" + i;
    }

    /** The media type and {@code nosniff} tell browsers that the response is no page. */
    private static JsonNode shown(String path) {
        Response response = Keys.asAdmin().when().get(path);
        response.then()
                .statusCode(200)
                .header("Content-Type", startsWith("application/json"))
                .header("X-Content-Type-Options", "nosniff");
        return json(response);
    }

    private static JsonNode json(Response response) {
        try {
            return JSON.readTree(response.asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String made(String path, Map<String, Object> draft) {
        Response response = Keys.asAdmin()
                .contentType("application/json")
                .body(draft)
                .when()
                .post(path);
        response.then().statusCode(201);
        return json(response).get("id").textValue();
    }

    /** Lines take no control characters (400, tested elsewhere); the rest of the vector is as hostile. */
    private static String line(String vector) {
        return Normalizer.normalize(vector.replaceAll("\\p{Cntrl}+", " ").strip(), Normalizer.Form.NFC);
    }

    /** Names of tags are short. */
    private static String name(String line) {
        return line.substring(0, Math.min(line.length(), 100)).strip();
    }
}
