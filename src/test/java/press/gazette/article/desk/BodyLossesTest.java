package press.gazette.article.desk;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;

/** The desk reports content that a body cannot hold, or rejects the draft because of it. */
@QuarkusTest
class BodyLossesTest {

    private static final String HTML =
            "<p>Tides</p><form><button>Send it</button></form><script>x()</script><p><a href=\"tides.html\">all tides</a></p>";

    private static final Map<String, Object> CONTROLS = Map.of(
            "blocks",
            List.of(
                    Map.of(
                            "type",
                            "paragraph",
                            "text",
                            List.of(Map.of("text", "High ti\u0007des "), Map.of("text", "ri\u0007se"))),
                    Map.of("type", "image", "url", "/boat.jpg", "alt", "", "caption", "\uFEFFA boat"),
                    Map.of("type", "code", "text", "run\uFFFE\ffast")));

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void lossesAreInTheResponse() {
        write("", Map.of("html", HTML))
                .then()
                .statusCode(201)
                .body("losses.what", equalTo(List.of("button", "script", "link")))
                .body("losses[0].count", equalTo(1))
                .body("losses[0].near", equalTo("Send it"))
                .body("losses[2].near", equalTo("all tides"));
        write("", Map.of("html", "<p>Tides</p>")).then().statusCode(201).body("losses", nullValue());
    }

