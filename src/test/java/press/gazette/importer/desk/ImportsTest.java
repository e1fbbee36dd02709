package press.gazette.importer.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import press.gazette.importer.job.ImportFiles;
import press.gazette.importer.job.ImportFormat;
import press.gazette.importer.job.ImportJob;
import press.gazette.importer.job.ImportOptions;
import press.gazette.importer.job.ImportRunner;
import press.gazette.importer.wordpress.Exports;
import press.gazette.newsroom.Keys;
import press.gazette.security.Scope;

/** Imports over HTTP: an export of WordPress becomes articles. */
@QuarkusTest
class ImportsTest extends TidyImports {

    @Inject
    ImportFiles files;

    @Inject
    ImportRunner runner;

    @Test
    void requirement2ExportBecomesArticlesAndOnlyThePublishedArePublic() {
        JsonPath done = TestImports.imported(TestImports.EXPORT, "");
        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(done.getInt("read")).isEqualTo(8);
        assertThat(done.getInt("created")).isEqualTo(7);
        assertThat(done.getInt("leftOut")).isEqualTo(1);
        assertThat(TestImports.publicSlugs())
                .containsExactly("desk-import-one", "desk-import-two", "desk-import-under");
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
    void requirement8ReportHasALineForEachLossWithItsReason() {
        JsonPath done = TestImports.imported(TestImports.EXPORT, "");
        List<String> lines = TestImports.report(done.getString("id"));
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
    void requirement1SameFileAgainWritesNothing() {
        TestImports.imported(TestImports.EXPORT, "");
        long revisions = TestImports.count("select count(*) from Revision");
        JsonPath again = TestImports.imported(TestImports.EXPORT, "");
        assertThat(again.getInt("unchanged")).isEqualTo(7);
        assertThat(again.getInt("created") + again.getInt("updated")).isZero();
        assertThat(TestImports.changesOf(again)).isZero();
        assertThat(TestImports.count("select count(*) from Revision")).isEqualTo(revisions);
    }

    @Test
    void newerExportChangesWhatNoEditorHasChanged() {
        TestImports.imported(TestImports.EXPORT, "");
        Keys.asAdmin()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"title\":\"Desk: our own\"}")
                .patch("/v1/desk/articles/desk-import-two")
                .then()
                .statusCode(200);
        String newer = TestImports.EXPORT
                .replace("Title of desk-import-one", "A new title")
                .replace("Title of desk-import-two", "Theirs")
                .replace(
                        "<wp:post_id>5</wp:post_id><wp:post_name>desk-import-draft</wp:post_name><wp:status>draft",
                        "<wp:post_id>5</wp:post_id><wp:post_name>desk-import-draft</wp:post_name><wp:status>publish");
        JsonPath again = TestImports.imported(newer, "");
        assertThat(again.getInt("updated")).isEqualTo(2);
        assertThat(again.getInt("leftOut")).isEqualTo(2);
        given().get("/v1/articles/desk-import-one").then().body("title", equalTo("A new title"));
        given().get("/v1/articles/desk-import-draft").then().statusCode(200);
        Keys.asAdmin().get("/v1/desk/articles/desk-import-two").then().body("title", equalTo("Desk: our own"));
        assertThat(String.join("\n", TestImports.report(again.getString("id")))).contains("\"code\":\"edited-here\"");
        TestImports.imported(
                newer.replace(
                        "<wp:post_name>desk-import-one</wp:post_name><wp:status>publish",
                        "<wp:post_name>desk-import-one</wp:post_name><wp:status>private"),
                "");
        given().get("/v1/articles/desk-import-one").then().statusCode(404);
    }

    @Test
    void requirement7DryRunStoresNothingButTheReport() {
        long articles = TestImports.count("select count(*) from Article");
        long tags = TestImports.count("select count(*) from Tag");
        JsonPath done =
                TestImports.imported(TestImports.EXPORT.replace("harbour-news", "dry-harbour-news"), "&dryRun=true");
        assertThat(done.getInt("created")).isEqualTo(7);
        assertThat(done.getBoolean("dryRun")).isTrue();
        List<String> lines = TestImports.report(done.getString("id"));
        assertThat(lines.get(0)).contains("/2001/gone/").doesNotContain("desk-import-two/");
        assertThat(TestImports.changesOf(done)).isZero();
        assertThat(TestImports.count("select count(*) from Article")).isEqualTo(articles);
        assertThat(TestImports.count("select count(*) from Tag")).isEqualTo(tags);
        Keys.asAdmin()
                .put(TestImports.IMPORTS + "/" + done.getString("id") + "/reversal")
                .then()
                .statusCode(409);
    }

    @Test
    void undoTakesBackWhatNobodyHasChanged() {
        JsonPath done = TestImports.imported(TestImports.EXPORT, "");
        Keys.asAdmin()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"title\":\"Desk: our own\"}")
                .patch("/v1/desk/articles/desk-import-two")
                .then()
                .statusCode(200);
        Keys.asAdmin()
                .put(TestImports.IMPORTS + "/" + done.getString("id") + "/reversal")
                .then()
                .statusCode(200);
        JsonPath undone = TestImports.ended(done.getString("id"));
        assertThat(undone.getString("state")).isEqualTo("undone");
        assertThat(TestImports.publicSlugs()).containsExactly("desk-import-two");
        Keys.asAdmin().get("/v1/desk/articles/desk-import-draft").then().statusCode(404);
        Keys.asAdmin().get("/v1/desk/articles/desk-import-one").then().body("status", equalTo("draft"));
        given().queryParam("path", "/?p=1").get("/v1/addresses").then().statusCode(404);
        given().queryParam("path", "/?p=2").get("/v1/addresses").then().statusCode(200);
        TestImports.imported(TestImports.EXPORT, "");
        assertThat(TestImports.publicSlugs()).contains("desk-import-one", "desk-import-two");
    }

