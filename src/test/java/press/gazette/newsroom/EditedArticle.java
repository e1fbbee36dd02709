package press.gazette.newsroom;

import java.util.List;
import java.util.Map;

import io.restassured.response.Response;

/**
 * A live article with a picture of its own, and all that an editor can do to it without readers noticing: drafts with a
 * canary in them, a revision that was restored, an end that is planned.
 */
public final class EditedArticle {

    private static final String SLUG = "desk-leak-live";
    private static final String DRAFT_SLUG = "desk-leak-canary-live";

    private final DeskClient desk;
    private final String picture;

    private EditedArticle(DeskClient desk, String picture) {
        this.desk = desk;
        this.picture = picture;
    }

    /** A new one; {@link DeskClient#tidyUp} takes it out. */
    public static EditedArticle published() {
        Response picture = Keys.as(Keys.BOOTSTRAP)
                .contentType("application/json")
                .body(Map.of("url", "https://pictures.example/quay.jpg", "alt", "A quay", "width", 10, "height", 10))
                .post("/v1/desk/media");
        picture.then().statusCode(201);
        String id = picture.path("id");
        DeskClient desk = DeskClient.write("Desk: leak live", "image", id);
        desk.put("publication", Map.of()).then().statusCode(201);
        return new EditedArticle(desk, id);
    }

    /** Where it is, and where only its draft is. */
    public List<String> addresses() {
        return List.of(desk.id(), SLUG, DRAFT_SLUG);
    }

    public void edit() {
        desk.patch(Map.of("title", HiddenWorld.CANARY, "slug", DRAFT_SLUG, "tags", List.of("putin", "film")))
                .then()
                .statusCode(200);
        desk.put("restoration", Map.of("revision", 1)).then().statusCode(200);
        desk.patch(Map.of("standfirst", HiddenWorld.CANARY, "note", HiddenWorld.CANARY))
                .then()
                .statusCode(200);
        desk.put("expiry", Map.of("at", "2030-01-01T00:00:00Z")).then().statusCode(201);
        desk.put("embargo", Map.of("until", "2001-01-01T00:00:00Z")).then().statusCode(201);
        Keys.as(Keys.BOOTSTRAP)
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(Map.of("rightsExpireAt", "2030-01-01T00:00:00Z"))
                .patch("/v1/desk/media/" + picture)
                .then()
                .statusCode(200);
    }
}
