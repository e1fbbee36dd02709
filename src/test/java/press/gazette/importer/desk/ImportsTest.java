package press.gazette.importer.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.article.Article;
import press.gazette.article.draft.Revision;
import press.gazette.change.Ledger;
import press.gazette.forwarding.OldAddress;
import press.gazette.importer.job.ImportEntry;
import press.gazette.importer.job.ImportFiles;
import press.gazette.importer.job.ImportFormat;
import press.gazette.importer.job.ImportJob;
import press.gazette.importer.job.ImportRunner;
import press.gazette.importer.wordpress.Exports;
import press.gazette.media.Media;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.TestTags;
import press.gazette.security.Scope;

/** Imports over HTTP: an export of WordPress becomes articles. */
@QuarkusTest
class ImportsTest {

    private static final String IMPORTS = "/v1/desk/imports";

    private static final String EXPORT = Exports.of(
            category("harbour-news", "World &amp; harbour"),
            Exports.post(
                    "1",
                    "desk-import-one",
                    "See [caption]<img src=\"https://old.example/a.jpg\" alt=\"A\"> Words[/caption]\n\nand"
                            + " <a href=\"http://old.example/2019/03/desk-import-two/\">the second</a>, <a href=\"/2001/gone/\">gone</a>"
                            + " [poll id=\"3\"]",
                    term("category", "harbour-news"),
                    term("post_tag", "desk-import-tag"),
                    "<dc:creator>ida</dc:creator>",
                    Exports.meta("_wp_old_slug", "desk-import-once"),
                    Exports.meta("_thumbnail_id", "9"),
                    Exports.meta("mood", "blue")),
            Exports.post("2", "desk-import-two", "Second, after <a href=\"/?p=1\">the first</a>"),
            Exports.item("3", "desk-import-private", "Secret", "private", ""),
            Exports.item("4", "desk-import-password", "Secret", "publish", "<wp:post_password>x</wp:post_password>"),
            Exports.item("5", "desk-import-draft", "Draft", "draft", ""),
            Exports.item("6", "desk-import-late", "Late", "future", ""),
            Exports.item("7", "desk-import-trash", "Trash", "trash", ""),
            Exports.post("8", "desk_import_under", "Underscore"),
            "<item><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>"
                    + "<wp:attachment_url>https://old.example/desk-lead.jpg</wp:attachment_url>"
                    + Exports.meta("_wp_attachment_metadata", "a:2:{s:5:\"width\";i:800;s:6:\"height\";i:600;}")
                    + "</item>");

    @Inject
    ImportFiles files;

    @Inject
    ImportRunner runner;

    private Set<UUID> tags = Set.of();

    @BeforeEach
    void rememberTags() {
        tags = TestTags.ids();
    }

    @AfterEach
    void tidyUp() {
        QuarkusTransaction.requiringNew().run(() -> {
            Article.<Article>list("text.foreign.system = 'https://www.old.example'")
                    .forEach(article -> {
                        Revision.discard(article.id());
                        article.delete();
                    });
            Article.flush();
            OldAddress.delete("source is not null");
            ImportEntry.deleteAll();
            ImportJob.deleteAll();
            Media.delete("url like '%desk-lead.jpg'");
        });
        TestTags.clearAllBut(tags);
    }

