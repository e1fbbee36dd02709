package press.gazette.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.TestTags;

/** The ledger has all that a copy elsewhere needs to know of a change. */
@QuarkusTest
class LedgerDetailTest {

    private final long start = LedgerTest.head();

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
        TestTags.clear();
    }

    @Test
    void liveArticleThatMovesNamesItsFormerSlug() {
        DeskClient article = DeskClient.published("Desk: ferry");
        article.patch(Map.of("slug", "desk-night-ferry")).then().statusCode(200);
        article.put("publication", Map.of()).then().statusCode(200);
        List<Change> changes = changesOf(article);
        assertThat(changes).extracting(Change::kind).containsExactly(Change.Kind.CREATED, Change.Kind.MOVED);
        assertThat(changes).extracting(Change::slug).containsExactly("desk-ferry", "desk-night-ferry");
        assertThat(changes).extracting(Change::version).containsExactly(1, 2);
        assertThat(changes).extracting(Change::formerSlugs).containsExactly(List.of(), List.of("desk-ferry"));
    }

    @Test
    void articleThatComesBackIsCreatedWithItsFormerSlug() {
        DeskClient article = DeskClient.published("Desk: pier");
        article.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        article.patch(Map.of("slug", "desk-new-pier")).then().statusCode(200);
        article.put("publication", Map.of()).then().statusCode(201);
        List<Change> changes = changesOf(article);
        assertThat(changes)
                .extracting(Change::kind)
                .containsExactly(Change.Kind.CREATED, Change.Kind.WITHDRAWN, Change.Kind.CREATED);
        assertThat(changes).extracting(Change::reason).containsExactly(null, "legal", null);
        assertThat(changes.get(1).slug()).as("nothing of a withdrawn article").isNull();
        assertThat(changes.get(2).formerSlugs()).containsExactly("desk-pier");
    }

    @Test
    void importedArticleIsCreatedWithAllItsFormerSlugs() {
        DeskClient article = DeskClient.published("Desk: quay", "aliases", List.of("desk-old-quay", "desk-older-quay"));
        assertThat(changesOf(article).get(0).formerSlugs()).containsExactly("desk-old-quay", "desk-older-quay");
    }

    @Test
    void mergedTagNamesItsSuccessor() {
        String from = TestTags.keyword("trial-old-port", "active");
        String into = TestTags.keyword("trial-port", "active");
        Keys.asAdmin()
                .header("If-Match", "*")
                .contentType("application/json")
                .body(Map.of("into", "trial-port"))
                .put(TestTags.TAGS + "/trial-old-port/merger")
                .then()
                .statusCode(200);
        List<Change> changes = QuarkusTransaction.requiringNew().call(() -> Ledger.after(start, 100));
        Change merged = last(changes, from);
        assertThat(merged.kind()).isEqualTo(Change.Kind.DELETED);
        assertThat(merged.successor()).contains(Subject.parse("tag:" + into));
        Change target = last(changes, into);
        assertThat(target.kind()).isEqualTo(Change.Kind.UPDATED);
        assertThat(target.slug()).isEqualTo("trial-port");
        assertThat(target.formerSlugs()).containsExactly("trial-old-port");
    }

    private static Change last(List<Change> changes, String key) {
        return changes.stream()
                .filter(change -> change.subject().key().equals(key))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private List<Change> changesOf(DeskClient article) {
        return QuarkusTransaction.requiringNew().call(() -> Ledger.after(start, 100)).stream()
                .filter(change -> change.subject().key().equals(article.id()))
                .toList();
    }
}
