package press.gazette.importer.desk;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

import press.gazette.article.Article;
import press.gazette.article.draft.Revision;
import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.curation.CuratedList;
import press.gazette.curation.ListRevision;
import press.gazette.curation.LiveSpan;
import press.gazette.forwarding.OldAddress;
import press.gazette.importer.job.ImportEntry;
import press.gazette.importer.job.ImportJob;
import press.gazette.importer.job.ImportRemainder;
import press.gazette.importer.wordpress.Exports;
import press.gazette.media.Media;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;

/** Imports over HTTP for tests, of an export in all states. */
public final class TestImports {

    static final String IMPORTS = "/v1/desk/imports";

    /** An export with posts in all states. */
    public static final String EXPORT = Exports.of(
            Exports.category("harbour-news", "", "World & harbour"),
            Exports.post(
                    "1",
                    "desk-import-one",
                    "See [caption]<img src=\"https://old.example/a.jpg\" alt=\"A\"> Words[/caption]\n\nand"
                            + " <a href=\"http://old.example/2019/03/desk-import-two/\">the second</a>, <a href=\"/2001/gone/\">gone</a>"
                            + " [poll id=\"3\"]",
                    Exports.term("category", "harbour-news"),
                    Exports.term("post_tag", "desk-import-tag"),
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

    private TestImports() {}

    /** Removes what imports have written, but for tags. */
    public static void clear() {
        QuarkusTransaction.requiringNew().run(() -> {
            CuratedList.locked("featured").ifPresent(list -> {
                LiveSpan.delete("listId", list.id());
                CuratedList.update("live = null where id = ?1", list.id());
                ListRevision.delete("listId", list.id());
                CuratedList.delete("id", list.id());
            });
            Article.<Article>list(
                            "text.foreign.system in ('https://www.old.example', 'ninjs') or text.foreign.system like 'http://127%'")
                    .forEach(article -> {
                        Revision.discard(article.id());
                        article.delete();
                    });
            Article.flush();
            OldAddress.delete("source is not null");
            ImportRemainder.deleteAll();
            ImportEntry.deleteAll();
            ImportJob.deleteAll();
            Media.delete("url like '%desk-lead.jpg'");
            Media.delete("id in (select f.mediaId from ImportedFile f)");
            Media.getEntityManager().createQuery("delete from ImportedFile").executeUpdate();
        });
    }

    static JsonPath imported(String export, String more) {
        Response begun = send(export, "format=wordpress" + more);
        begun.then().statusCode(201);
        return ended(begun.path("id"));
    }

    static JsonPath ended(String id) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> Keys.asAdmin().get(IMPORTS + "/" + id).jsonPath(),
                        job -> job.getString("endedAt") != null);
    }

    static Response send(String export, String query) {
        return Keys.asAdmin()
                .urlEncodingEnabled(false)
                .contentType("application/octet-stream")
                .body(export.getBytes(StandardCharsets.UTF_8))
                .post(IMPORTS + "?" + query);
    }

    static List<String> report(String id) {
        Response report = Keys.asAdmin().get(IMPORTS + "/" + id + "/report");
        report.then().statusCode(200).contentType("application/x-ndjson");
        return List.of(report.asString().split("\n"));
    }

    static Set<String> publicSlugs() {
        List<String> slugs = new ArrayList<>(
                given().get("/v1/articles?limit=100&to=2019-12-31").jsonPath().getList("items.slug", String.class));
        Set<String> imported = new TreeSet<>();
        slugs.stream().filter(slug -> slug.startsWith("desk-import")).forEach(imported::add);
        if (DeskClient.asReader("desk-import-draft").statusCode() == 200) {
            imported.add("desk-import-draft");
        }
        return imported;
    }

    static long ledger() {
        return QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
    }

    /** The number of changes in the ledger that an import has caused. */
    static long changesOf(JsonPath job) {
        return count("select count(*) from Change where cast(importId as string) = '" + job.getString("id") + "'");
    }

    /** The changes behind a place in the ledger, in order. */
    static List<Change> changesBehind(long seq) {
        return QuarkusTransaction.requiringNew().call(() -> new ArrayList<>(Ledger.after(seq, 200)));
    }

    static long count(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Article.getEntityManager()
                        .createQuery(query, Long.class)
                        .getSingleResult());
    }
}
