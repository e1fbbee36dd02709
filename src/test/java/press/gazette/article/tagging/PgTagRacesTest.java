package press.gazette.article.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import press.gazette.address.Ref;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.OnPostgresql;
import press.gazette.newsroom.TestTags;
import press.gazette.tag.Tag;
import press.gazette.tag.TagMerged;
import press.gazette.tag.desk.Merger;
import press.gazette.tag.desk.MergerDraft;

@QuarkusTest
@TestProfile(OnPostgresql.class)
class PgTagRacesTest extends TagRacesTest {

    @Test
    void publicationThatBeginsDuringAMergerEndsWithTheOtherTag() throws Exception {
        TestTags.keyword("trial-from", "proposed");
        TestTags.keyword("trial-into", "active");
        DeskClient article = DeskClient.write("Desk: during a merger", "tags", List.of("trial-from"));
        CompletableFuture<Response> publication = QuarkusTransaction.requiringNew()
                .call(() -> {
                    Merger merger = Merger.locked(Ref.parse("trial-from", "tag"), new MergerDraft("trial-into"));
                    TagMerged merged = merger.begin();
                    MovedTaggings.follow(merged);
                    merger.complete(Instant.now());
                    Tag.flush();
                    CompletableFuture<Response> begun = CompletableFuture.supplyAsync(() -> Keys.asAdmin()
                            .header("If-Match", "*")
                            .contentType("application/json")
                            .body(Map.of())
                            .put(article.path() + "/publication"));
                    await().until(() -> begun.isDone() || isSomebodyWaiting());
                    return begun;
                });
        assertThat(publication.get().statusCode())
                .as(publication.get().asString())
                .isEqualTo(201);
        DeskClient.asReader("desk-during-a-merger").then().body("tags.slug", equalTo(List.of("trial-into")));
    }

    @Test
    void draftThatNamesARemovedTagIsAConflict() {
        TestTags.keyword("trial-from", "proposed");
        DeskClient article = DeskClient.published("Desk: names a tag");
        article.patch(Map.of("tags", List.of("trial-from"))).then().statusCode(200);
        Keys.asAdmin()
                .header("If-Match", "*")
                .delete(TestTags.TAGS + "/trial-from")
                .then()
                .statusCode(204);
        Response refused = article.put("publication", Map.of());
        refused.then().statusCode(409).body("code", equalTo("conflict"));
        assertThat(refused.<String>path("detail")).contains("/tags/0", "no such tag");
    }

    private static boolean isSomebodyWaiting() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) Panache.getEntityManager()
                                        .createNativeQuery(
                                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                                        .getSingleResult())
                                .intValue()
                        > 0);
    }
}
