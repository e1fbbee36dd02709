package press.gazette.newsroom;

import java.util.List;
import java.util.Map;

import io.restassured.response.Response;

/**
 * A live article with a picture of its own, a canary behind its preview, and all desk edits that readers must not notice: drafts
 * with a canary in them, a restored revision, a planned expiry.
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

    /** Creates one; {@link DeskClient#tidyUp} removes it. */
    public static EditedArticle published() {
        Response picture = Keys.as(Keys.BOOTSTRAP)
                .contentType("application/json")
                .body(Map.of("url", "https://pictures.example/quay.jpg", "alt", "A quay", "width", 10, "height", 10))
                .post("/v1/desk/media");
        picture.then().statusCode(201);
        String id = picture.path("id");
        DeskClient desk = DeskClient.write(
                "Desk: leak live",
                "image",
                id,
                "body",
                Map.of("markdown", "Everybody reads this.\n\n" + HiddenContent.CANARY),
                "access",
                Map.of("level", "paid", "preview", 1));
        desk.put("publication", Map.of()).then().statusCode(201);
        return new EditedArticle(desk, id);
    }

    /** The article's slugs: the public one, and that of the draft. */
    public List<String> addresses() {
        return List.of(desk.id(), SLUG, DRAFT_SLUG);
    }

    public void edit() {
        desk.patch(Map.of("title", HiddenContent.CANARY, "slug", DRAFT_SLUG, "tags", List.of(Newsroom.PUTIN, "film")))
                .then()
                .statusCode(200);
        desk.put("restoration", Map.of("revision", 1)).then().statusCode(200);
        desk.patch(Map.of("standfirst", HiddenContent.CANARY, "note", HiddenContent.CANARY))
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
