package press.gazette.warmup;

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

/** Requests the pages of a node that readers open first: the newest articles, their tags, all lists. */
final class FirstReader {

    /** Longer than any response takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String NEWEST = "/v1/articles?limit=100";
    private static final String LISTS = "/v1/lists?limit=100";
    private static final List<String> ALWAYS = List.of(
            "/", "/v1/site", "/v1/pages/home", "/v1/articles", "/v1/tags", "/feeds/articles.rss", NEWEST, LISTS);

    /** An Accept that gets cached responses. */
    private static final String CACHED = "application/json";

    /** The same type in a form that only REST negotiates: the response is rendered anew. */
    private static final String RENDERED = "application/json;q=1";

    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final URI node;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    FirstReader(URI node) {
        this.node = node;
    }

    /**
     * Requests all pages in turn, again and again; one at a time, so that the compiler has a core for itself.
     *
     * @return the number of responses
     * @throws IOException if one failed, with 429 or 5xx too
     */
    int readUntil(BooleanSupplier over) throws IOException, InterruptedException {
        List<String> pages = pages();
        int responses = 0;
        while (true) {
            for (String page : pages) {
                if (over.getAsBoolean()) {
                    return responses;
                }
                read(page, CACHED);
                read(page, RENDERED);
                responses += 2;
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
        return new JsonObject(read(listing, CACHED)).getJsonArray("items");
    }

    private String read(String page, String accepted) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(node.resolve(page))
                .header("Accept", accepted)
                .timeout(PATIENCE)
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == TOO_MANY || response.statusCode() >= SERVER_ERROR) {
            throw new IOException(page + " gets " + response.statusCode());
        }
        return response.body();
    }
}
