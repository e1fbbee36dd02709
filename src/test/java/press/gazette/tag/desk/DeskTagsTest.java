package press.gazette.tag.desk;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static press.gazette.newsroom.Vocabulary.TAGS;
import static press.gazette.newsroom.Vocabulary.below;
import static press.gazette.newsroom.Vocabulary.clear;
import static press.gazette.newsroom.Vocabulary.keyword;
import static press.gazette.newsroom.Vocabulary.patch;

import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Listings;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.Vocabulary;
import press.gazette.tag.TagLookup;

/** The vocabulary as editors keep it. */
@QuarkusTest
class DeskTagsTest {

    private long ledger;

    @org.junit.jupiter.api.BeforeEach
    void remember() {
        ledger = ledger();
    }

    @AfterEach
    void takeOut() {
        clear();
    }

    @Test
    void aNewTagIsProposedAndReadersDoNotKnowOfIt() {
        Response created = Vocabulary.create("""
                {"name": "Trial Tünnel", "type": "keyword", "description": "Below the harbour.", "parents": ["averil"],
                 "sameAs": ["https://www.wikidata.org/entity/Q1"]}""");
        created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", TAGS + "/" + created.path("id"))
                .body("slug", equalTo("trial-tunnel"))
                .body("state", equalTo("proposed"))
                .body("revealed", equalTo(false))
                .body("parents", equalTo(List.of("averil")))
                .body("image", nullValue())
                .body("modifiedAt", notNullValue());
        when().get("/v1/tags/trial-tunnel").then().statusCode(404);
        assertThat(changes()).isEmpty();
        desk().get(TAGS + "/trial-tunnel").then().statusCode(200).body("id", equalTo(created.path("id")));
    }

    @Test
    void whatReadersNoticeOfATagNeedsTheScopeToPublish() {
        String writer = Keys.with("desk:write");
        as(writer, "{\"slug\": \"trial-loud\", \"name\": \"Trial\", \"type\": \"keyword\", \"state\": \"active\"}")
                .post(TAGS)
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"))
                .body("detail", containsString("desk:publish"));
        as(writer, "{\"slug\": \"trial-quiet\", \"name\": \"Trial\", \"type\": \"keyword\"}")
                .post(TAGS)
                .then()
                .statusCode(201)
                .body("state", equalTo("proposed"));
        keyword("trial-open", "active");
        for (String patch : List.of(
                "{\"name\": \"Trial renamed\"}",
                "{\"state\": \"hidden\"}",
                "{\"slug\": \"trial-moved\"}",
                "{\"parents\": [\"averil\"]}",
                "{\"description\": \"Louder.\"}")) {
            patchAs(writer, "trial-open", patch).then().statusCode(403).body("detail", containsString("desk:publish"));
        }
        patchAs(writer, "trial-quiet", "{\"state\": \"active\"}").then().statusCode(403);
        patchAs(writer, "trial-quiet", "{\"name\": \"Trial in silence\"}")
                .then()
                .statusCode(200);
        patchAs(writer, "trial-open", "{}").then().statusCode(200).header("ETag", "\"0\"");
        when().get("/v1/tags/trial-open").then().statusCode(200).body("name", equalTo("Trial trial-open"));
        String publisher = Keys.with("desk:write", "desk:publish");
        patchAs(publisher, "trial-open", "{\"name\": \"Trial renamed\"}").then().statusCode(200);
    }

    private static io.restassured.specification.RequestSpecification as(String key, String content) {
        return Keys.as(key).contentType("application/json").body(content);
    }

    private static Response patchAs(String key, String ref, String patch) {
        return Keys.as(key)
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", "*")
                .body(patch)
                .patch(TAGS + "/" + ref);
    }

    @Test
    void anActiveTagIsThereAtOnceAndFoundByItsName() {
        String id = keyword("trial-open", "active");
        when().get("/v1/tags/" + id).then().statusCode(200).body("slug", equalTo("trial-open"));
        assertThat(changes()).containsExactly("created tag:" + id);
        patch(id, "{\"name\": \"Trial Émile\"}").then().statusCode(200).header("ETag", "\"1\"");
        given().urlEncodingEnabled(false)
                .get("/v1/tags?q=trial%20emi")
                .then()
                .body("items.slug", equalTo(List.of("trial-open")));
        assertThat(changes()).containsExactly("created tag:" + id, "updated tag:" + id);
    }

    @Test
    void aSlugMadeFromTheNameIsNumberedWhereItIsTaken() {
        keyword("trial-twin", "proposed");
        Vocabulary.create("{\"name\": \"Trial twin\", \"type\": \"keyword\"}")
                .then()
                .statusCode(201)
                .body("slug", equalTo("trial-twin-2"));
    }

