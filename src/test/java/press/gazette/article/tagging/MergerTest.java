package press.gazette.article.tagging;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static press.gazette.newsroom.TestTags.TAGS;
import static press.gazette.newsroom.TestTags.below;
import static press.gazette.newsroom.TestTags.clear;
import static press.gazette.newsroom.TestTags.keyword;
import static press.gazette.newsroom.TestTags.patch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.article.Tagging;
import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Newsroom;

/** The merger of a tag into another. */
@QuarkusTest
class MergerTest {

    private static final Logger LOG = Logger.getLogger(MergerTest.class);

    /** The number of articles in the large merger; 100,000 by hand, with -Dmerger.articles=100000. */
    private static final int MANY = Integer.getInteger("merger.articles", 3_000);

    @Inject
    DataSource database;

    private long ledger;

    @BeforeEach
    void remember() {
        ledger = QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
    }

    @AfterEach
    void takeOut() {
        clear();
        sql("delete from article where slug like 'trial-%'");
    }

    @Test
    void articlesMoveAndFormerAddressesRedirect() {
        String from = keyword("trial-from", "active");
        String into = keyword("trial-into", "active");
        patch("trial-from", "{\"slug\": \"trial-form\"}").then().statusCode(200);
        put("trial-form", 80, Newsroom.GAS_CONTRACT, Newsroom.DRAFT_STORY);
        Response merged = merge("trial-form", "trial-into");
        merged.then()
                .statusCode(200)
                .body("id", equalTo(into))
                .body("aliases", equalTo(List.of("trial-form", "trial-from")));
        desk().get(TAGS + "/" + into).then().header("ETag", equalTo(merged.header("ETag")));
        when().get("/v1/tags/trial-into/articles").then().body("items.slug", equalTo(List.of(Newsroom.GAS_CONTRACT)));
        when().get("/v1/articles?tags=trial-from").then().body("items.slug", equalTo(List.of(Newsroom.GAS_CONTRACT)));
        when().get("/v1/articles/" + Newsroom.GAS_CONTRACT).then().body("tags.slug", hasItems("trial-into"));
        for (String former : List.of("trial-form", "trial-from", from)) {
            redirect("/v1/tags/" + former, "/v1/tags/trial-into");
            redirect("/v1/tags/" + former + "/articles", "/v1/tags/trial-into/articles");
            desk().get(TAGS + "/" + former).then().statusCode(200).body("id", equalTo(into));
        }
        assertThat(changes()).endsWith("deleted tag:" + from, "updated tag:" + into);
        String last = keyword("trial-last", "active");
        merge(into, last).then().statusCode(200);
        redirect("/v1/tags/" + from, "/v1/tags/trial-last");
        redirect("/v1/tags/trial-from", "/v1/tags/trial-last");
    }

    @Test
    void articleWithBothTagsHasTheTargetAtTheEarlierPosition() {
        keyword("trial-from", "active");
        keyword("trial-into", "active");
        put("trial-from", 80, Newsroom.GAS_CONTRACT);
        put("trial-into", 81, Newsroom.GAS_CONTRACT);
        put("trial-into", 80, Newsroom.DRAFT_STORY);
        put("trial-from", 81, Newsroom.DRAFT_STORY);
        merge("trial-from", "trial-into").then().statusCode(200);
        List<Integer> positions = QuarkusTransaction.requiringNew()
                .call(() -> Tagging.getEntityManager()
                        .createQuery(
                                "select g.position from Tagging g where g.tag.text.slug = 'trial-into'", Integer.class)
                        .getResultList());
        assertThat(positions).containsExactly(80, 80);
    }

    @Test
    void childrenMoveBelowTheTargetWithoutACycle() {
        keyword("trial-wide", "active");
        below("trial-wide", "trial-from");
        below("trial-from", "trial-child");
        below("trial-from", "trial-between");
        below("trial-between", "trial-into");
        merge("trial-from", "trial-into").then().statusCode(200);
        when().get("/v1/tags/trial-child").then().body("parents.slug", equalTo(List.of("trial-into")));
        when().get("/v1/tags/trial-between").then().body("parents.slug", equalTo(List.of("trial-wide")));
        when().get("/v1/tags/trial-into").then().body("parents.slug", equalTo(List.of("trial-between")));
    }

    @Test
    void mergerOfAProposedTagIsNotInTheLedger() {
        String from = keyword("trial-secret", "proposed");
        keyword("trial-into", "active");
        put("trial-secret", 80, Newsroom.EMBARGOED_STORY);
        int told = changes().size();
        merge("trial-secret", "trial-into")
                .then()
                .statusCode(200)
                .body("aliases", equalTo(List.of()))
                .body("workingSlugs", equalTo(List.of("trial-secret")));
        assertThat(changes()).hasSize(told);
        for (String former : List.of("trial-secret", from)) {
            when().get("/v1/tags/" + former).then().statusCode(404);
        }
        when().get("/v1/tags/trial-into/articles").then().body("items", equalTo(List.of()));
        desk().get(TAGS + "/trial-secret").then().statusCode(200).body("slug", equalTo("trial-into"));
    }

