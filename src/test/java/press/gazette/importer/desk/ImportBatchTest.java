package press.gazette.importer.desk;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

import press.gazette.importer.wordpress.Exports;
import press.gazette.newsroom.Keys;

/** Items of one transaction, whose rows are sent together: each must find what those before it have written. */
@QuarkusTest
class ImportBatchTest extends TidyImports {

    private static final String LEAD = Exports.meta("_thumbnail_id", "90");

    @Inject
    EntityManagerFactory factory;

    @Test
    void slugAndFormerSlugOfAnEarlierItemAreTaken() {
        JsonPath done = TestImports.imported(
                Exports.of(
                        Exports.post("1", "desk-import-same", "One", Exports.meta("_wp_old_slug", "desk-import-old")),
                        Exports.post("2", "desk-import-same", "Two"),
                        Exports.post("3", "desk-import-old", "Three")),
                "");
        assertThat(done.getInt("created")).isEqualTo(3);
        assertThat(TestImports.publicSlugs())
                .containsExactlyInAnyOrder("desk-import-same", "desk-import-same-2", "desk-import-old-2");
    }

    @Test
    void linkToAnEarlierItemIsThereAtOnce() {
        JsonPath done = TestImports.imported(
                Exports.of(
                        Exports.post("1", "desk-import-target", "One"),
                        Exports.post("2", "desk-import-link", "See <a href=\"/2019/03/desk-import-target/\">it</a>")),
                "");
        assertThat(TestImports.report(done.getString("id"))).noneMatch(line -> line.contains("dead-link"));
        Response revisions = Keys.asAdmin().get("/v1/desk/articles/desk-import-link/revisions");
        assertThat(revisions.jsonPath().getList("items")).hasSize(1);
        assertThat(when().get("/v1/articles/desk-import-link").asString()).contains("data-article");
    }

    @Test
    void itemThatComesTwiceIsOneArticle() {
        JsonPath done = TestImports.imported(
                Exports.of(
                        Exports.post("1", "desk-import-twice", "Before"),
                        Exports.post("1", "desk-import-twice", "After")),
                "");
        assertThat(done.getInt("created")).isEqualTo(1);
        assertThat(done.getInt("updated")).isEqualTo(1);
        assertThat(when().get("/v1/articles/desk-import-twice").asString()).contains("After");
    }

    @Test
    void leadPictureOfTwoItemsHasOneRecord() {
        TestImports.imported(
                Exports.of(
                        Exports.post("1", "desk-import-one", "One", LEAD),
                        Exports.post("2", "desk-import-two", "Two", LEAD),
                        "<item><wp:post_id>90</wp:post_id><wp:post_type>attachment</wp:post_type>"
                                + "<wp:attachment_url>https://old.example/desk-lead.jpg</wp:attachment_url>"
                                + Exports.meta(
                                        "_wp_attachment_metadata", "a:2:{s:5:\"width\";i:800;s:6:\"height\";i:600;}")
                                + "</item>"),
                "");
        assertThat(TestImports.count("select count(*) from Media where url like '%desk-lead.jpg'"))
                .isEqualTo(1);
    }

    @Test
    void articleCostsFewStatements() {
        statements(10);
        long few = statements(20);
        long many = statements(120);
        assertThat((many - few) / 100.0).as("statements of one article").isLessThan(8);
    }

    /** The statements of an import of so many posts with two tags each. */
    private long statements(int posts) {
        String export = Exports.of(IntStream.range(0, posts)
                .mapToObj(i -> Exports.post(
                        String.valueOf(i),
                        "desk-import-" + i,
                        "Text",
                        Exports.term("category", "desk-import-section"),
                        Exports.term("post_tag", "desk-import-tag")))
                .toArray(String[]::new));
        long before = statements();
        TestImports.imported(export, "");
        long statements = statements() - before;
        TestImports.clear();
        return statements;
    }

    private long statements() {
        return factory.unwrap(SessionFactory.class).getStatistics().getPrepareStatementCount();
    }
}
