package press.gazette.importer.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import press.gazette.change.Change;
import press.gazette.change.Subject;
import press.gazette.newsroom.Keys;

/** Imports of other formats than that of WordPress over HTTP. */
@QuarkusTest
class ImportFormatsTest extends TidyImports {

    /** An agency's item; %s are further members, which begin with a comma. */
    private static final String WIRE = """
            {"uri":"urn:desk:wire:1","type":"text","pubStatus":"usable","version":"2","language":"en",
             "firstCreated":"2019-03-02T05:00:00Z","versionCreated":"2019-03-02T06:00:00Z",
             "headlines":[{"role":"main","value":"Desk import wire"}],"slugline":"desk-import-wire","located":"AVERIL",
             "bodies":[{"role":"main","contentType":"text/html","value":"<p>The lock opened.</p>"}],
             "edNote":"Call the desk before use","urgency":2,
             "subjects":[{"name":"Desk water transport","code":"medtop:20000337"}]%s}""";

    @Test
    void exportOfGhostBecomesArticles() {
        String export = """
                {"db":[{"data":{"posts":[
                 {"id":"p1","uuid":"u1","title":"Desk Ghost","slug":"desk-import-ghost","html":"<p>See <a href=\\"__GHOST_URL__/desk-import-paid/\\">paid</a></p>",
                  "type":"post","status":"published","visibility":"public","published_at":"2019-03-02T05:00:00.000Z",
                  "feature_image":"__GHOST_URL__/content/images/g.jpg"},
                 {"id":"p2","uuid":"u2","title":"Desk paid","slug":"desk-import-paid","html":"<p>Paid</p>","type":"post",
                  "status":"published","visibility":"paid","published_at":"2019-03-02T05:00:00.000Z"}],
                 "posts_tags":[{"post_id":"p1","tag_id":"t1","sort_order":0}],
                 "tags":[{"id":"t1","name":"Desk ghost tag","slug":"desk-ghost-tag","visibility":"public"}]}}]}""";
        Response begun = TestImports.send(export, "format=ghost&mapping=site%3A%20https%3A%2F%2Fwww.old.example");
        begun.then().statusCode(201);
        assertThat(TestImports.ended(begun.path("id")).getInt("created")).isEqualTo(2);
        assertThat(TestImports.publicSlugs()).containsExactly("desk-import-ghost");
        given().get("/v1/articles/desk-import-ghost?body=html")
                .then()
                .body("tags.slug", equalTo(List.of("desk-ghost-tag")))
                .body("body.html", containsString("https://www.old.example/content/images/g.jpg"))
                .body("body.html", containsString("See paid"));
        Keys.asAdmin().get("/v1/desk/articles/desk-import-paid").then().body("embargoUntil", equalTo("indefinite"));
    }

    @Test
    void feedComesAgainAndAgain() {
        String feed = """
                <rss version="2.0"><channel><title>T</title><link>https://www.old.example/</link><language>en</language>
                <item><title>Desk feed</title><link>https://www.old.example/desk-import-feed</link><guid>g1</guid>
                <pubDate>Sat, 02 Mar 2019 05:00:00 GMT</pubDate><description>Text</description></item></channel></rss>""";
        Response first = TestImports.send(feed, "format=rss");
        first.then().statusCode(201);
        assertThat(TestImports.ended(first.path("id")).getInt("created")).isEqualTo(1);
        assertThat(TestImports.publicSlugs()).containsExactly("desk-import-feed");
        assertThat(TestImports.ended(TestImports.send(feed, "format=rss").path("id"))
                        .getInt("unchanged"))
                .isEqualTo(1);
        String corrected = feed.replace("Text", "Better text");
        assertThat(TestImports.ended(TestImports.send(corrected, "format=rss").path("id"))
                        .getInt("updated"))
                .isEqualTo(1);
        given().get("/v1/articles/desk-import-feed?body=text").then().body("body.text", equalTo("Better text"));
    }

    @Test
    void usableItemOfAnAgencyIsADraftUnlessTheMappingPublishes() {
        assertThat(wire(WIRE.formatted(""), "").getInt("created")).isEqualTo(1);
        assertThat(TestImports.publicSlugs()).isEmpty();
        assertThat(wire(WIRE.formatted(""), PUBLISH).getInt("updated")).isEqualTo(1);
        given().get("/v1/articles/desk-import-wire?body=text")
                .then()
                .statusCode(200)
                .body("body.text", equalTo("AVERIL – The lock opened."))
                .body("publishedAt", equalTo("2019-03-02T05:00:00Z"))
                .body("updatedAt", equalTo("2019-03-02T06:00:00Z"));
        assertThat(given().get("/v1/articles/desk-import-wire").asString()).doesNotContain("Call the desk");
        Keys.asAdmin()
                .get("/v1/desk/articles/desk-import-wire")
                .then()
                .body("foreign.fields.ednote", equalTo(List.of("Call the desk before use")))
                .body("foreign.fields.urgency", equalTo(List.of("2")));
        Keys.asAdmin()
                .get("/v1/desk/tags/desk-water-transport")
                .then()
                .body("sameAs", equalTo(List.of("http://cv.iptc.org/newscodes/mediatopic/20000337")));
        assertThat(wire(WIRE.formatted(""), PUBLISH).getInt("unchanged")).isEqualTo(1);
    }

