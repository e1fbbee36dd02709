package press.gazette.article.desk;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.DeskClient;

/** A correction and its edit reach readers together. */
@QuarkusTest
class CorrectionsTest {

    private static final String TEXT = "An earlier version misspelled the harbour.";

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void editGoesLiveWithItsCorrection() {
        DeskClient desk = DeskClient.published("Desk: harbuor");
        desk.post("corrections", correction(Map.of("title", "Desk: harbour", "slug", "desk-harbour")))
                .then()
                .statusCode(201)
                .body("title", equalTo("Desk: harbour"))
                .body("unpublishedChanges", equalTo(false));
        RestAssured.given()
                .redirects()
                .follow(false)
                .get("/v1/articles/desk-harbuor")
                .then()
                .statusCode(308);
        DeskClient.asReader("desk-harbour")
                .then()
                .body("title", equalTo("Desk: harbour"))
                .body("corrections.text", equalTo(List.of(TEXT)));
    }

    @Test
    void faultInTheEditIsReportedWithItsPointerAndNothingIsStored() {
        DeskClient desk = DeskClient.published("Desk: unharmed");
        desk.post("corrections", correction(Map.of("titel", "X")))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/edit/titel"));
        desk.post("corrections", correction(Map.of("tags", List.of("nobody"))))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/edit/tags/0"));
        desk.read().then().body("corrections", hasSize(0)).body("title", equalTo("Desk: unharmed"));
    }

    @Test
    void correctionPublishesNoOtherChanges() {
        DeskClient desk = DeskClient.published("Desk: careful");
        desk.patch(Map.of("standfirst", "Not ready.")).then().statusCode(200);
        desk.post("corrections", correction(Map.of("title", "Desk: careless")))
                .then()
                .statusCode(409)
                .body("detail", containsString("working draft"));
        desk.post("corrections", Map.of("kind", "correction", "text", TEXT))
                .then()
                .statusCode(201);
        DeskClient.asReader("desk-careful").then().body("title", equalTo("Desk: careful"));
    }

    @Test
    void draftCannotBeCorrected() {
        DeskClient.write("Desk: unread")
                .post("corrections", correction(Map.of("title", "Desk: still unread")))
                .then()
                .statusCode(409);
    }

    private static Map<String, Object> correction(Map<String, Object> edit) {
        return Map.of("kind", "correction", "text", TEXT, "edit", edit);
    }
}
