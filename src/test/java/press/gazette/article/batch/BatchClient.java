package press.gazette.article.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import press.gazette.article.Article;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;

/** Sends batches of writes to articles. */
final class BatchClient {

    private BatchClient() {}

    static Map<String, Object> creation(String title) {
        return Map.of("type", "create", "article", draft(title));
    }

    static Map<String, Object> draft(String title, Object... more) {
        return with(Map.of("title", title, "type", "news", "language", "en"), more);
    }

    static Map<String, Object> on(DeskClient article, String type, Object... more) {
        return with(Map.of("type", type, "ref", article.id(), "ifMatch", article.etag()), more);
    }

    static Map<String, Object> with(Map<String, Object> members, Object... more) {
        Map<String, Object> all = new HashMap<>(members);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i].toString(), more[i + 1]);
        }
        return all;
    }

    static Response send(String query, Object... operations) {
        return request(Keys.asAdmin(), query, operations);
    }

    static Response once(String key, String query, Object... operations) {
        return request(Keys.asAdmin().header("Idempotency-Key", key), query, operations);
    }

    static Response request(RequestSpecification as, String query, Object... operations) {
        return as.contentType("application/json")
                .body(Map.of("operations", new ArrayList<>(List.of(operations))))
                .when()
                .post("/v1/desk/articles/batch" + query);
    }

    static List<String> slugs(String pattern) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Article.<Article>list("text.slug like ?1", pattern).stream()
                        .map(Article::slug)
                        .toList());
    }
}
