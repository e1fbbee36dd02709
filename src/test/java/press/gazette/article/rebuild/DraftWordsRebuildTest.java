package press.gazette.article.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.TestTags;

/** Drafts that a former release has saved, with the words and tags of an earlier revision. */
@QuarkusTest
class DraftWordsRebuildTest {

    @Inject
    DraftWordsRebuild rebuild;

    @AfterEach
    void takeOut() {
        DeskClient.tidyUp();
        TestTags.clear();
    }

    @Test
    void draftThatAnotherReleaseHasSavedIsFoundByItsOwnWordsAndTags() {
        TestTags.keyword("trial-rebuilt", "active");
        DeskClient desk = DeskClient.published("Desk: zzqpublished");
        desk.patch(Map.of("title", "Desk: zzqworking", "tags", List.of("trial-rebuilt", "elena-marsh")))
                .then()
                .statusCode(200);
        String etag = desk.read().header("ETag");
        run(
                "update article set desk_key = ' desk zzqpublished', desk_key_of = latest_revision - 1 where slug = 'desk-zzqpublished'");
        run("delete from draft_tag where article_id in (select id from article where slug = 'desk-zzqpublished')");
        assertThat(found("q=zzqworking")).isEmpty();
        assertThat(found("tag=trial-rebuilt")).isEmpty();

        assertThat(rebuild.round()).isEqualTo(Duration.ofHours(1));

        assertThat(found("q=zzqworking")).containsExactly("desk-zzqpublished");
        assertThat(found("q=zzqworking marsh")).containsExactly("desk-zzqpublished");
        assertThat(found("tag=trial-rebuilt")).containsExactly("desk-zzqpublished");
        assertThat(desk.read().header("ETag")).isEqualTo(etag);
    }

    @Test
    void publishedArticleThatAnotherReleaseHasSavedHasNoTagsOfADraft() {
        DeskClient.published("Desk: zzqlive");
        run("update article set desk_key = null, desk_key_of = null where slug = 'desk-zzqlive'");

        rebuild.round();

        assertThat(found("q=zzqlive")).containsExactly("desk-zzqlive");
        assertThat(count("select count(*) from article where slug = 'desk-zzqlive' and desk_key_of = latest_revision"))
                .isOne();
        assertThat(count("select count(*) from draft_tag where article_id in"
                        + " (select id from article where slug = 'desk-zzqlive')"))
                .isZero();
    }

    private static List<String> found(String filter) {
        return Keys.asAdmin().get("/v1/desk/articles?" + filter).jsonPath().getList("items.slug");
    }

    static void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager().createNativeQuery(sql).executeUpdate());
    }

    private static long count(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) Panache.getEntityManager()
                                .createNativeQuery(sql)
                                .getSingleResult())
                        .longValue());
    }
}
