package press.gazette.article.desk;

import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.article.Article;
import press.gazette.article.draft.Revision;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;

/** Revisions of articles. */
@QuarkusTest
class RevisionsTest {

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void revisionsCanBeReadComparedAndRestored() {
        DeskClient desk = DeskClient.write("Desk: revised", "body", Map.of("markdown", "One.\n\nTwo.\n\nThree."));
        desk.patch(Map.of("title", "Desk: revised twice", "note", "a new title"))
                .then()
                .statusCode(200);
        desk.patch(Map.of("body", Map.of("markdown", "One.\n\nTwo and a half.\n\nThree.")))
                .then()
                .statusCode(200);
        Keys.asAdmin()
                .get(desk.path() + "/revisions")
                .then()
                .statusCode(200)
                .body("items.number", equalTo(List.of(3, 2, 1)))
                .body("items.author", equalTo(List.of("bootstrap", "bootstrap", "bootstrap")))
                .body("items[1].note", equalTo("a new title"));
        Keys.asAdmin()
                .get(desk.path() + "/revisions/3/comparison?with=1")
                .then()
                .body("fields.name", equalTo(List.of("title")))
                .body("fields[0].to", equalTo("Desk: revised twice"))
                .body("body.change", equalTo(List.of("removed", "added")))
                .body("body[1].block.text[0].text", equalTo("Two and a half."));
        desk.put("restoration", Map.of("revision", 1))
                .then()
                .statusCode(200)
                .body("title", equalTo("Desk: revised"))
                .body("revision", equalTo(4));
        Keys.asAdmin().get(desk.path() + "/revisions/4").then().body("content.title", equalTo("Desk: revised"));
        Keys.asAdmin().get(desk.path() + "/revisions/9").then().statusCode(404);
        desk.put("restoration", Map.of("revision", 9))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/revision"));
    }

    @Test
    void firstSaveOfAnImportedArticleStoresTheImportAsARevision() {
        DeskClient desk = DeskClient.published("Desk: imported");
        QuarkusTransaction.requiringNew().run(() -> {
            Revision.delete("articleId", UUID.fromString(desk.id()));
            Article.update(
                    "revisions.latestRevision = 0, revisions.liveRevision = 0 where text.slug = ?1", "desk-imported");
        });
        desk.read().then().body("title", equalTo("Desk: imported")).body("revision", equalTo(0));
        desk.patch(Map.of("title", "Desk: imported, edited"))
                .then()
                .statusCode(200)
                .body("revision", equalTo(2));
        DeskClient.asReader("desk-imported").then().body("title", equalTo("Desk: imported"));
        Keys.asAdmin().get(desk.path() + "/revisions/1").then().body("author", equalTo("import"));
    }
}
