package press.gazette.tag.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static press.gazette.newsroom.TestTags.clear;
import static press.gazette.newsroom.TestTags.keyword;
import static press.gazette.newsroom.TestTags.patch;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.Keys;
import press.gazette.newsroom.TestTags;

/** Tags that a former release has written, without words or with those of a former name. */
@QuarkusTest
class TagWordsRebuildTest {

    @Inject
    TagWordsRebuild rebuild;

    @AfterEach
    void takeOut() {
        clear();
    }

    @Test
    void wordsThatAnotherReleaseLeftBehindAreMadeAnew() {
        keyword("trial-upgraded", "active");
        patch("trial-upgraded", "{\"otherNames\": [{\"name\": \"Quai Zzéro\", \"language\": \"fr\"}]}");
        keyword("trial-renamed", "proposed");
        run("delete from tag_word where tag_id in (select id from tag where slug = 'trial-upgraded')");
        run("update tag set words_of = null where slug = 'trial-upgraded'");
        run("update tag set name = 'Wharf Zzéro', folded_name = 'wharf zzero' where slug = 'trial-renamed'");
        String etag = etag();
        assertThat(found("zzero")).isEmpty();
        assertThat(found("renamed")).containsExactly("trial-renamed");

        assertThat(rebuild.round()).isGreaterThan(Duration.ZERO);

        assertThat(found("zzero")).containsExactly("trial-upgraded", "trial-renamed");
        assertThat(found("renamed")).isEmpty();
        assertThat(found("upgraded")).containsExactly("trial-upgraded");
        assertThat(etag()).isEqualTo(etag);
    }

    @Test
    void moreTagsThanOneBatchAreMadeAnewOneBatchAfterTheOther() {
        run("insert into tag (id, slug, name, type, state, same_as, modified_at, version, folded_name)"
                + " select " + uuid()
                + ", concat('trial-many-', n), concat('Many zzq', n), 'keyword', 'proposed', '[]',"
                + " current_timestamp, 0, concat('many zzq', n) from " + numbers() + " as numbers(n)");
        assertThat(rebuild.round()).isEqualTo(Duration.ZERO);
        assertThat(rebuild.round()).isGreaterThan(Duration.ZERO);
        assertThat(found("zzq300")).containsExactly("trial-many-300");
        assertThat(Keys.asAdmin().get(TestTags.TAGS + "?q=zzq&limit=100").<List<String>>path("items.slug"))
                .hasSize(100);
    }

    /** A function of the database. */
    String uuid() {
        return "random_uuid()";
    }

    String numbers() {
        return "system_range(1, 300)";
    }

    private static String etag() {
        return Keys.asAdmin().get(TestTags.TAGS + "/trial-renamed").header("ETag");
    }

    private static List<String> found(String q) {
        given().get("/v1/tags?q=" + q).then().statusCode(200);
        return Keys.asAdmin().get(TestTags.TAGS + "?q=" + q).path("items.slug");
    }

    private static void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager().createNativeQuery(sql).executeUpdate());
    }
}
