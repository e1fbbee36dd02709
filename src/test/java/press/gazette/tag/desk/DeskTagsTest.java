package press.gazette.tag.desk;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static press.gazette.newsroom.TestTags.TAGS;
import static press.gazette.newsroom.TestTags.below;
import static press.gazette.newsroom.TestTags.clear;
import static press.gazette.newsroom.TestTags.keyword;
import static press.gazette.newsroom.TestTags.patch;

import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Listings;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.TestTags;
import press.gazette.tag.TagLookup;

/** Writing, listing and removing tags at the desk. */
@QuarkusTest
class DeskTagsTest {

    @AfterEach
    void takeOut() {
        clear();
    }

    @Test
    void takenSlugFromTheNameGetsANumber() {
        keyword("trial-twin", "proposed");
        TestTags.create("{\"name\": \"Trial twin\", \"type\": \"keyword\"}")
                .then()
                .statusCode(201)
                .body("slug", equalTo("trial-twin-2"));
    }

    @Test
    void tagIsNeverAboveItself() {
        String top = keyword("trial-top", "active");
        below("trial-top", "trial-middle");
        below("trial-middle", "trial-bottom");
        for (String wrong : List.of("trial-top", "trial-middle", "trial-bottom")) {
            patch(top, "{\"parents\": [\"averil\", \"" + wrong + "\"]}")
                    .then()
                    .statusCode(400)
                    .body("errors.size()", equalTo(1))
                    .body("errors[0].pointer", equalTo("/parents/1"));
        }
        patch("trial-bottom", "{\"parents\": [\"trial-top\"]}").then().statusCode(200);
        patch("trial-middle", "{\"parents\": [\"trial-bottom\"]}").then().statusCode(200);
        when().get("/v1/tags/trial-middle").then().body("parents.slug", equalTo(List.of("trial-bottom")));
        patch("trial-middle", "{\"parents\": null}").then().statusCode(200);
        when().get("/v1/tags/trial-middle").then().body("parents", equalTo(List.of()));
    }

    @Test
    void vocabularyIsAtMostTenStepsDeep() {
        keyword("trial-0", "active");
        for (int i = 1; i <= TagLookup.DEEPEST; i++) {
            below("trial-" + (i - 1), "trial-" + i);
        }
        TestTags.create("""
                {"name": "Trial", "type": "keyword", "parents": ["trial-%d"]}""".formatted(TagLookup.DEEPEST))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/parents/0"))
                .body("detail", containsString("at most 10 steps"));
        patch("trial-0", "{\"parents\": [\"averil\"]}").then().statusCode(400);
    }

    @Test
    void onlyUnseenAndUnusedTagsCanBeRemoved() {
        String id = keyword("trial-gone", "proposed");
        remove(id, "\"1\"").then().statusCode(412);
        remove(id, "\"0\"").then().statusCode(204);
        desk().get(TAGS + "/" + id).then().statusCode(404);
        remove(keyword("trial-shown", "active"), "*")
                .then()
                .statusCode(409)
                .body("detail", containsString("Readers have seen"));
        String above = keyword("trial-above", "proposed");
        TestTags.create(
                "{\"slug\": \"trial-child\", \"name\": \"Trial\", \"type\": \"keyword\", \"parents\": [\"trial-above\"]}");
        remove(above, "*").then().statusCode(409).body("detail", containsString("in use"));
    }

    @Test
    void tagOnADraftCannotBeRemoved() {
        String id = keyword("trial-carried", "proposed");
        QuarkusTransaction.requiringNew()
                .run(() -> press.gazette.tag.Tag.getEntityManager()
                        .createNativeQuery(
                                "insert into tagging (article_id, tag_id, position, listed) select a.id, t.id,"
                                        + " 90, false from article a cross join tag t where a.slug = ?1 and t.slug = ?2")
                        .setParameter(1, Newsroom.DRAFT_STORY)
                        .setParameter(2, "trial-carried")
                        .executeUpdate());
        remove(id, "*").then().statusCode(409).body("code", equalTo("conflict"));
    }

