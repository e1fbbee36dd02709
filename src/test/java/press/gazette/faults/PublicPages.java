package press.gazette.faults;

import static io.restassured.RestAssured.given;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** All that readers can get from a server, by address: status, address of a redirect, body. Changes and searches are left out. */
final class PublicPages {

    private static final List<String> OTHERS = List.of(
            "/",
            "/.well-known/api-catalog",
            "/v1/site",
            "/v1/articles?order=updated&limit=100",
            "/v1/articles?order=oldest&limit=100",
            "/v1/addresses?path=/former/",
            "/feeds.opml",
            "/robots.txt",
            "/sitemap.xml",
            "/sitemaps/news.xml");

    private static final List<String> FEEDS = List.of("rss", "atom", "json", "ninjs");

    /** The moment of the response, which is no content. */
    private static final String MOMENT = "\"resolvedAt\":\"[^\"]*\"";

    private final Node node;
    private final Map<String, String> pages = new TreeMap<>();

    private PublicPages(Node node) {
        this.node = node;
    }

    /**
     * Reads everything.
     *
     * @param removed see {@link #removed}
     */
    static Map<String, String> of(Node node, List<String> removed) {
        PublicPages all = new PublicPages(node);
        OTHERS.forEach(all::read);
        removed.forEach(all::read);
        FEEDS.forEach(format -> all.read("/feeds/articles." + format));
        all.each("/v1/articles?limit=100", "slug").forEach(all::article);
        all.each("/v1/tags?limit=100", "slug").forEach(all::tag);
        all.each("/v1/lists", "key").forEach(key -> {
            all.read("/v1/lists/" + key);
            FEEDS.forEach(format -> all.read("/feeds/lists/" + key + "." + format));
        });
        all.each("/v1/pages", "key").forEach(key -> all.read("/v1/pages/" + key));
        return all.pages;
    }

    /** The addresses of what readers once saw: withdrawn, deleted, or moved away. */
    static List<String> removed(Node node) {
        PublicPages changes = new PublicPages(node);
        List<String> found = new ArrayList<>();
        String next = "/v1/changes?limit=100";
        List<Map<String, Object>> items;
        do {
            JsonPath page = JsonPath.from(changes.read(next));
            items = page.getList("items");
            items.forEach(item -> found.addAll(removed(item)));
            next = page.getString("next").replaceFirst("^https?://[^/]+", "");
        } while (!items.isEmpty());
        return found;
    }

    private static List<String> removed(Map<String, Object> item) {
        List<String> found = new ArrayList<>();
        String kind = String.valueOf(item.get("kind"));
        if (item.get("slug") != null && (kind.equals("withdrawn") || kind.equals("deleted"))) {
            found.add("/v1/" + item.get("type") + "s/" + item.get("slug"));
        }
        if (item.get("formerSlugs") instanceof List<?> former) {
            former.forEach(slug -> found.add("/v1/" + item.get("type") + "s/" + slug));
        }
        return found;
    }

    private void article(String slug) {
        String path = "/v1/articles/" + slug;
        for (String more : List.of("?body=html,blocks,text,markdown", ".jsonld", ".md", "/related")) {
            read(path + more);
        }
    }

    private void tag(String slug) {
        read("/v1/tags/" + slug);
        read("/v1/tags/" + slug + "/articles");
        read("/feeds/tags/" + slug + ".atom");
    }

    /** Reads all pages of a listing; returns a member of its items. */
    private List<String> each(String first, String member) {
        List<String> found = new ArrayList<>();
        Deque<String> left = new ArrayDeque<>(List.of(first));
        while (!left.isEmpty()) {
            JsonPath page = JsonPath.from(read(left.remove()));
            found.addAll(page.getList("items." + member, String.class));
            String next = page.getString("next");
            if (next != null) {
                left.add(next.replaceFirst("^https?://[^/]+", ""));
            }
        }
        return found;
    }

    /** Reads one address; returns the body. */
    String read(String path) {
        Response response = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(node.at(path).toString());
        String body = response.asString();
        pages.put(path, response.statusCode() + " " + response.header("Location") + "\n" + body.replaceAll(MOMENT, ""));
        return body;
    }

    /** The status and body of one address. */
    static String one(Node node, String path) {
        PublicPages pages = new PublicPages(node);
        pages.read(path);
        return String.valueOf(pages.pages.get(path));
    }
}
