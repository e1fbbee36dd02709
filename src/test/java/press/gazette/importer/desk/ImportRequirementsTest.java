package press.gazette.importer.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import press.gazette.change.Change;
import press.gazette.change.Subject;
import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.job.ImportJob;
import press.gazette.importer.job.ImportRunner;
import press.gazette.importer.wordpress.Exports;
import press.gazette.newsroom.Keys;
import press.gazette.tag.TagType;

/** The requirements of imports that show in the newsroom, by their numbers. */
@QuarkusTest
class ImportRequirementsTest extends TidyImports {

    @Inject
    ImportRunner runner;

    @Test
    void requirement2ArticleThatWasBinnedThereIsHiddenHere() {
        TestImports.imported(Exports.of(Exports.post("1", "desk-import-one", "One")), "");
        assertThat(TestImports.publicSlugs()).containsExactly("desk-import-one");
        JsonPath done = TestImports.imported(Exports.of(Exports.item("1", "desk-import-one", "One", "trash", "")), "");
        assertThat(done.getInt("updated")).isEqualTo(1);
        assertThat(TestImports.publicSlugs()).isEmpty();
    }

    @Test
    void requirement2ArticleWhosePasswordIsGoneThereBecomesPublic() {
        String closed =
                Exports.item("1", "desk-import-one", "One", "publish", "<wp:post_password>x</wp:post_password>");
        TestImports.imported(Exports.of(closed), "");
        assertThat(TestImports.publicSlugs()).isEmpty();
        TestImports.imported(Exports.of(Exports.post("1", "desk-import-one", "One")), "");
        assertThat(TestImports.publicSlugs()).containsExactly("desk-import-one");
        TestImports.imported(Exports.of(closed), "");
        assertThat(TestImports.publicSlugs()).isEmpty();
    }

    @Test
    void requirement4SeveralFilesAreOneImport() {
        String posts = Exports.of(
                Exports.post("1", "desk-import-one", "<a href=\"/?p=2\">two</a>", Exports.meta("_thumbnail_id", "9")));
        String others = Exports.of(
                Exports.post("2", "desk-import-two", "Two"),
                Exports.attachment(
                        "9",
                        "https://old.example/desk-lead.jpg",
                        Exports.meta("_wp_attachment_metadata", "a:2:{s:5:\"width\";i:800;s:6:\"height\";i:600;}")));
        Response begun = TestImports.send(posts, "format=wordpress&files=2");
        begun.then().statusCode(201).body("state", equalTo("receiving")).body("files", equalTo(2));
        String id = begun.path("id");
        add(id, "3", others).then().statusCode(404);
        add(id, "2", others).then().statusCode(200);
        JsonPath done = TestImports.ended(id);
        assertThat(done.getInt("created")).isEqualTo(2);
        add(id, "2", others).then().statusCode(409);
        given().get("/v1/articles/desk-import-one?body=html")
                .then()
                .body("image.url", equalTo("https://old.example/desk-lead.jpg"))
                .body("body.html", containsString("href=\"/reader/articles/desk-import-two\" data-article="));
    }

    private static Response add(String id, String number, String export) {
        return Keys.asAdmin()
                .contentType("application/octet-stream")
                .body(export.getBytes(StandardCharsets.UTF_8))
                .put(TestImports.IMPORTS + "/" + id + "/files/" + number);
    }

    @Test
    void requirement7DryRunSeesCollisionsOfTheWholeFile() {
        String[] posts = new String[120];
        for (int i = 0; i < posts.length; i++) {
            posts[i] = Exports.post(String.valueOf(i), i < 118 ? "desk-import-" + i : "desk-import-0", "Text");
        }
        JsonPath done = TestImports.imported(Exports.of(posts), "&dryRun=true");
        assertThat(done.getString("notes")).contains("desk-import-0 is taken: it is desk-import-0-2");
    }

    @Test
    void requirement7ReportCountsEachShortcodeByItsName() {
        JsonPath done = TestImports.imported(
                Exports.of(
                        Exports.post("1", "desk-import-one", "[poll id=\"1\"] [ad-slot id=\"2\"]"),
                        Exports.post("2", "desk-import-two", "[poll id=\"3\"]")),
                "&dryRun=true");
        assertThat(done.getList("notes.detail", String.class))
                .contains("2 times, such as: [poll]", "1 times, such as: [ad-slot]");
    }