    @Test
    void deskListsTagsOfAllStates() {
        keyword("trial-a", "proposed");
        keyword("trial-b", "active");
        keyword("trial-c", "proposed");
        assertThat(Listings.walk(TAGS + "?limit=7", Keys::asAdmin))
                .extracting(item -> (String) item.get("slug"))
                .isSorted()
                .contains("trial-a", "trial-b", Newsroom.PUTIN);
        assertThat(Listings.walk(TAGS + "?state=proposed&limit=1", Keys::asAdmin))
                .extracting(item -> (String) item.get("slug"))
                .contains("trial-a", "trial-c")
                .doesNotContain("trial-b");
        assertThat(Listings.walk(TAGS + "?q=TRIAL&type=keyword&limit=2", Keys::asAdmin))
                .extracting(item -> (String) item.get("slug"))
                .containsExactly("trial-a", "trial-b", "trial-c");
        assertThat(Listings.walk(TAGS + "?q=B&state=active&limit=2", Keys::asAdmin))
                .extracting(item -> (String) item.get("slug"))
                .contains("trial-b")
                .doesNotContain("trial-a", "trial-c");
        desk().get(TAGS + "?type=person").then().body("items.type", everyItem(equalTo("person")));
        desk().get(TAGS + "?state=gone")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("state"))
                .body("detail", containsString("proposed"));
    }

    @Test
    void deskListsTheLastEditedTagsFirst() {
        keyword("trial-a", "proposed");
        keyword("trial-b", "proposed");
        below("averil", "trial-c");
        patch("trial-a", "{\"description\": \"Edited.\"}").then().statusCode(200);
        assertThat(edited("?order=modified&limit=2"))
                .startsWith("trial-a", "trial-c", "trial-b")
                .contains(Newsroom.PUTIN);
        assertThat(edited("?order=modified&state=proposed&limit=1")).startsWith("trial-a", "trial-b");
        assertThat(edited("?order=modified&type=keyword&limit=1")).startsWith("trial-a", "trial-c", "trial-b");
        assertThat(edited("?order=modified&parent=averil&limit=1"))
                .startsWith("trial-c")
                .contains("old-harbour");
        assertThat(edited("?parent=averil&limit=1")).isSorted().contains("trial-c", "old-harbour");
        assertThat(edited("?parent=averil&q=trial")).containsExactly("trial-c");
    }

    private static List<String> edited(String parameters) {
        return Listings.walk(TAGS + parameters, Keys::asAdmin).stream()
                .map(item -> (String) item.get("slug"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "order=newest, order, modified",
        "order=slug&q=a, order, does not go with q",
        "parent=nobody, parent, no tag",
        "parent=No%20Slug, parent, slug or id",
        "type=celebrity, type, person",
        "q=%00, q, 1 to 100",
        "sort=slug, sort, no parameter",
    })
    void badParameterOfTheListingIsNamed(String query, String parameter, String hint) {
        desk().urlEncodingEnabled(false)
                .get(TAGS + "?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo(parameter))
                .body("detail", containsString(hint));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '´',
            value = {
                "{\"type\": \"keyword\"}                                            | /name",
                "{\"name\": \" \", \"type\": \"keyword\"}                           | /name",
                "{\"name\": \"A\\nB\", \"type\": \"keyword\"}                       | /name",
                "{\"name\": \"A\", \"type\": \"celebrity\"}                         | /type",
                "{\"name\": \"A\", \"type\": \"keyword\", \"state\": \"hidden\"}     | /state",
                "{\"name\": \"A\", \"type\": \"keyword\", \"state\": \"deprecated\"} | /state",
                "{\"name\": \"A\", \"type\": \"keyword\", \"slug\": \"Trial\"}       | /slug",
                "{\"name\": \"A\", \"type\": \"keyword\", \"slug\": \"putin\"}       | /slug",
                "{\"name\": \"A\", \"type\": \"keyword\", \"slug\": \"vladimir-putin\"} | /slug",
                "{\"name\": \"A\", \"type\": \"keyword\", \"slug\": \"0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4\"} | /slug",
                "{\"name\": \"A\", \"type\": \"keyword\", \"description\": \"a\\u0007\"} | /description",
                "{\"name\": \"A\", \"type\": \"keyword\", \"parents\": [\"nobody\"]} | /parents/0",
                "{\"name\": \"A\", \"type\": \"keyword\", \"parents\": [\"putin\", \"vladimir-putin\"]} | /parents/1",
                "{\"name\": \"A\", \"type\": \"keyword\", \"parents\": [\"No slug\"]} | /parents/0",
                "{\"name\": \"A\", \"type\": \"keyword\", \"sameAs\": [\"javascript:alert(1)\"]} | /sameAs/0",
                "{\"name\": \"A\", \"type\": \"keyword\", \"sameAs\": [\"https:///x\"]} | /sameAs/0",
                "{\"name\": \"A\", \"type\": \"keyword\", \"sameAs\": [\"https://a.test\", \"https://a.test\"]} | /sameAs/1",
                "{\"name\": \"A\", \"type\": \"keyword\", \"image\": \"harbour\"}    | /image",
                "{\"name\": \"A\", \"type\": \"keyword\", \"image\": \"0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4\"} | /image",
                "{\"name\": \"A\", \"type\": \"keyword\", \"parent\": \"averil\"}    | /parent",
            })
    void faultInATagIsReportedWithItsPointer(String content, String pointer) {
        TestTags.create(content)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-content"))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"never-existed", "0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4", "No%20slug"})
    void unknownTagAnswers404(String ref) {
        desk().urlEncodingEnabled(false).get(TAGS + "/" + ref).then().statusCode(404);
        desk().urlEncodingEnabled(false)
                .header("If-Match", "*")
                .delete(TAGS + "/" + ref)
                .then()
                .statusCode(404);
    }

    private static io.restassured.specification.RequestSpecification desk() {
        return Keys.asAdmin();
    }

    private static Response remove(String ref, String ifMatch) {
        return desk().header("If-Match", ifMatch).delete(TAGS + "/" + ref);
    }
}
