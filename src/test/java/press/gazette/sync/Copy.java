package press.gazette.sync;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A copy of the public content that knows the changes only, as a client would keep it. */
public final class Copy {

    private static final int GONE = 410;

    private final String start;
    private final Map<String, JsonObject> subjects = new TreeMap<>();
    private final Map<String, String> mergers = new HashMap<>();
    private String next;
    private int restarts;

    /** @param parameters of every request */
    public Copy(String parameters) {
        start = "/v1/changes?" + parameters;
        next = start;
    }

    /** Reads all pages to the end. */
    public Copy complete() {
        boolean more = true;
        while (more) {
            more = step();
        }
        return this;
    }

    /** Reads one page; true if there may be more. */
    public boolean step() {
        Response response = given().urlEncodingEnabled(false).get(next);
        if (response.statusCode() == GONE) {
            restarts++;
            subjects.clear();
            mergers.clear();
            next = start;
            return true;
        }
        response.then().statusCode(200);
        JsonObject page = new JsonObject(response.asString());
        page.getJsonArray("items").forEach(item -> apply((JsonObject) item));
        next = page.getString("next");
        return page.getBoolean("more");
    }

    private void apply(JsonObject item) {
        String key = item.getString("type") + ":" + item.getString("id", item.getString("key"));
        if (List.of("withdrawn", "deleted").contains(item.getString("kind"))) {
            subjects.remove(key);
            if (item.getString("mergedInto") != null) {
                mergers.put(item.getString("id"), item.getString("mergedInto"));
            }
        } else {
            subjects.put(key, item);
        }
    }

    public int restarts() {
        return restarts;
    }

    String next() {
        return next;
    }

    /** The stored subjects: those parts that belong to themselves, with their tags as ids. */
    public Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        subjects.forEach((key, item) -> {
            JsonObject content = item.getJsonObject("content", new JsonObject()).copy();
            // Labels are those of other subjects.
            List.of("kicker", "byline", "section", "contributors", "image", "wordCount")
                    .forEach(content::remove);
            List<String> tags = new ArrayList<>();
            content.getJsonArray("tags", new JsonArray())
                    .forEach(tag -> tags.add(merged(((JsonObject) tag).getString("id"))));
            content.put("tags", List.copyOf(new LinkedHashSet<>(tags)));
            contents.put(
                    key,
                    item.getLong("seq") + " " + item.getString("slug") + " " + item.getString("href") + " "
                            + item.getInteger("version") + " " + content.encode());
        });
        return contents;
    }

    private String merged(String tag) {
        String into = mergers.get(tag);
        return into == null ? tag : merged(into);
    }
}
