package press.gazette.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.response.Response;

import press.gazette.newsroom.Keys;

/** Edits the site document through the desk API, with the ETag of its last response. */
public final class SiteClient {

    public static final String SITE = "/v1/desk/site";

    private final String key;
    private String etag = "";

    private SiteClient(String key) {
        this.key = key;
    }

    /** A client that has read the document. */
    public static SiteClient reading() {
        return as(Keys.BOOTSTRAP);
    }

    /** As above, with this key. */
    public static SiteClient as(String key) {
        SiteClient client = new SiteClient(key);
        client.read().then().statusCode(200);
        return client;
    }

    public String etag() {
        return etag;
    }

    public Response read() {
        return seen(Keys.as(key).get(SITE));
    }

    public Response get(String below) {
        return Keys.as(key).get(SITE + below);
    }

    /** Saves a whole document with a title; further members are given as names and values. */
    public Response put(String title, Object... members) {
        Map<String, Object> draft = members(members);
        draft.put("title", title);
        return send("PUT", "", draft);
    }

    public Response patch(Object... members) {
        return send("PATCH", "", members(members));
    }

    public Response publish(Object... members) {
        return send("PUT", "/publication", members(members));
    }

    /** Saves a document with one menu, named main, and publishes it. */
    public void show(Map<?, ?>... items) {
        put("Trial", "menus", List.of(Map.of("key", "main", "items", List.of(items))))
                .then()
                .statusCode(200);
        publish().then().statusCode(200);
    }

    public Response send(String method, String below, Object content) {
        return seen(Keys.as(key)
                .header("If-Match", etag)
                .contentType(method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                .body(content)
                .request(method, SITE + below));
    }

    public Response delete(String below) {
        return seen(Keys.as(key).header("If-Match", etag).delete(SITE + below));
    }

    /** The response to a reader. */
    public static Response asReader() {
        return RestAssured.get("/v1/site");
    }

    /** The titles of the items that readers see at the first level of the first menu. */
    public static List<String> shown() {
        return asReader().jsonPath().getList("menus[0].items.title");
    }

    /** Returns to the document of the sample newsroom, its first revision. */
    public static void tidyUp() {
        QuarkusTransaction.requiringNew().run(() -> {
            sql(
                    "update site_document set latest_revision = 1, scheduled_revision = null, publish_at = null, scheduled_by ="
                            + " null, due_at = null, version = version + 1, live_at = modified_at, live_id = (select id from"
                            + " site_revision where number = 1)");
            sql("delete from site_revision where number > 1");
        });
    }

    private static void sql(String statement) {
        SiteDocument.getEntityManager().createNativeQuery(statement).executeUpdate();
    }

    private static Map<String, Object> members(Object... members) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            map.put(members[i].toString(), members[i + 1]);
        }
        return map;
    }

    private Response seen(Response response) {
        if (response.statusCode() < 300 && response.header("ETag") != null) {
            etag = response.header("ETag").replace("-gzip", "");
        }
        return response;
    }
}