    @Test
    void exportBecomesArticlesAndOnlyThePublishedArePublic() {
        JsonPath done = imported(EXPORT, "");
        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(done.getInt("read")).isEqualTo(8);
        assertThat(done.getInt("created")).isEqualTo(7);
        assertThat(done.getInt("leftOut")).isEqualTo(1);
        assertThat(publicSlugs()).containsExactly("desk-import-one", "desk-import-two", "desk-import-under");
        Response one = given().get("/v1/articles/desk-import-one?body=html");
        one.then()
                .statusCode(200)
                .body("title", equalTo("Title of desk-import-one"))
                .body("publishedAt", equalTo("2019-03-02T05:00:00Z"))
                .body("firstPublishedAt", equalTo("2019-03-02T05:00:00Z"))
                .body("updatedAt", equalTo("2019-04-01T05:00:00Z"))
                .body("language", equalTo("en-GB"))
                .body("section.slug", equalTo("harbour-news"))
                .body("section.name", equalTo("World & harbour"))
                .body("contributors.slug", equalTo(List.of("ida")))
                .body("tags.slug", hasItems("desk-import-tag"))
                .body("image.url", equalTo("https://old.example/desk-lead.jpg"))
                .body("body.html", containsString("<figcaption>Words</figcaption>"))
                .body("body.html", containsString("href=\"/reader/articles/desk-import-two\" data-article="))
                .body("body.html", containsString("href=\"https://www.old.example/2001/gone/\""));
        given().get("/v1/articles/desk-import-two?body=html")
                .then()
                .body("body.html", containsString("href=\"/reader/articles/desk-import-one\" data-article="));
        Keys.asAdmin()
                .get("/v1/desk/articles/desk-import-one")
                .then()
                .body("foreign.id", equalTo("1"))
                .body("foreign.fields.mood", equalTo(List.of("blue")))
                .body("revision", equalTo(2));
        for (String hidden : List.of("desk-import-private", "desk-import-password")) {
            Keys.asAdmin()
                    .get("/v1/desk/articles/" + hidden)
                    .then()
                    .body("status", equalTo("draft"))
                    .body("embargoUntil", equalTo("indefinite"));
        }
        Keys.asAdmin().get("/v1/desk/articles/desk-import-late").then().body("status", equalTo("draft"));
        for (String path :
                List.of("https://www.old.example/2019/03/desk-import-one/", "/?p=1", "/2019/03/desk-import-once")) {
            given().queryParam("path", path)
                    .get("/v1/addresses")
                    .then()
                    .statusCode(200)
                    .body("slug", equalTo("desk-import-one"));
        }
        given().redirects()
                .follow(false)
                .get("/v1/articles/desk-import-once")
                .then()
                .statusCode(308);
    }