    @Test
    void listFilledFromTheTagIsFilledFromTheTarget() {
        String from = keyword("trial-from", "active");
        String into = keyword("trial-into", "active");
        String fill = QuarkusTransaction.requiringNew().call(() -> (String) Tagging.getEntityManager()
                .createNativeQuery("select cast(r.content as varchar(4000)) from list_revision r join curated_list l on"
                        + " l.live_id = r.id where l.key = 'latest-posts'")
                .getSingleResult());
        put("trial-from", 80, Newsroom.GAS_CONTRACT);
        fill(
                "{\"settings\":{\"title\":\"Latest Posts\",\"kind\":\"query\",\"minItems\":0,\"maxItems\":20,\"dedupe\":\"page\","
                        + "\"fill\":[{\"query\":{\"tags\":\"" + from + "\"}}]}}");
        try {
            merge("trial-from", "trial-into").then().statusCode(200);
            when().get("/v1/lists/" + Newsroom.LATEST_POSTS)
                    .then()
                    .body("items.article.slug", equalTo(List.of(Newsroom.GAS_CONTRACT)));
            assertThat(changes()).contains("updated list:latest-posts", "updated tag:" + into);
        } finally {
            fill(fill);
        }
    }

    @Test
    void impossibleMergersAreRejected() {
        keyword("trial-from", "active");
        keyword("trial-unseen", "proposed");
        merge("trial-from", "nobody").then().statusCode(400).body("errors[0].pointer", equalTo("/into"));
        merge("trial-from", "No slug").then().statusCode(400).body("errors[0].pointer", equalTo("/into"));
        merge("trial-from", "trial-from").then().statusCode(400).body("errors[0].pointer", equalTo("/into"));
        merge("trial-from", "trial-unseen").then().statusCode(409);
        merge("nobody", "trial-from").then().statusCode(404);
        send("trial-from", "\"7\"", "trial-unseen").then().statusCode(412);
        desk().contentType("application/json")
                .body("{\"into\": \"putin\"}")
                .put(TAGS + "/trial-from/merger")
                .then()
                .statusCode(428);
        Keys.as(Keys.with("desk:write"))
                .contentType("application/json")
                .header("If-Match", "*")
                .body("{\"into\": \"putin\"}")
                .put(TAGS + "/trial-from/merger")
                .then()
                .statusCode(403);
        when().get("/v1/tags/trial-from").then().statusCode(200);
    }

    @Test
    void thousandsOfArticlesMoveInOneTransaction() throws SQLException {
        keyword("trial-from", "active");
        String into = keyword("trial-into", "active");
        fillUp();
        Instant start = Instant.now();
        merge("trial-from", "trial-into").then().statusCode(200);
        LOG.infof("Merged a tag of %d articles in %s", MANY, Duration.between(start, Instant.now()));
        long moved = QuarkusTransaction.requiringNew().call(() -> Tagging.count("tag.id", UUID.fromString(into)));
        assertThat(moved).isEqualTo(MANY);
        assertThat(changes()).hasSize(4);
    }

    /** Writes drafts that carry the tag; every tenth carries both tags. */
    private void fillUp() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement articles = connection.prepareStatement(
                        "insert into article (id, slug, type, language, title, body, word_count, corrections, status,"
                                + " modified_at, version) select cast(? as uuid), ?, type, language, title, '[]', 0,"
                                + " corrections, status, modified_at, 0 from article where slug = ?")) {
            for (int i = 0; i < MANY; i++) {
                articles.setString(1, UUID.randomUUID().toString());
                articles.setString(2, "trial-" + i);
                articles.setString(3, Newsroom.DRAFT_STORY);
                articles.addBatch();
            }
            articles.executeBatch();
        }
        sql(tagging("trial-from", 80) + " where a.slug like 'trial-%'");
        sql(tagging("trial-into", 81) + " where a.slug like 'trial-%0'");
    }

    private static void put(String tag, int position, String... articles) {
        for (String article : articles) {
            sql(tagging(tag, position) + " where a.slug = '" + article + "'");
        }
    }

    private static String tagging(String tag, int position) {
        return "insert into tagging (article_id, tag_id, position, listed, published_at, updated_at) select a.id, t.id, "
                + position
                + ", a.status = 'published', a.published_at, a.updated_at from article a join tag t on t.slug = '"
                + tag + "'";
    }

    private static void fill(String json) {
        sql("update list_revision set content = '" + json
                + "' where id = (select live_id from curated_list where key = 'latest-posts')");
    }

    private static void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        Tagging.getEntityManager().createNativeQuery(statement).executeUpdate());
    }

    private static void redirect(String former, String now) {
        given().redirects().follow(false).get(former).then().statusCode(308).header("Location", now);
    }

    private static io.restassured.specification.RequestSpecification desk() {
        return Keys.asAdmin();
    }

    private static Response merge(String from, String into) {
        return send(from, "*", into);
    }

    private static Response send(String from, String ifMatch, String into) {
        return desk().contentType("application/json")
                .header("If-Match", ifMatch)
                .body("{\"into\": \"" + into + "\"}")
                .put(TAGS + "/" + from + "/merger");
    }

    /** The changes in the ledger since the test began. */
    private List<String> changes() {
        List<Change> told = QuarkusTransaction.requiringNew().call(() -> Ledger.after(ledger, 100));
        return told.stream()
                .map(change -> change.kind().name().toLowerCase(Locale.ROOT) + " " + change.subject())
                .toList();
    }
}
