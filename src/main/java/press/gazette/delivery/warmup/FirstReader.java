package press.gazette.delivery.warmup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Asks a node for what readers come to first: the newest articles, their tags' pages, all lists. */
final class FirstReader {

    /** Longer than any answer takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String NEWEST = "/v1/articles?limit=100";
    private static final String LISTS = "/v1/lists?limit=100";
    private static final List<String> ALWAYS =
            List.of("/", "/v1/pages/home", "/v1/articles", "/v1/tags", "/feeds/articles.rss", NEWEST, LISTS);

    /** What is kept is given to whoever takes plainly this. */
    private static final String KEPT = "application/json";

    /** The same type, in a form that has to be looked at more closely: the answer is made anew. */
    private static final String ANEW = "application/json;q=1";

    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final URI node;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    FirstReader(URI node) {
        this.node = node;
    }

    /**
     * Asks again and again, for one thing after the other, so that the compiler has a core for itself.
     *
     * @return how many answers came
     * @throws IOException that one did not come, or was none
     */
    int readUntil(BooleanSupplier over) throws IOException, InterruptedException {
        List<String> pages = pages();
        int answers = 0;
        while (true) {
            for (String page : pages) {
                if (over.getAsBoolean()) {
                    return answers;
                }
                read(page, KEPT);
                read(page, ANEW);
                answers += 2;
            }
        }
    }

    private List<String> pages() throws IOException, InterruptedException {
        Set<String> pages = new LinkedHashSet<>(ALWAYS);
        for (Object item : items(NEWEST)) {
            JsonObject article = (JsonObject) item;
            pages.add("/v1/articles/" + article.getString("slug"));
            for (Object tag : article.getJsonArray("tags")) {
                pages.add("/v1/tags/" + ((JsonObject) tag).getString("slug") + "/articles");
            }
        }
        for (Object list : items(LISTS)) {
            pages.add("/v1/lists/" + ((JsonObject) list).getString("key"));
        }
        return List.copyOf(pages);
    }

    private JsonArray items(String listing) throws IOException, InterruptedException {
        return new JsonObject(read(listing, KEPT)).getJsonArray("items");
    }

    private String read(String page, String accepted) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(node.resolve(page))
                .header("Accept", accepted)
                .timeout(PATIENCE)
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == TOO_MANY || answer.statusCode() >= SERVER_ERROR) {
            throw new IOException(page + " is answered " + answer.statusCode());
        }
        return answer.body();
    }
}
