package press.gazette.importer.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Instant;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import press.gazette.change.Subject;
import press.gazette.importer.job.ImportFormat;
import press.gazette.importer.job.ImportJob;
import press.gazette.importer.job.ImportOptions;
import press.gazette.importer.wordpress.Exports;
import press.gazette.newsroom.Keys;

/** Ends of imports in the ledger, and imports of newer exports. */
@QuarkusTest
class ImportEndsTest extends TidyImports {

    @Test
    void endOfAReversalIsAChange() {
        long before = TestImports.ledger();
        String id = TestImports.imported(Exports.of(Exports.post("1", "desk-import-one", "One")), "")
                .getString("id");
        awaitEnd(id, before);
        long imported = TestImports.ledger();
        Keys.asAdmin().put(TestImports.IMPORTS + "/" + id + "/reversal").then().statusCode(200);
        awaitEnd(id, imported);
    }

    @Test
    void importWhoseNodeIsGoneEndsForFollowersToo() {
        long before = TestImports.ledger();
        String id = QuarkusTransaction.requiringNew().call(() -> {
            ImportJob job = ImportJob.begin(ImportOptions.of(ImportFormat.WORDPRESS), "test", Instant.now());
            ImportJob.flush();
            ImportJob.update("announcementDue = true where id = ?1", job.id());
            return job.id().toString();
        });
        Keys.asAdmin()
                .delete(TestImports.IMPORTS + "/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("stopped"));
        awaitEnd(id, before);
    }

    private static void awaitEnd(String id, long behind) {
        Subject end = Subject.imported(UUID.fromString(id));
        await().until(() -> TestImports.changesBehind(behind).stream()
                .anyMatch(change -> change.subject().equals(end)));
    }

    @Test
    void oldItemThatIsNotPublicAnyMoreIsHidden() {
        TestImports.imported(
                Exports.of(Exports.post("1", "desk-import-one", "One"), Exports.post("2", "desk-import-two", "Two")),
                "");
        JsonPath done = TestImports.imported(
                Exports.of(
                        Exports.item("1", "desk-import-one", "One", "private", ""),
                        Exports.post("2", "desk-import-two", "Changed, with its old date")),
                "&since=2020-01-01");
        assertThat(done.getInt("updated")).isEqualTo(1);
        assertThat(done.getInt("unchanged")).isEqualTo(1);
        assertThat(TestImports.publicSlugs()).containsExactly("desk-import-two");
    }

    /** It was written long before. */
    @Test
    void itemThatWasScheduledIsPublishedOnItsDate() {
        String export = Exports.of(Exports.post("1", "desk-import-one", "One"))
                .replace("<wp:post_date_gmt>2019-03-02", "<wp:post_date_gmt>2019-05-02");
        TestImports.imported(export, "&since=2019-04-20");
        assertThat(TestImports.publicSlugs()).containsExactly("desk-import-one");
    }

    @Test
    void unchangedItemLeavesNoLine() {
        String export =
                Exports.of(Exports.post("1", "desk-import-one", "One"), Exports.post("2", "desk-import-two", "Two"));
        TestImports.imported(export, "");
        assertThat(TestImports.count("select count(*) from ImportEntry")).isEqualTo(2);
        JsonPath again = TestImports.imported(export, "");
        assertThat(again.getInt("unchanged")).isEqualTo(2);
        assertThat(again.getInt("read")).isEqualTo(2);
        assertThat(TestImports.count("select count(*) from ImportEntry")).isEqualTo(2);
    }
}