    @Test
    void canceledItemIsWithdrawnEvenIfAnEditorHasChangedIt() {
        wire(WIRE.formatted(""), PUBLISH);
        edit("desk-import-wire");
        String canceled = WIRE.replace("usable", "canceled").formatted("");
        assertThat(wire(canceled, PUBLISH).getInt("updated")).isEqualTo(1);
        given().get("/v1/articles/desk-import-wire").then().statusCode(410);
        assertThat(wire(canceled, PUBLISH).getInt("unchanged")).isEqualTo(1);
    }

    /** In one transaction: the translation, which shows another address first, must find that its original is hidden. */
    @Test
    void translationThatIsCanceledBehindItsOriginalDoesNotUpdateIt() {
        String original = WIRE.formatted("");
        String translation =
                WIRE.replace("wire", "wire-fr").replace("\"en\"", "\"fr\"").formatted("");
        wire("[" + original + "," + translation + "]", PUBLISH);
        edit("desk-import-wire-fr", "{\"translationOf\":\"desk-import-wire\"}");
        publish("desk-import-wire-fr");
        long before = TestImports.ledger();
        wire(("[" + original + "," + translation + "]").replace("usable", "canceled"), PUBLISH);
        assertThat(TestImports.changesBehind(before))
                .filteredOn(change -> change.subject().kind() == Subject.Kind.ARTICLE)
                .extracting(Change::kind)
                .containsExactly(Change.Kind.UPDATED, Change.Kind.WITHDRAWN, Change.Kind.WITHDRAWN);
    }

    @Test
    void withheldItemIsHiddenEvenIfAnEditorHasChangedIt() {
        wire(WIRE.formatted(""), PUBLISH);
        edit("desk-import-wire");
        wire(WIRE.replace("usable", "withheld").formatted(""), PUBLISH);
        given().get("/v1/articles/desk-import-wire").then().statusCode(404);
        Keys.asAdmin().get("/v1/desk/articles/desk-import-wire").then().body("embargoUntil", equalTo("indefinite"));
    }

    @Test
    void embargoHoldsAnItemBackUntilItsTime() {
        wire(WIRE.formatted(",\"embargoed\":\"2099-01-01T00:00:00Z\""), PUBLISH);
        given().get("/v1/articles/desk-import-wire").then().statusCode(404);
        Keys.asAdmin()
                .get("/v1/desk/articles/desk-import-wire")
                .then()
                .body("embargoUntil", equalTo("2099-01-01T00:00:00Z"))
                .body("status", equalTo("published"));
        wire(WIRE.replace("\"2\"", "\"3\"").formatted(""), PUBLISH);
        given().get("/v1/articles/desk-import-wire").then().statusCode(200);
    }

    @Test
    void olderVersionDoesNotReplaceANewerOne() {
        wire(WIRE.formatted(""), PUBLISH);
        String older = WIRE.replace("\"version\":\"2\"", "\"version\":\"1\"").replace("opened", "closed");
        assertThat(wire(older.formatted(""), PUBLISH).getInt("leftOut")).isEqualTo(1);
        String newer = WIRE.replace("\"version\":\"2\"", "\"version\":\"3\"").replace("opened", "broke");
        String several = newer.formatted("") + "\n" + older.formatted("");
        JsonPath done = wire(several, PUBLISH);
        assertThat(done.getInt("updated")).isEqualTo(1);
        assertThat(done.getInt("leftOut")).isEqualTo(1);
        given().get("/v1/articles/desk-import-wire?body=text")
                .then()
                .body("body.text", equalTo("AVERIL – The lock broke."));
    }

    private static final String PUBLISH = "&mapping=publish%3A%20true";

    private static JsonPath wire(String items, String more) {
        Response begun = TestImports.send(items, "format=ninjs" + more);
        begun.then().statusCode(201);
        return TestImports.ended(begun.path("id"));
    }

    private static void publish(String slug) {
        Keys.asAdmin()
                .header("If-Match", "*")
                .contentType("application/json")
                .body("{}")
                .put("/v1/desk/articles/" + slug + "/publication")
                .then()
                .statusCode(200);
    }

    private static void edit(String slug) {
        edit(slug, "{\"title\":\"Desk: our own\"}");
    }

    private static void edit(String slug, String patch) {
        Keys.asAdmin()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch("/v1/desk/articles/" + slug)
                .then()
                .statusCode(200);
    }
}
