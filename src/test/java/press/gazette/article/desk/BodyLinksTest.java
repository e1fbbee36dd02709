package press.gazette.article.desk;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.body.inline.Span;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;

/** Editors link to articles by their ids, published or not. */
@QuarkusTest
class BodyLinksTest {

    private static final String UNKNOWN = "0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4";

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void everyFormatIsStoredAsTheIdAlone() {
        String id = DeskClient.write("Desk: linked").id();
        String anchor = "<a href=\"/old\" data-article=\"" + id + "\" rel=\"nofollow\">vote</a>";
        for (Map<String, Object> body : List.of(
                Map.<String, Object>of("html", "<p>" + anchor + "</p>"),
                Map.<String, Object>of("markdown", anchor),
                blocks(Map.of("text", "vote", "article", id, "rel", "nofollow")),
                blocks(Map.of("text", "vote", "article", id, "href", "/old", "rel", "nofollow")))) {
            write(body)
                    .then()
                    .statusCode(201)
                    .body("losses", nullValue())
                    .body("body.blocks[0].text[0].article", equalTo(id))
                    .body("body.blocks[0].text[0].href", nullValue())
                    .body("body.blocks[0].text[0].rel", equalTo("nofollow"));
        }
    }

    @Test
    void unknownArticleIsRejectedWithItsPlace() {
        write(Map.of(
                        "blocks",
                        List.of(Map.of("type", "divider"), paragraph(Map.of("text", "vote", "article", UNKNOWN)))))
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/body/blocks/1")))
                .body("errors[0].detail", containsString(UNKNOWN));
        for (String format : new String[] {"html", "markdown"}) {
            write(Map.of(format, "<a data-article=\"" + UNKNOWN + "\">vote</a>"))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", equalTo(List.of("/body/" + format)));
        }
        write(blocks(Map.of("text", "vote", "article", "no-id"))).then().statusCode(400);
        DeskClient desk = DeskClient.write("Desk: linking");
        desk.patch(Map.of("body", blocks(Map.of("text", "vote", "article", UNKNOWN))))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/body/blocks/0"));
    }

    @Test
    void pictureIsStoredWithTheIdOfItsArticleAlone() {
        String id = DeskClient.write("Desk: linked").id();
        String anchor = "<a href=\"/old\" data-article=\"" + id + "\"><img src=\"/a.jpg\" alt=\"a\"></a>";
        Map<String, Object> picture =
                Map.of("type", "image", "url", "/a.jpg", "alt", "a", "article", id, "link", "/old");
        for (Map<String, Object> body : List.of(
                Map.<String, Object>of("html", anchor),
                Map.<String, Object>of("markdown", anchor),
                Map.<String, Object>of("blocks", List.of(picture)))) {
            write(body)
                    .then()
                    .statusCode(201)
                    .body("losses", nullValue())
                    .body("body.blocks[0].article", equalTo(id))
                    .body("body.blocks[0].link", nullValue());
        }
    }

    @Test
    void pictureThatLeadsToAnUnknownArticleIsRejectedWithItsPlace() {
        Map<String, Object> picture = Map.of("type", "image", "url", "/a.jpg", "alt", "a", "article", UNKNOWN);
        write(Map.of(
                        "blocks",
                        List.of(Map.of("type", "divider"), Map.of("type", "gallery", "images", List.of(picture)))))
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/body/blocks/1")))
                .body("errors[0].detail", containsString(UNKNOWN));
    }

    @Test
    void draftThatLinksToADiscardedArticleIsNotPublished() {
        DeskClient linked = DeskClient.write("Desk: linked");
        assertNotPublishedWithout(linked, blocks(Map.of("text", "vote", "article", linked.id())));
    }

    @Test
    void draftWhosePictureLeadsToADiscardedArticleIsNotPublished() {
        DeskClient linked = DeskClient.write("Desk: linked");
        Map<String, Object> picture = Map.of("type", "image", "url", "/a.jpg", "alt", "a", "article", linked.id());
        assertNotPublishedWithout(
                linked, Map.of("blocks", List.of(Map.of("type", "gallery", "images", List.of(picture)))));
    }

    private static void assertNotPublishedWithout(DeskClient linked, Map<String, Object> body) {
        DeskClient linking = DeskClient.published("Desk: linking");
        linking.patch(Map.of("body", body)).then().statusCode(200);
        linked.delete("").then().statusCode(204);
        linking.put("publication", Map.of()).then().statusCode(409).body("detail", containsString(linked.id()));
    }

    @Test
    void linksToMoreArticlesThanABodyMayHaveAreRejected() {
        String links = IntStream.rangeClosed(0, Span.MAX_ARTICLES)
                .mapToObj(i -> "<a data-article=\"" + new UUID(0, i) + "\">a</a>")
                .collect(Collectors.joining(" "));
        write(Map.of("html", "<p>" + links + "</p>"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/body"))
                .body("errors[0].detail", containsString("at most " + Span.MAX_ARTICLES));
    }

    private static Map<String, Object> blocks(Map<String, Object> span) {
        return Map.of("blocks", List.of(paragraph(span)));
    }

    private static Map<String, Object> paragraph(Map<String, Object> span) {
        return Map.of("type", "paragraph", "text", List.of(span));
    }

    private static Response write(Map<String, Object> body) {
        return Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("title", "Desk: linking", "type", "news", "language", "en", "body", body))
                .post("/v1/desk/articles");
    }
}
