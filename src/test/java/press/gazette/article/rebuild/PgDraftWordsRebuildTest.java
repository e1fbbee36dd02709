package press.gazette.article.rebuild;

import java.util.List;
import java.util.Map;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.CrossedLocks;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.OnPostgresql;
import press.gazette.newsroom.TestTags;
import press.gazette.tag.VocabularyLock;

@QuarkusTest
@TestProfile(OnPostgresql.class)
class PgDraftWordsRebuildTest extends DraftWordsRebuildTest {

    /** A merger changes drafts in the order of a plan. In one of two orders, it and the rebuild would wait for each other. */
    @Test
    void rebuildWaitsForAMerger() throws Exception {
        TestTags.keyword("trial-one", "active");
        TestTags.keyword("trial-two", "active");
        for (List<String> order : List.of(List.of("trial-one", "trial-two"), List.of("trial-two", "trial-one"))) {
            DeskClient.published("Desk: zzqmerged " + order.get(0))
                    .patch(Map.of("tags", List.of("trial-one", "trial-two", "elena-marsh")))
                    .then()
                    .statusCode(200);
            run("update article set desk_key_of = latest_revision - 1 where slug = 'desk-zzqmerged-" + order.get(0)
                    + "'");
            CrossedLocks.cross(
                    () -> {
                        VocabularyLock.lock();
                        touch(order.get(0));
                    },
                    rebuild::round,
                    () -> touch(order.get(1)));
        }
    }

    private static void touch(String tag) {
        Panache.getEntityManager()
                .createNativeQuery(
                        "update draft_tag set tag_id = tag_id where tag_id = (select id from tag where slug = :slug)")
                .setParameter("slug", tag)
                .executeUpdate();
    }
}
