package press.gazette.newsroom;

import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.OptimisticLockException;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;

import press.gazette.article.Article;
import press.gazette.article.draft.Revision;
import press.gazette.article.translation.Translation;

/** Writes one article through the desk API, with the ETag of its last response. */
public final class DeskClient {

    private final String key;
    private final String path;
    private String etag;

    private DeskClient(String key, Response created) {
        this.key = key;
        // REST Assured would compile a program for the path.
        this.path = "/v1/desk/articles/" + new JsonObject(created.asString()).getString("id");
        this.etag = created.header("ETag");
    }

    /** A new draft with a title, from which its slug is made. */
    public static DeskClient write(String title, Object... more) {
        return writeAs(Keys.BOOTSTRAP, title, more);
    }

    public static DeskClient writeAs(String key, String title, Object... more) {
        Map<String, Object> draft = new HashMap<>(
                Map.of("title", title, "type", "news", "language", "en", "tags", List.of("averil", "world")));
        for (int i = 0; i < more.length; i += 2) {
            draft.put(more[i].toString(), more[i + 1]);
        }
        Response created =
                Keys.as(key).contentType("application/json").body(draft).when().post("/v1/desk/articles");
        created.then().statusCode(201);
        return new DeskClient(key, created);
    }

    /** A published article with a title. */
    public static DeskClient published(String title, Object... more) {
        DeskClient desk = write(title, more);
        desk.put("publication", Map.of()).then().statusCode(201);
        return desk;
    }

    /** The response to a reader at this slug. */
    public static Response asReader(String slug) {
        return RestAssured.get("/v1/articles/" + slug);
    }

    /** Removes all articles with a title that begins with "Desk": other tests count the newsroom's articles. */
    public static void tidyUp() {
        // The server may be publishing an article that has just become due.
        await().ignoreExceptionsMatching(DeskClient::isCollision).until(() -> {
            QuarkusTransaction.requiringNew().run(() -> {
                // The session compares all its articles before each bulk statement: so one deletes all revisions.
                Revision.delete("articleId in (select id from Article where text.slug like 'desk-%')");
                Article.<Article>list("text.slug like 'desk-%'").forEach(Article::delete);
                Article.flush();
                Translation.delete("""
                        delete from Translation t where t.article = t.original and not exists (
                            select 1 from Translation other
                            where other.original = t.original and other.article <> t.article)""");
            });
            return true;
        });
    }

    /** The flush inside a transaction throws the exception itself, the commit wraps it. */
    private static boolean isCollision(Throwable failure) {
        return failure instanceof QuarkusTransactionException || failure instanceof OptimisticLockException;
    }

    public String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public String path() {
        return path;
    }

    public String etag() {
        return etag;
    }

    /** Puts a part of the article, such as its publication; keeps the new ETag after success. */
    public Response put(String below, Object content) {
        return seen(Keys.as(key)
                .header("If-Match", etag)
                .contentType("application/json")
                .body(content)
                .when()
                .put(path + "/" + below));
    }

    public Response post(String below, Object content) {
        return seen(Keys.as(key)
                .header("If-Match", etag)
                .contentType("application/json")
                .body(content)
                .when()
                .post(path + "/" + below));
    }

    public Response delete(String below) {
        return seen(Keys.as(key).header("If-Match", etag).when().delete(path + below));
    }

    public Response patch(Object patch) {
        return seen(Keys.as(key)
                .header("If-Match", etag)
                .contentType("application/merge-patch+json")
                .body(patch)
                .when()
                .patch(path));
    }

    public Response read() {
        return seen(Keys.as(key).when().get(path));
    }

    private Response seen(Response response) {
        if (response.statusCode() < 300 && response.header("ETag") != null) {
            etag = response.header("ETag").replace("-gzip", "");
        }
        return response;
    }
}