    @Test
    void anOldSlugLeadsToTheTagForEver() {
        String id = keyword("trial-old", "active");
        patch("trial-old", "{\"slug\": \"trial-new\"}")
                .then()
                .statusCode(200)
                .body("aliases", equalTo(List.of("trial-old")));
        given().redirects()
                .follow(false)
                .get("/v1/tags/trial-old")
                .then()
                .statusCode(308)
                .header("Location", "/v1/tags/trial-new");
        assertThat(changes()).containsExactly("created tag:" + id, "moved tag:" + id);
        Vocabulary.create("{\"slug\": \"trial-old\", \"name\": \"Trial\", \"type\": \"keyword\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/slug"));
        patch("trial-old", "{\"slug\": \"trial-old\"}")
                .then()
                .body("slug", equalTo("trial-old"))
                .body("aliases", equalTo(List.of("trial-new")));
    }

    @Test
    void aSlugThatReadersHaveNeverKnownLeadsThereAtTheDeskOnly() {
        String id = keyword("trial-secret", "proposed");
        patch(id, "{\"slug\": \"trial-known\", \"name\": \"Trial\", \"state\": \"active\"}")
                .then()
                .statusCode(200)
                .body("aliases", equalTo(List.of()))
                .body("workingSlugs", equalTo(List.of("trial-secret")));
        assertThat(when().get("/v1/tags/trial-known").asString()).doesNotContain("secret");
        when().get("/v1/tags/trial-secret").then().statusCode(404);
        desk().get(TAGS + "/trial-secret").then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void theLedgerTellsWhatReadersNoticeAndNothingElse() {
        String id = keyword("trial-life", "proposed");
        patch(id, "{\"description\": \"Unseen.\"}").then().statusCode(200);
        patch(id, "{\"state\": \"hidden\"}").then().statusCode(200);
        patch(id, "{\"slug\": \"trial-lives\"}").then().statusCode(200);
        assertThat(changes()).isEmpty();
        patch(id, "{\"state\": \"active\"}").then().body("revealed", equalTo(true));
        patch(id, "{\"state\": \"deprecated\"}").then().statusCode(200);
        when().get("/v1/tags/" + id).then().statusCode(200).body("state", equalTo("deprecated"));
        patch(id, "{\"state\": \"hidden\"}").then().statusCode(200);
        when().get("/v1/tags/" + id).then().statusCode(404);
        patch(id, "{\"name\": \"Trial unseen\"}").then().statusCode(200);
        patch(id, "{\"state\": \"active\"}").then().statusCode(200);
        assertThat(changes())
                .containsExactly("created tag:" + id, "updated tag:" + id, "deleted tag:" + id, "created tag:" + id);
    }

    @Test
    void aChangeThatChangesNothingKeepsTheTagAndTellsNobody() {
        String id = keyword("trial-same", "active");
        String before = desk().get(TAGS + "/" + id).asString();
        patch(id, "{\"name\": \"Trial trial-same\", \"state\": null}").then().header("ETag", "\"0\"");
        assertThat(desk().get(TAGS + "/" + id).asString()).isEqualTo(before);
        assertThat(changes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"active, proposed", "hidden, proposed"})
    void whatReadersHaveSeenIsNotProposedAnyMore(String first, String then) {
        String id = keyword("trial-seen", "active");
        patch(id, "{\"state\": \"" + first + "\"}").then().statusCode(200);
        patch(id, "{\"state\": \"" + then + "\"}").then().statusCode(409).body("code", equalTo("conflict"));
    }

    @Test
    void whatReadersHaveNeverSeenIsNotDeprecated() {
        patch(keyword("trial-unseen", "proposed"), "{\"state\": \"deprecated\"}")
                .then()
                .statusCode(409);
    }

    @Test
    void aTagIsNeverAboveItself() {
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
    void theVocabularyIsNotDeeperThanReadersAreShown() {
        keyword("trial-0", "active");
        for (int i = 1; i <= TagLookup.DEEPEST; i++) {
            below("trial-" + (i - 1), "trial-" + i);
        }
        Vocabulary.create("""
                {"name": "Trial", "type": "keyword", "parents": ["trial-%d"]}""".formatted(TagLookup.DEEPEST))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/parents/0"))
                .body("detail", containsString("at most 10 steps"));
        patch("trial-0", "{\"parents\": [\"averil\"]}").then().statusCode(400);
    }

    @Test
    void onlyWhatNobodyHasSeenAndNothingUsesIsRemoved() {
        String id = keyword("trial-gone", "proposed");
        remove(id, "\"1\"").then().statusCode(412);
        remove(id, "\"0\"").then().statusCode(204);
        desk().get(TAGS + "/" + id).then().statusCode(404);
        remove(keyword("trial-shown", "active"), "*")
                .then()
                .statusCode(409)
                .body("detail", containsString("Readers have seen"));
        String above = keyword("trial-above", "proposed");
        Vocabulary.create(
                "{\"slug\": \"trial-child\", \"name\": \"Trial\", \"type\": \"keyword\", \"parents\": [\"trial-above\"]}");
        remove(above, "*").then().statusCode(409).body("detail", containsString("in use"));
    }

    @Test
    void aTagOnADraftIsNotRemoved() {
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
    void theDeskListsTagsOfAllStates() {
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
        desk().get(TAGS + "?type=person").then().body("items.type", everyItem(equalTo("person")));
        desk().get(TAGS + "?state=gone")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("state"))
                .body("detail", containsString("proposed"));
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
    void whatCannotBeATagIsPointedAt(String content, String pointer) {
        Vocabulary.create(content)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-content"))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"never-existed", "0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4", "No%20slug"})
    void aTagThatDoesNotExistIsNotFound(String ref) {
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

    private static long ledger() {
        return QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
    }

    /** What the ledger has told since the test began. */
    private List<String> changes() {
        List<Change> told = QuarkusTransaction.requiringNew().call(() -> Ledger.after(ledger, 100));
        return told.stream()
                .map(change -> change.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + change.subject())
                .toList();
    }
}
