package press.gazette.article.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.article.Article;
import press.gazette.body.Body;
import press.gazette.newsroom.Newsroom;

/** HTML is stored with the body, and rendered if the stored HTML has another version. */
@QuarkusTest
class StoredBodyTest {

    private static final String SLUG = Newsroom.GAS_CONTRACT;

    @AfterEach
    void restore() {
        store(body().html(), Body.HTML_VERSION);
    }

    @Test
    void everyArticleHasItsHtmlUnlessAddressesOfOthersAreInIt() {
        List<Object[]> rows = QuarkusTransaction.requiringNew()
                .call(() -> Panache.getSession(Article.class)
                        .createSelectionQuery(
                                "select a.text.body, a.text.html, a.text.htmlVersion from Article a", Object[].class)
                        .getResultList());
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            Body body = (Body) row[0];
            boolean changes = !body.articles().isEmpty();
            assertThat(row[1]).isEqualTo(changes ? null : body.html());
            assertThat(row[2]).isEqualTo(changes ? null : Body.HTML_VERSION);
        });
    }

    @Test
    void storedHtmlIsShown() {
        store("<p>Stored</p>", Body.HTML_VERSION);
        assertThat(shown("")).isEqualTo("<p>Stored</p>");
    }

    @Test
    void htmlOfAnotherVersionIsRendered() {
        store("<p>Stored</p>", Body.HTML_VERSION + 1);
        assertThat(shown("")).isEqualTo(body().html());
    }

    /** The row as the previous release writes it, which saves the body alone. */
    @Test
    void htmlOfAnEarlierRevisionIsRendered() {
        store("<p>Stored</p>", Body.HTML_VERSION);
        revised(1);
        try {
            assertThat(shown("")).isEqualTo(body().html());
        } finally {
            revised(-1);
        }
    }

    @Test
    void missingHtmlIsRendered() {
        store(null, null);
        assertThat(shown("?body=html")).isEqualTo(body().html());
    }

    @Test
    void severalFormatsComeFromTheBody() {
        store("<p>Stored</p>", Body.HTML_VERSION);
        assertThat(shown("?body=html,text")).isEqualTo(body().html());
    }

    private static String shown(String query) {
        return given().urlEncodingEnabled(false)
                .get("/v1/articles/" + SLUG + query)
                .then()
                .statusCode(200)
                .extract()
                .path("body.html");
    }

    private static Body body() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Article.<Article>find("text.slug", SLUG)
                        .singleResult()
                        .text()
                        .body());
    }

    private static void revised(int revisions) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager(Article.class)
                        .createQuery(
                                "update Article set text.htmlRevision = text.htmlRevision - :revisions where text.slug = :slug")
                        .setParameter("revisions", revisions)
                        .setParameter("slug", SLUG)
                        .executeUpdate());
    }

    private static void store(@Nullable String html, @Nullable Integer version) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager(Article.class)
                        .createQuery(
                                "update Article set text.html = :html, text.htmlVersion = :version where text.slug = :slug")
                        .setParameter("html", html)
                        .setParameter("version", version)
                        .setParameter("slug", SLUG)
                        .executeUpdate());
    }
}