    @Test
    void baseResolvesRelativeAddresses() {
        write("", Map.of("html", "<p><a href=\"tides.html\">all</a></p>", "base", "https://port.example/news/"))
                .then()
                .statusCode(201)
                .body("losses", nullValue())
                .body("body.blocks[0].text[0].href", equalTo("https://port.example/news/tides.html"));
        write("", Map.of("html", "<p>a</p>", "base", "news/"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/body"));
    }

    @Test
    void strictRejectsWithAPointerForEachLoss() {
        write("?strict=true", Map.of("html", HTML))
                .then()
                .statusCode(400)
                .body("errors.size()", equalTo(3))
                .body("errors[0].pointer", equalTo("/body/html"))
                .body("errors[0].detail", equalTo("A body cannot hold button, near \"Send it\"."));
        write("?strict=true", Map.of("html", "<p>Tides</p>")).then().statusCode(201);
        write("?strict=perhaps", Map.of("html", "<p>Tides</p>")).then().statusCode(400);
    }

    @Test
    void dryRunReportsLosses() {
        write("?dryRun=true", Map.of("markdown", "Free.\n\n<!--members-only-->\n\nPaid."))
                .then()
                .statusCode(200)
                .body("losses[0].what", equalTo("members-only"))
                .body("losses[0].near", equalTo("Paid."));
        write("?dryRun=true&strict=true", Map.of("html", HTML)).then().statusCode(400);
    }

    @Test
    void editReportsLossesOfTheBodyInItOnly() {
        DeskClient desk = DeskClient.published("Desk: losses");
        desk.patch(Map.of("body", Map.of("html", HTML))).then().statusCode(200).body("losses.size()", equalTo(3));
        desk.patch(Map.of("kicker", "Tides")).then().statusCode(200).body("losses", nullValue());
    }

    @Test
    void correctionReportsLossesOfItsEdit() {
        DeskClient desk = DeskClient.published("Desk: losses");
        Map<String, Object> correction =
                Map.of("kind", "update", "text", "New tides.", "edit", Map.of("body", Map.of("html", HTML)));
        desk.post("corrections?strict=true", correction)
                .then()
                .statusCode(400)
                .body("errors.size()", equalTo(3))
                .body("errors[0].pointer", equalTo("/edit/body/html"));
        desk.post("corrections?dryRun=true", correction)
                .then()
                .statusCode(200)
                .body("losses.what", equalTo(List.of("button", "script", "link")));
        desk.post("corrections", correction)
                .then()
                .statusCode(201)
                .body("losses.what", equalTo(List.of("button", "script", "link")));
        desk.post("corrections", Map.of("kind", "update", "text", "Newer tides."))
                .then()
                .statusCode(201)
                .body("losses", nullValue());
    }

    @Test
    void correctionIsPlainTextThatIsStoredAsItIsOrRejected() {
        DeskClient desk = DeskClient.published("Desk: losses");
        desk.post("corrections", Map.of("kind", "update", "text", "Not <b>ten</b> but\nnine."))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/text"));
        desk.post("corrections", Map.of("kind", "update", "text", "Not <b>ten</b> but nine."))
                .then()
                .statusCode(201)
                .body("corrections[0].text", equalTo("Not <b>ten</b> but nine."));
    }

    @Test
    void restorationLosesNothing() {
        DeskClient desk = DeskClient.write("Desk: losses");
        desk.patch(Map.of("body", Map.of("html", HTML))).then().statusCode(200);
        desk.patch(Map.of("body", Map.of("html", "<p>Ebb</p>"))).then().statusCode(200);
        desk.put("restoration", Map.of("revision", 2))
                .then()
                .statusCode(200)
                .body("body.blocks[0].text[0].text", equalTo("Tides"))
                .body("losses", nullValue());
    }

    @Test
    void strictReportsAllOtherFaultsToo() {
        Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of(
                        "title",
                        "Desk: losses",
                        "type",
                        "news",
                        "language",
                        "en",
                        "tags",
                        List.of("desk-no-such-tag"),
                        "body",
                        Map.of("html", "<p>Tides</p><script>x()</script>")))
                .post("/v1/desk/articles?strict=true")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/tags/0", "/body/html")));
    }

    @Test
    void picturesOfAGalleryNeedTheirType() {
        write(
                        "",
                        Map.of(
                                "blocks",
                                List.of(Map.of(
                                        "type",
                                        "gallery",
                                        "images",
                                        List.of(Map.of("type", "video", "url", "/a.jpg", "alt", ""))))))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/body/blocks/0/images/0/type"))
                .body("errors[0].detail", equalTo("This must be image."));
    }

    @Test
    void charactersDroppedFromBlocksAreReported() {
        write("", CONTROLS)
                .then()
                .statusCode(201)
                .body("losses.what", equalTo(List.of("U+0007", "U+FEFF", "U+FFFE")))
                .body("losses.count", equalTo(List.of(2, 1, 1)))
                .body("losses.near", equalTo(List.of("tides", "A boat", "run fast")))
                .body("body.blocks[0].text[0].text", equalTo("High tides rise"))
                .body("body.blocks[1].caption", equalTo("A boat"))
                .body("body.blocks[2].text", equalTo("run\nfast"));
        write("?dryRun=true", CONTROLS)
                .then()
                .statusCode(200)
                .body("losses.what", equalTo(List.of("U+0007", "U+FEFF", "U+FFFE")));
    }

    @Test
    void blanksLineEndsAndJoinersAreNoLoss() {
        String text = "Tides\trise\r\nslow\u000Bly\u0085now\u200D\u00ADso";
        write("", Map.of("blocks", List.of(paragraph(text))))
                .then()
                .statusCode(201)
                .body("losses", nullValue())
                .body("body.blocks[0].text[0].text", equalTo("Tides rise\nslow\nly\nnow\u200D\u00ADso"));
    }

    @Test
    void strictRejectsDroppedCharactersWithAPointerToEachText() {
        for (String query : new String[] {"?strict=true", "?strict=true&dryRun=true"}) {
            write(query, CONTROLS)
                    .then()
                    .statusCode(400)
                    .body(
                            "errors.pointer",
                            equalTo(List.of(
                                    "/body/blocks/0/text/0/text",
                                    "/body/blocks/0/text/1/text",
                                    "/body/blocks/1/caption",
                                    "/body/blocks/2/text")))
                    .body("errors[0].detail", equalTo("A body cannot hold U+0007, near \"tides\"."));
        }
    }

    @Test
    void charactersDroppedFromHtmlAndMarkdownAreReported() {
        write("", Map.of("html", "\uFEFF<p>High ti\u0007des&#1;</p><img src=\"/a.jpg\" alt=\"A b\u0008oat\">"))
                .then()
                .statusCode(201)
                .body("losses.what", equalTo(List.of("U+0007", "U+0001", "U+0008")))
                .body("losses.near", equalTo(List.of("tides", "tides", "boat")));
        write("", Map.of("markdown", "\uFEFF# Hi\u0007gh\n\n`co\u0008de` ![b&#1;oat](/a.jpg \"la\u0002ke\")"))
                .then()
                .statusCode(201)
                .body("body.blocks[0].type", equalTo("heading"))
                .body("losses.what", equalTo(List.of("U+0007", "U+0008", "U+0002", "U+0001")))
                .body("losses.near", equalTo(List.of("High", "code", "lake", "boat")));
        write("?strict=true", Map.of("markdown", "Hi\u0007gh"))
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/body/markdown")));
    }

    @Test
    void editsAndCorrectionsReportDroppedCharactersOfTheirOwnBlocksOnly() {
        DeskClient desk = DeskClient.published("Desk: losses");
        desk.patch(Map.of("body", CONTROLS)).then().statusCode(200).body("losses.size()", equalTo(3));
        desk.patch(Map.of("kicker", "Tides")).then().statusCode(200).body("losses", nullValue());
        desk.put("publication", Map.of()).then().statusCode(200);
        Map<String, Object> correction =
                Map.of("kind", "update", "text", "New tides.", "edit", Map.of("body", CONTROLS));
        desk.post("corrections?strict=true", correction)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/edit/body/blocks/0/text/0/text"));
        desk.post("corrections", correction).then().statusCode(201).body("losses.size()", equalTo(3));
    }

    private static Map<String, Object> paragraph(String text) {
        return Map.of("type", "paragraph", "text", List.of(Map.of("text", text)));
    }

    private static Response write(String query, Map<String, Object> body) {
        return Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("title", "Desk: losses", "type", "news", "language", "en", "body", body))
                .post("/v1/desk/articles" + query);
    }
}
