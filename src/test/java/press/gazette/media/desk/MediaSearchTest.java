package press.gazette.media.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.List;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.media.Media;
import press.gazette.media.TestFiles;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;
import press.gazette.newsroom.Listings;
import press.gazette.newsroom.Newsroom;

/** The desk's search for media by words and by the content that uses them. */
@QuarkusTest
class MediaSearchTest {

    private static final String MEDIA = "/v1/desk/media";

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
        TestFiles.tidyUp();
        QuarkusTransaction.requiringNew()
                .run(() -> Media.<Media>list("url like '/search-%'").forEach(Media::delete));
    }

    @Test
    void mediaAreFoundByTheBeginningsOfWords() {
        String barge = medium("a", "A barge in the Zürich lock", "Xylograph", "Ida Roe");
        String quay = medium("b", "An empty quay", "Xylograph of the barge's owner", null);
        assertThat(found("xylogr")).containsExactly(quay, barge);
        assertThat(found("BARGE xylograph")).containsExactly(quay, barge);
        assertThat(found("roe xylo")).containsExactly(barge);
        assertThat(found("zurich xylo")).as("without accents").containsExactly(barge);
        assertThat(found("ylograph")).as("the middle of a word").isEmpty();
        assertThat(found("xylograph%")).as("signs are no part of words").containsExactly(quay, barge);
        assertThat(found("xylograph barge quay lock")).as("all words").isEmpty();
        Keys.asAdmin()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("caption", "Linocut 東京港の朝"))
                .patch(MEDIA + "/" + barge)
                .then()
                .statusCode(200);
        assertThat(found("xylograph")).as("the former caption").containsExactly(quay);
        assertThat(found("港の")).as("from each ideograph on").containsExactly(barge);
        assertThat(Listings.walk(MEDIA + "?q=barge&limit=1", Keys::asAdmin))
                .extracting(item -> (String) item.get("id"))
                .containsExactly(quay, barge);
        Keys.asAdmin().header("If-Match", "*").delete(MEDIA + "/" + quay).then().statusCode(204);
        assertThat(found("xylograph")).isEmpty();
    }

    @Test
    void usesOfAPictureAreTold() {
        String picture = medium("c", "A lamp", null, null);
        uses(picture).body("items", empty()).body("truncated", equalTo(false));
        DeskClient lead = DeskClient.write("Desk: lead", "image", picture);
        DeskClient inBody = DeskClient.published(
                "Desk: body",
                "body",
                Map.of(
                        "blocks",
                        List.of(Map.of(
                                "type",
                                "gallery",
                                "images",
                                List.of(Map.of(
                                        "type", "image", "url", "/media/" + picture + "/card/0.jpg", "alt", ""))))));
        uses(picture)
                .body("items.ref", contains(inBody.id(), lead.id()))
                .body("items.type", contains("article", "article"))
                .body("items[0].title", equalTo("Desk: body"))
                .body("items[0].href", equalTo("/v1/desk/articles/" + inBody.id()));
        assertThat(usedBy("article:" + lead.id())).containsExactly(picture);
        assertThat(usedBy("article:desk-body")).containsExactly(picture);
        inBody.patch(Map.of("body", Map.of("blocks", List.of()))).then().statusCode(200);
        uses(picture).body("items.ref", hasItem(inBody.id()));
        inBody.put("publication", Map.of());
        uses(picture).body("items.ref", contains(lead.id()));
        lead.patch("{\"image\": null}").then().statusCode(200);
        uses(picture).body("items", empty());
    }

    @Test
    void picturesOfListsTagsAndTheSiteAreFound() {
        String picture = medium("d", "A tram", null, null);
        ListClient list = ListClient.create("trial-uses");
        list.placed(Newsroom.GAS_CONTRACT, "overrides", Map.of("image", picture));
        uses(picture)
                .body("items.ref", contains("trial-uses"))
                .body("items[0].href", equalTo("/v1/desk/lists/trial-uses"));
        Keys.asAdmin().get("/v1/desk/lists/trial-uses").then().statusCode(200);
        assertThat(usedBy("list:trial-uses")).containsExactly(picture);
        String ofTag = Keys.asAdmin().get("/v1/desk/tags/" + Newsroom.PUTIN).path("image");
        assertThat(usedBy("tag:" + Newsroom.PUTIN)).containsExactly(ofTag);
        uses(ofTag).body("items.type", hasItem("tag"));
        String logo = Keys.asAdmin().get("/v1/desk/site").path("logo");
        assertThat(usedBy("site")).contains(logo);
        uses(logo).body("items.ref", hasItem("site"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=- | q | words of letters",
                "q= | q | has no value",
                "q=a+b+c+d+e+f+g+h+i | q | 1 to 8 words",
                "q=a%00 | q | control characters",
                "usedBy=article | usedBy | with an id",
                "usedBy=page:home | usedBy | article:, tag: or list:",
                "usedBy=article: | usedBy | no article",
                "usedBy=article:nobody | usedBy | no article",
                "usedBy=list:nothing | usedBy | no list",
                "usedBy=site:a | usedBy | article:",
            })
    void badParametersAreNamed(String query, String parameter, String detail) {
        Keys.asAdmin()
                .urlEncodingEnabled(false)
                .get(MEDIA + "?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo(parameter))
                .body("detail", containsString(detail));
    }

    @Test
    void unknownMediumHasNoUses() {
        Keys.asAdmin()
                .get(MEDIA + "/0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4/uses")
                .then()
                .statusCode(404);
        Keys.asAdmin().get(MEDIA + "/harbour/uses").then().statusCode(404);
    }

    private static List<String> found(String words) {
        return Keys.asAdmin().queryParam("q", words).get(MEDIA).path("items.id");
    }

    private static List<String> usedBy(String content) {
        return Keys.asAdmin().queryParam("usedBy", content).get(MEDIA).path("items.id");
    }

    private static io.restassured.response.ValidatableResponse uses(String picture) {
        return Keys.asAdmin().get(MEDIA + "/" + picture + "/uses").then().statusCode(200);
    }

    private static String medium(String name, String alt, String caption, String credit) {
        Map<String, Object> draft = new java.util.HashMap<>(
                Map.of("url", "/search-" + name + ".jpg", "alt", alt, "width", 16, "height", 9));
        if (caption != null) {
            draft.put("caption", caption);
        }
        if (credit != null) {
            draft.put("credit", credit);
        }
        return Keys.asAdmin()
                .contentType("application/json")
                .body(draft)
                .post(MEDIA)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
