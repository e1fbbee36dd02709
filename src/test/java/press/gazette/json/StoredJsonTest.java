package press.gazette.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import press.gazette.article.Article;
import press.gazette.article.draft.Revision;
import press.gazette.curation.CuratedList;
import press.gazette.curation.ListRevision;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.media.Media;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Newsroom;
import press.gazette.tag.Tag;

/** Attributes stored as JSON. The previous release reads the same columns, so the texts must stay the same. */
@QuarkusTest
class StoredJsonTest {

    @Test
    void articleHasThreeJsonColumns() {
        QuarkusTransaction.requiringNew().run(() -> {
            Article article = article(Newsroom.GAS_CONTRACT);
            assertThat(article.text().body().blocks()).isNotEmpty();
            assertThat(column("body from article where id", article.id()))
                    .isEqualTo(Json.column(article.text().body()));
            assertThat(article.text().corrections()).isNotEmpty();
            assertThat(column("corrections from article where id", article.id()))
                    .isEqualTo(Json.column(article.text().corrections()));
            assertThat(column("seo from article where id", article.id()))
                    .isEqualTo(Json.column(Objects.requireNonNull(article.text().seo())));
        });
    }

    @Test
    void absentValueIsNullInItsColumn() {
        QuarkusTransaction.requiringNew().run(() -> {
            Article article = article(Newsroom.COUNCIL_BUDGET);
            assertThat(article.text().seo()).isNull();
            assertThat(column("seo from article where id", article.id())).isNull();
        });
    }

    @Test
    void pictureHasItsRenditions() {
        QuarkusTransaction.requiringNew().run(() -> {
            Media media = Objects.requireNonNull(
                    article(Newsroom.GAS_CONTRACT).content().image());
            assertThat(media.picture().renditions()).isNotEmpty();
            assertThat(column("renditions from media where id", media.id()))
                    .isEqualTo(Json.column(media.picture().renditions()));
        });
    }

    @Test
    void tagHasItsSameAsLinks() {
        QuarkusTransaction.requiringNew().run(() -> {
            Tag tag = Tag.<Tag>find("text.slug", Newsroom.PUTIN).singleResult();
            assertThat(tag.text().sameAs()).isNotEmpty();
            assertThat(column("same_as from tag where id", tag.id()))
                    .isEqualTo(Json.column(tag.text().sameAs()));
        });
    }

    @Test
    void articleRevisionHasTheWholeContent() {
        DeskClient desk = DeskClient.write("Desk: stored as JSON", "body", Map.of("markdown", "## One\n\n- *two*\n"));
        QuarkusTransaction.requiringNew().run(() -> {
            Revision revision = Revision.numbered(UUID.fromString(desk.id()), 1).orElseThrow();
            assertThat(column("content from article_revision where article_id", UUID.fromString(desk.id())))
                    .isEqualTo(Json.column(revision.content()))
                    .contains("two");
        });
    }

    @Test
    void listRevisionHasTheWholeContent() {
        QuarkusTransaction.requiringNew().run(() -> {
            CuratedList list =
                    CuratedList.<CuratedList>find("key", Newsroom.EDITORS_PICKS).singleResult();
            ListRevision revision = ListRevision.numbered(list.id(), 1).orElseThrow();
            assertThat(revision.content().entries()).isNotEmpty();
            assertThat(column("content from list_revision where number = 1 and list_id", list.id()))
                    .isEqualTo(Json.column(revision.content()));
        });
    }

    /** Equal values are not written: an entity that was only read has not changed. */
    @Test
    void readingAnEntityWritesNothing() {
        QuarkusTransaction.requiringNew().run(() -> {
            List<Article> articles =
                    Article.list("text.slug in ?1", List.of(Newsroom.GAS_CONTRACT, Newsroom.COUNCIL_BUDGET));
            assertThat(articles).hasSize(2);
            assertThat(Media.<Media>findAll().range(0, 9).list()).isNotEmpty();
            assertThat(Tag.<Tag>findAll().range(0, 9).list()).isNotEmpty();
            assertThat(ListRevision.<ListRevision>findAll().range(0, 9).list()).isNotEmpty();
            assertThat(Panache.getSession().isDirty()).isFalse();
        });
    }

    private static Article article(String slug) {
        return Article.<Article>find("text.slug", slug).singleResult();
    }

    private static @Nullable String column(String ofRow, UUID id) {
        return Sql.of("select " + ofRow + " = ?", id).rows(Row::textOrNull).get(0);
    }
}