    @Test
    void requirement5ImportOfAKilledNodeGoesOnWhereItWas() {
        Path arrived = files.receive(new ByteArrayInputStream(TestImports.EXPORT.getBytes(StandardCharsets.UTF_8)));
        UUID id = QuarkusTransaction.requiringNew().call(() -> {
            ImportJob job = ImportJob.begin(
                    ImportOptions.of(ImportFormat.WORDPRESS), "test", Instant.parse("2026-11-30T06:00:00Z"));
            ImportJob.flush();
            ImportJob.update("counts.itemCount = 2, counts.created = 2 where id = ?1", job.id());
            files.keep(arrived, job.id(), 1);
            return job.id();
        });
        runner.wake();
        JsonPath done = TestImports.ended(id.toString());
        assertThat(done.getInt("read")).isEqualTo(8);
        assertThat(TestImports.publicSlugs()).as("the first two were done").containsExactly("desk-import-under");
    }

    @Test
    void requirement6ItemThatCannotBeWrittenIsALineAndTheOthersAreWritten() {
        JsonPath done = TestImports.imported(
                Exports.of(
                        Exports.post("1", "desk-import-fine", "Fine"),
                        Exports.post("2", "desk-import-long", "<p>x</p>".repeat(10_001)),
                        Exports.post("3", "desk-import-fine", "The slug is taken")),
                "");
        assertThat(done.getInt("created")).isEqualTo(2);
        assertThat(done.getInt("failed")).isEqualTo(1);
        assertThat(String.join("\n", TestImports.report(done.getString("id"))))
                .contains("\"outcome\":\"failed\"")
                .contains("/body")
                .contains("desk-import-fine is taken: it is desk-import-fine-2");
    }

    @Test
    void badFilesAndParametersAreToldAndNothingIsStored() {
        for (String bad : List.of(
                "{}", "<feed/>", TestImports.EXPORT.replaceFirst("<rss", "<!DOCTYPE rss [<!ENTITY x \"y\">]>\n<rss"))) {
            JsonPath failed = TestImports.imported(bad, "");
            assertThat(failed.getString("state")).isEqualTo("failed");
            assertThat(failed.getString("fault")).isNotBlank();
        }
        TestImports.send(TestImports.EXPORT, "format=drupal")
                .then()
                .statusCode(400)
                .body("detail", containsString("wordpress"));
        TestImports.send(TestImports.EXPORT, "dryRun=true").then().statusCode(400);
        for (String wrong : List.of("media=move", "files=0", "files=1000")) {
            TestImports.send(TestImports.EXPORT, "format=wordpress&" + wrong)
                    .then()
                    .statusCode(400);
        }
        TestImports.send(TestImports.EXPORT, "format=wordpress&mapping=zones%3A%20UTC")
                .then()
                .statusCode(400)
                .body("detail", containsString("zones"));
        TestImports.send("", "format=wordpress").then().statusCode(400);
        Keys.as(Keys.with(Scope.READ, Scope.WRITE, Scope.PUBLISH))
                .get(TestImports.IMPORTS)
                .then()
                .statusCode(403);
        Keys.asAdmin().get(TestImports.IMPORTS + "/nothing").then().statusCode(404);
        assertThat(TestImports.publicSlugs()).isEmpty();
    }

    @Test
    void endedImportStaysAsItIs() {
        String id = TestImports.imported(TestImports.EXPORT, "&mapping=zone%3A%20Europe%2FBerlin")
                .getString("id");
        Keys.asAdmin()
                .delete(TestImports.IMPORTS + "/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("done"));
        Keys.asAdmin().get(TestImports.IMPORTS).then().statusCode(200).body("items[0].id", equalTo(id));
    }
}
