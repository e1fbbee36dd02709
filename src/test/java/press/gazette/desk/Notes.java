package press.gazette.desk;

import static io.restassured.RestAssured.given;

import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import press.gazette.change.Ledger;
import press.gazette.json.MergePatch;

/** Writes notes through HTTP. */
final class Notes {

    static final String NOTES = "/v1/desk/notes";

    /** With a charset, since the client would otherwise add its own. */
    static final String PATCH = MergePatch.MEDIA_TYPE + "; charset=UTF-8";

    private Notes() {}

    static Response write(String location, String ifMatch, String method) {
        RequestSpecification request = ifMatch == null ? given() : given().header("If-Match", ifMatch);
        return switch (method) {
            case "PATCH" ->
                request.contentType(PATCH).body("{\"title\":\"Patched\"}").patch(location);
            case "PUT" ->
                request.contentType("application/json")
                        .body(draft(slug(), "Put"))
                        .put(location);
            default -> request.delete(location);
        };
    }

    static Response patch(String location, String ifMatch, String patch) {
        return given().contentType(PATCH)
                .header("If-Match", ifMatch)
                .body(patch)
                .patch(location);
    }

    /** Creates a note with all members and returns its path. */
    static String full() {
        return post("""
                        {"slug": "%s", "title": "Old", "summary": "Short", "words": ["a", "b"], "tally": {"a": 1, "b": 2},
                         "place": {"name": "Attic", "floor": 6, "open": false}, "text": {"plain": "then"}}
                        """.formatted(slug())).header("Location");
    }

    static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    static Response post(String content) {
        return desk().body(content).post(NOTES);
    }

    static RequestSpecification desk() {
        return given().contentType("application/json");
    }

    static String draft(String slug, String title) {
        return "{\"slug\":\"%s\",\"title\":\"%s\"}".formatted(slug, title);
    }

    static String slug() {
        return "note-" + UUID.randomUUID();
    }

    static long notesWith(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> Note.count("slug", slug));
    }

    static long ledger() {
        return QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
    }
}
