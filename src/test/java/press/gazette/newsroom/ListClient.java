package press.gazette.newsroom;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import press.gazette.curation.CuratedList;

/** Edits one curated list through the desk API, with the ETag of its last response. */
public final class ListClient {

    public static final String LISTS = "/v1/desk/lists";

    private final String key;
    private String etag;

    private ListClient(String key, String etag) {
        this.key = key;
        this.etag = etag;
    }

    /** A new hybrid list. Its key begins with {@code trial-}, for {@link #tidyUp}. */
    public static ListClient create(String key, Object... settings) {
        Response created = tryCreate(key, settings);
        created.then().statusCode(201);
        return new ListClient(new JsonObject(created.asString()).getString("key"), tag(created));
    }

    public static Response tryCreate(String key, Object... settings) {
        Map<String, Object> draft =
                new HashMap<>(Map.of("key", key, "title", "Trial " + key, "kind", "hybrid", "maxItems", 6));
        draft.putAll(members(settings));
        return Keys.asAdmin().contentType("application/json").body(draft).post(LISTS);
    }

    /** Another client with the same ETag. */
    public ListClient another() {
        return new ListClient(key, etag);
    }

    public String key() {
        return key;
    }

    public String etag() {
        return etag;
    }

    public Response read() {
        return seen(Keys.asAdmin().get(LISTS + "/" + key));
    }

    public Response get(String below) {
        return Keys.asAdmin().get(LISTS + "/" + key + "/" + below);
    }

    public Response patch(Object... settings) {
        return send("PATCH", "", members(settings));
    }

    /** Adds an entry. Further members are given as names and values. */
    public Response place(String kind, Object target, Object... members) {
        Map<String, Object> entry = members(members);
        entry.put("target", Map.of(kind, target));
        return send("POST", "/entries", entry);
    }

    /** Adds an article and returns the id of the entry. */
    public String placed(String article, Object... members) {
        Response response = place("article", article, members);
        response.then().statusCode(201);
        JsonArray entries = new JsonObject(response.asString()).getJsonArray("entries");
        return entries.getJsonObject(entries.size() - 1).getString("id");
    }

    public Response change(String entry, Object... members) {
        return send("PATCH", "/entries/" + entry, members(members));
    }

    public Response remove(String below) {
        return seen(Keys.asAdmin().header("If-Match", etag).delete(LISTS + "/" + key + below));
    }

    public Response order(List<String> entries) {
        return send("PUT", "/order", Map.of("entries", entries));
    }

    public Response publish(Object... members) {
        return send("PUT", "/publication", members(members));
    }

    public Response put(String below, Object... members) {
        return send("PUT", "/" + below, members(members));
    }

    public Response send(String method, String below, Object content) {
        return seen(Keys.asAdmin()
                .header("If-Match", etag)
                .contentType(method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                .body(content)
                .request(method, LISTS + "/" + key + below));
    }

    /** The response to a reader. */
    public Response asReader() {
        return RestAssured.get("/v1/lists/" + key);
    }

    /** The public items: slugs of articles, titles of links. */
    public List<String> shown() {
        return asReader().jsonPath().getList("items.collect { it.article ? it.article.slug : it.link.title }");
    }

    /** The dropped candidates: {@code slug: reason}, or {@code reason} without an article. */
    public List<String> dropped(String query) {
        JsonPath resolution = get("resolution?explain=true" + query).jsonPath();
        return resolution.getList("dropped.collect { (it.article ? it.article.slug + ': ' : '') + it.reason }");
    }

    /** Removes all lists with a key that begins with {@code trial-}, and their pages. */
    public static void tidyUp() {
        QuarkusTransaction.requiringNew().run(() -> {
            sql(
                    "delete from curated_page_list where page_id in (select id from curated_page where key like 'trial-%')");
            sql("delete from curated_page where key like 'trial-%'");
            sql("update curated_list set live_id = null where key like 'trial-%'");
            sql("delete from list_source where revision_id in (select r.id from list_revision r join curated_list l on"
                    + " l.id = r.list_id where l.key like 'trial-%')");
            sql("delete from list_revision where list_id in (select id from curated_list where key like 'trial-%')");
            sql("delete from list_live_span where list_id in (select id from curated_list where key like 'trial-%')");
            sql("delete from curated_list where key like 'trial-%'");
        });
    }

    private static void sql(String statement) {
        CuratedList.getEntityManager().createNativeQuery(statement).executeUpdate();
    }

    private static Map<String, Object> members(Object... members) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            map.put(members[i].toString(), members[i + 1]);
        }
        return map;
    }

    private static String tag(Response response) {
        return response.header("ETag").replace("-gzip", "");
    }

    private Response seen(Response response) {
        if (response.statusCode() < 300 && response.header("ETag") != null) {
            etag = tag(response);
        }
        return response;
    }
}