    @Test
    void requirement8WordsThatAreLostAreALine() {
        String id = TestImports.imported(
                        Exports.of(Exports.post(
                                "1", "desk-import-one", "<p>All words <button>Vanishing</button> arrive</p>")),
                        "")
                .getString("id");
        assertThat(String.join("\n", TestImports.report(id)))
                .contains("\"code\":\"words\"")
                .contains("vanishing");
    }

    @Test
    void requirement12LinksWithParametersAndRelativeOnesLeadToTheArticles() {
        TestImports.imported(
                Exports.of(
                        Exports.post(
                                "1",
                                "desk-import-one",
                                "<a href=\"https://WWW.old.example/2019/03/desk-import-two/?utm_source=x\">a</a>"
                                        + " <a href=\"../desk-import-two/\">b</a> <a href=\"?p=2\">c</a>"
                                        + " [caption]<img src=\"https://p.example/a.jpg\" alt=\"\"> By"
                                        + " <a href='//old.example/?p=2&amp;preview=1'>d</a>[/caption]"),
                        Exports.post("2", "desk-import-two", "Two")),
                "");
        String html =
                given().get("/v1/articles/desk-import-one?body=html").jsonPath().getString("body.html");
        assertThat(html.split("href=\"/reader/articles/desk-import-two\" data-article=", -1))
                .hasSize(5);
    }

    @Test
    void requirement16DryRunProposesAMapping() {
        String export = Exports.of(
                Exports.category("desk-harbour", "", "Harbour"),
                Exports.post(
                        "1",
                        "desk-import-one",
                        "One",
                        Exports.term("category", "desk-harbour"),
                        Exports.term("post_tag", "desk-ida"),
                        Exports.meta("overline", "Crime")),
                Exports.post("2", "soup", "Boil").replace("<wp:post_type>post", "<wp:post_type>recipe"));
        String id = TestImports.imported(export, "&dryRun=true").getString("id");
        Response proposal = Keys.asAdmin().get(TestImports.IMPORTS + "/" + id + "/mapping");
        proposal.then().statusCode(200);
        String yaml = proposal.asString();
        assertThat(yaml)
                .contains("\"desk-harbour\": section  # 1 articles, Harbour")
                .contains("# \"desk-ida\": keyword")
                .contains("# \"recipe\": news  # 1 items")
                .contains("# \"overline\": kicker  # 1 articles, such as Crime");
        assertThat(ImportMapping.read(yaml).category("desk-harbour")).isEqualTo(TagType.SECTION);
        String run = TestImports.imported(export, "").getString("id");
        Keys.asAdmin().get(TestImports.IMPORTS + "/" + run + "/mapping").then().statusCode(404);
    }

    @Test
    void requirement19SlugsOfOtherFormsAreRomanisedAndTheOldOnesLeadHere() {
        String longOne = "desk-import-" + "very-".repeat(27) + "long";
        TestImports.imported(
                Exports.of(
                        Exports.post("1", "desk-import-kept", "One"),
                        Exports.post("2", "Desk_Import_Mixed", "Two"),
                        Exports.post("3", "desk-import-%d0%b2%d0%b5%d1%81%d0%bd%d0%b0", "Three"),
                        Exports.post("4", longOne, "Four")),
                "");
        assertThat(TestImports.publicSlugs())
                .containsExactlyInAnyOrder("desk-import-kept", "desk-import-mixed", "desk-import-vesna", longOne);
        for (String old :
                List.of("Desk_Import_Mixed", "desk-import-%d0%b2%d0%b5%d1%81%d0%bd%d0%b0", "desk-import-весна")) {
            given().queryParam("path", "/2019/03/" + old + "/")
                    .get("/v1/addresses")
                    .then()
                    .statusCode(200)
                    .body("type", equalTo("article"));
        }
    }