    @Test
    void reportHasALineForEachLossWithItsReason() {
        JsonPath done = imported(EXPORT, "");
        List<String> lines = report(done.getString("id"));
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0))
                .contains("\"outcome\":\"created\"")
                .contains("\"code\":\"unknown-shortcode\",\"detail\":\"[poll]\"")
                .contains("\"code\":\"dead-link\",\"detail\":\"/2001/gone/\"")
                .doesNotContain("desk-import-two/");
        assertThat(String.join("\n", lines))
                .contains("\"code\":\"private\"")
                .contains("\"code\":\"password\"")
                .contains("\"code\":\"schedule-past\"")
                .contains("\"code\":\"slug-changed\",\"detail\":\"desk_import_under is desk-import-under\"")
                .contains("\"outcome\":\"left-out\"");
        assertThat(done.getList("notes.code", String.class)).contains("count", "dead-link", "private");
        assertThat(done.getString("notes")).contains("post publish: 4");
    }

    @Test
    void sameFileAgainWritesNothing() {
        imported(EXPORT, "");
        long ledger = ledger();
        long revisions = count("select count(*) from Revision");
        JsonPath again = imported(EXPORT, "");
        assertThat(again.getInt("unchanged")).isEqualTo(7);
        assertThat(again.getInt("created") + again.getInt("updated")).isZero();
        assertThat(ledger()).isEqualTo(ledger);
        assertThat(count("select count(*) from Revision")).isEqualTo(revisions);
    }

    @Test
    void newerExportChangesWhatNoEditorHasChanged() {
        imported(EXPORT, "");
        Keys.asAdmin()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"title\":\"Desk: our own\"}")
                .patch("/v1/desk/articles/desk-import-two")
                .then()
                .statusCode(200);
        String newer = EXPORT.replace("Title of desk-import-one", "A new title")
                .replace("Title of desk-import-two", "Theirs")
                .replace(
                        "<wp:post_id>5</wp:post_id><wp:post_name>desk-import-draft</wp:post_name><wp:status>draft",
                        "<wp:post_id>5</wp:post_id><wp:post_name>desk-import-draft</wp:post_name><wp:status>publish");
        JsonPath again = imported(newer, "");
        assertThat(again.getInt("updated")).isEqualTo(2);
        assertThat(again.getInt("leftOut")).isEqualTo(2);
        given().get("/v1/articles/desk-import-one").then().body("title", equalTo("A new title"));
        given().get("/v1/articles/desk-import-draft").then().statusCode(200);
        Keys.asAdmin().get("/v1/desk/articles/desk-import-two").then().body("title", equalTo("Desk: our own"));
        assertThat(String.join("\n", report(again.getString("id")))).contains("\"code\":\"edited-here\"");
        imported(
                newer.replace(
                        "<wp:post_name>desk-import-one</wp:post_name><wp:status>publish",
                        "<wp:post_name>desk-import-one</wp:post_name><wp:status>private"),
                "");
        given().get("/v1/articles/desk-import-one").then().statusCode(404);
    }

    @Test
    void dryRunStoresNothingButTheReport() {
        long ledger = ledger();
        long articles = count("select count(*) from Article");
        long tags = count("select count(*) from Tag");
        JsonPath done = imported(EXPORT.replace("harbour-news", "dry-harbour-news"), "&dryRun=true");
        assertThat(done.getInt("created")).isEqualTo(7);
        assertThat(done.getBoolean("dryRun")).isTrue();
        List<String> lines = report(done.getString("id"));
        assertThat(lines.get(0)).contains("/2001/gone/").doesNotContain("desk-import-two/");
        assertThat(ledger()).isEqualTo(ledger);
        assertThat(count("select count(*) from Article")).isEqualTo(articles);
        assertThat(count("select count(*) from Tag")).isEqualTo(tags);
        Keys.asAdmin()
                .put(IMPORTS + "/" + done.getString("id") + "/reversal")
                .then()
                .statusCode(409);
    }

    @Test
    void undoTakesBackWhatNobodyHasChanged() {
        JsonPath done = imported(EXPORT, "");
        Keys.asAdmin()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"title\":\"Desk: our own\"}")
                .patch("/v1/desk/articles/desk-import-two")
                .then()
                .statusCode(200);
        Keys.asAdmin()
                .put(IMPORTS + "/" + done.getString("id") + "/reversal")
                .then()
                .statusCode(200);
        JsonPath undone = ended(done.getString("id"));
        assertThat(undone.getString("state")).isEqualTo("undone");
        assertThat(publicSlugs()).containsExactly("desk-import-two");
        Keys.asAdmin().get("/v1/desk/articles/desk-import-draft").then().statusCode(404);
        Keys.asAdmin().get("/v1/desk/articles/desk-import-one").then().body("status", equalTo("draft"));
        given().queryParam("path", "/?p=1").get("/v1/addresses").then().statusCode(404);
        given().queryParam("path", "/?p=2").get("/v1/addresses").then().statusCode(200);
        imported(EXPORT, "");
        assertThat(publicSlugs()).contains("desk-import-one", "desk-import-two");
    }

    @Test
    void importOfAKilledNodeGoesOnWhereItWas() {
        Path arrived = files.receive(new ByteArrayInputStream(EXPORT.getBytes(StandardCharsets.UTF_8)));
        UUID id = QuarkusTransaction.requiringNew().call(() -> {
            ImportJob job =
                    ImportJob.begin(ImportFormat.WORDPRESS, "", false, "test", Instant.parse("2026-11-30T06:00:00Z"));
            ImportJob.flush();
            ImportJob.update("itemCount = 2, created = 2 where id = ?1", job.id());
            files.keep(arrived, job.id());
            return job.id();
        });
        runner.wake();
        JsonPath done = ended(id.toString());
        assertThat(done.getInt("read")).isEqualTo(8);
        assertThat(publicSlugs()).as("the first two were done").containsExactly("desk-import-under");
    }

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
        Response begun = send(export, "format=ghost&mapping=site%3A%20https%3A%2F%2Fwww.old.example");
        begun.then().statusCode(201);
        assertThat(ended(begun.path("id")).getInt("created")).isEqualTo(2);
        assertThat(publicSlugs()).containsExactly("desk-import-ghost");
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
        Response first = send(feed, "format=rss");
        first.then().statusCode(201);
        assertThat(ended(first.path("id")).getInt("created")).isEqualTo(1);
        assertThat(publicSlugs()).containsExactly("desk-import-feed");
        assertThat(ended(send(feed, "format=rss").path("id")).getInt("unchanged"))
                .isEqualTo(1);
        String corrected = feed.replace("Text", "Better text");
        assertThat(ended(send(corrected, "format=rss").path("id")).getInt("updated"))
                .isEqualTo(1);
        given().get("/v1/articles/desk-import-feed?body=text").then().body("body.text", equalTo("Better text"));
    }

    @Test
    void itemThatCannotBeWrittenIsALineAndTheOthersAreWritten() {
        JsonPath done = imported(
                Exports.of(
                        Exports.post("1", "desk-import-fine", "Fine"),
                        Exports.post("2", "desk-import-long", "<p>x</p>".repeat(10_001)),
                        Exports.post("3", "desk-import-fine", "The slug is taken")),
                "");
        assertThat(done.getInt("created")).isEqualTo(2);
        assertThat(done.getInt("failed")).isEqualTo(1);
        assertThat(String.join("\n", report(done.getString("id"))))
                .contains("\"outcome\":\"failed\"")
                .contains("/body")
                .contains("desk-import-fine is taken: it is desk-import-fine-2");
    }

    @Test
    void badFilesAndParametersAreToldAndNothingIsStored() {
        for (String bad :
                List.of("{}", "<feed/>", EXPORT.replaceFirst("<rss", "<!DOCTYPE rss [<!ENTITY x \"y\">]>\n<rss"))) {
            JsonPath failed = imported(bad, "");
            assertThat(failed.getString("state")).isEqualTo("failed");
            assertThat(failed.getString("fault")).isNotBlank();
        }
        send(EXPORT, "format=drupal").then().statusCode(400).body("detail", containsString("wordpress"));
        send(EXPORT, "dryRun=true").then().statusCode(400);
        send(EXPORT, "format=wordpress&media=copy")
                .then()
                .statusCode(400)
                .body("detail", containsString("not copied yet"));
        send(EXPORT, "format=wordpress&mapping=zones%3A%20UTC")
                .then()
                .statusCode(400)
                .body("detail", containsString("zones"));
        send("", "format=wordpress").then().statusCode(400);
        Keys.as(Keys.with(Scope.READ, Scope.WRITE, Scope.PUBLISH))
                .get(IMPORTS)
                .then()
                .statusCode(403);
        Keys.asAdmin().get(IMPORTS + "/nothing").then().statusCode(404);
        assertThat(publicSlugs()).isEmpty();
    }

    @Test
    void endedImportStaysAsItIs() {
        String id = imported(EXPORT, "&mapping=zone%3A%20Europe%2FBerlin").getString("id");
        Keys.asAdmin().delete(IMPORTS + "/" + id).then().statusCode(200).body("state", equalTo("done"));
        Keys.asAdmin().get(IMPORTS).then().statusCode(200).body("items[0].id", equalTo(id));
    }

    static JsonPath imported(String export, String more) {
        Response begun = send(export, "format=wordpress" + more);
        begun.then().statusCode(201);
        return ended(begun.path("id"));
    }

    private static JsonPath ended(String id) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> Keys.asAdmin().get(IMPORTS + "/" + id).jsonPath(),
                        job -> job.getString("endedAt") != null);
    }

    private static Response send(String export, String query) {
        return Keys.asAdmin()
                .urlEncodingEnabled(false)
                .contentType("application/octet-stream")
                .body(export.getBytes(StandardCharsets.UTF_8))
                .post(IMPORTS + "?" + query);
    }

    private static List<String> report(String id) {
        Response report = Keys.asAdmin().get(IMPORTS + "/" + id + "/report");
        report.then().statusCode(200).contentType("application/x-ndjson");
        return List.of(report.asString().split("\n"));
    }

    private static Set<String> publicSlugs() {
        List<String> slugs = new ArrayList<>(
                given().get("/v1/articles?limit=100&to=2019-12-31").jsonPath().getList("items.slug", String.class));
        Set<String> imported = new TreeSet<>();
        slugs.stream().filter(slug -> slug.startsWith("desk-import")).forEach(imported::add);
        if (DeskClient.asReader("desk-import-draft").statusCode() == 200) {
            imported.add("desk-import-draft");
        }
        return imported;
    }

    private static long ledger() {
        return QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
    }

    private static long count(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Article.getEntityManager()
                        .createQuery(query, Long.class)
                        .getSingleResult());
    }

    private static String category(String slug, String name) {
        return "<wp:category><wp:category_nicename>" + slug + "</wp:category_nicename><wp:cat_name>" + name
                + "</wp:cat_name></wp:category>";
    }

    private static String term(String domain, String slug) {
        return "<category domain=\"" + domain + "\" nicename=\"" + slug + "\"><![CDATA[Name of " + slug
                + "]]></category>";
    }
}