    @Test
    void requirement22LedgerHasOneRowForEachThingWithTheImport() {
        String export = Exports.of(
                Exports.category("desk-import-harbour", "", "Harbour"),
                Exports.post("1", "desk-import-one", "One", Exports.term("category", "desk-import-harbour")),
                Exports.post("2", "desk-import-two", "Two", Exports.term("category", "desk-import-harbour")));
        long before = TestImports.ledger();
        String id = TestImports.imported(export, "").getString("id");
        List<Change> changes = TestImports.changesBehind(before);
        Change end = changes.remove(changes.size() - 1);
        assertThat(end.subject()).isEqualTo(Subject.imported(UUID.fromString(id)));
        assertThat(changes).extracting(Change::subject).doesNotHaveDuplicates().hasSize(3);
        assertThat(changes).extracting(Change::importId).containsOnly(Optional.of(UUID.fromString(id)));
        assertThat(changes).extracting(Change::kind).containsOnly(Change.Kind.CREATED);
    }

    @Test
    void articlesOlderThanTheNamedTimeAreNotWritten() {
        String export = Exports.of(
                Exports.post("1", "desk-import-one", "One"),
                Exports.post("2", "desk-import-two", "Two").replace("2019-04-01 05:00:00", "2019-05-01 05:00:00"));
        JsonPath done = TestImports.imported(export, "&since=2019-04-20");
        assertThat(done.getInt("unchanged")).isEqualTo(1);
        assertThat(TestImports.publicSlugs()).containsExactly("desk-import-two");
        TestImports.send(export, "format=wordpress&since=spring")
                .then()
                .statusCode(400)
                .body("detail", containsString("since"));
    }

    @Test
    void importWhoseFilesDoNotComeIsStopped() {
        String id = TestImports.send(Exports.of(), "format=wordpress&files=2").path("id");
        Instant longAgo = Instant.now().minus(Duration.ofDays(2));
        QuarkusTransaction.requiringNew()
                .run(() -> ImportJob.update("receivedAt = ?1 where id = ?2", longAgo, UUID.fromString(id)));
        runner.wake();
        JsonPath stopped = TestImports.ended(id);
        assertThat(stopped.getString("state")).isEqualTo("stopped");
        assertThat(stopped.getString("fault")).contains("files");
        add(id, "2", Exports.of()).then().statusCode(409);
    }

    @Test
    void requirement21CommentsAndUnknownPostsAreKeptForTheDesk() {
        String id = TestImports.imported(
                        Exports.of(
                                Exports.post(
                                        "1",
                                        "desk-import-one",
                                        "One",
                                        "<wp:comment><wp:comment_id>5</wp:comment_id><wp:comment_content>Well said"
                                                + "</wp:comment_content></wp:comment>"),
                                Exports.post("2", "soup", "Boil")
                                        .replace("<wp:post_type>post", "<wp:post_type>recipe")),
                        "")
                .getString("id");
        Response remainder = Keys.asAdmin().get(TestImports.IMPORTS + "/" + id + "/remainder");
        remainder.then().statusCode(200).contentType("application/x-ndjson");
        List<String> lines = List.of(remainder.asString().split("\n", -1));
        assertThat(lines.get(0))
                .contains("\"kind\":\"comments\"")
                .contains("Well said")
                .contains("\"article\":\"");
        assertThat(lines.get(1)).contains("\"kind\":\"unmapped-type\"").contains("Boil");
        assertThat(given().get("/v1/articles/desk-import-one").asString()).doesNotContain("Well said");
    }

    @Test
    void stickyPostsBecomeAPublicList() {
        String export = Exports.of(
                Exports.post("1", "desk-import-one", "One", "<wp:is_sticky>1</wp:is_sticky>"),
                Exports.post("2", "desk-import-two", "Two", "<wp:is_sticky>1</wp:is_sticky>"),
                Exports.item("3", "desk-import-draft", "Draft", "draft", "<wp:is_sticky>1</wp:is_sticky>"));
        TestImports.imported(export, "");
        given().get("/v1/lists/featured")
                .then()
                .statusCode(200)
                .body("items.article.slug", equalTo(List.of("desk-import-one", "desk-import-two")));
        assertThat(TestImports.changesOf(TestImports.imported(export, ""))).isZero();
    }
}
