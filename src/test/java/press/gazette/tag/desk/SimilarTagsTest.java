package press.gazette.tag.desk;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static press.gazette.newsroom.TestTags.TAGS;
import static press.gazette.newsroom.TestTags.clear;
import static press.gazette.newsroom.TestTags.patch;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.Keys;
import press.gazette.newsroom.TestTags;

/** Names of tags that people may confuse. */
@QuarkusTest
class SimilarTagsTest {

    @AfterEach
    void takeOut() {
        clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trial Lighthouse",
                "TRIAL LIGHTHOUSE",
                " trial lighthouse ",
                "Trial  Lighthouse",
                "Trial\u00a0Lighthouse"
            })
    void nameIsTakenIgnoringCaseAndBlanks(String name) {
        TestTags.create(tag("trial-lighthouse", "Trial Lighthouse", "place"))
                .then()
                .statusCode(201);
        TestTags.create(tag("trial-other", name, "place"))
                .then()
                .statusCode(409)
                .body("detail", containsString("\"Trial Lighthouse\" (trial-lighthouse)"));
        TestTags.create(tag("trial-other", name, "organisation"))
                .then()
                .statusCode(201)
                .body("warnings", nullValue());
    }

    @Test
    void allowSimilarAllowsATakenName() {
        TestTags.create(tag("trial-lighthouse", "Trial Lighthouse", "place"))
                .then()
                .statusCode(201);
        Keys.asAdmin()
                .contentType("application/json")
                .body(tag("trial-other", "Trial lighthouse", "place"))
                .post(TAGS + "?allowSimilar=true")
                .then()
                .statusCode(201)
                .body("warnings[0].code", equalTo("similar-tag"))
                .body("warnings[0].pointer", equalTo("/name"));
        Keys.asAdmin().get(TAGS + "/trial-other").then().body("warnings", nullValue());
        patch("trial-other", "{\"description\": \"Another one.\"}").then().statusCode(200);
        patch("trial-other", "{\"name\": \"TRIAL Lighthouse\"}").then().statusCode(409);
    }

    @Test
    void nameThatDiffersInAccentsGetsAWarning() {
        TestTags.create(tag("trial-sao-paulo", "Trial São Paulo", "place"))
                .then()
                .statusCode(201);
        TestTags.create(tag("trial-other", "Trial Sao Paulo", "place"))
                .then()
                .statusCode(201)
                .body("warnings[0].detail", containsString("\"Trial São Paulo\" (trial-sao-paulo)"));
    }

    @Test
    void nameIsStrippedAndNeedsAVisibleCharacter() {
        TestTags.create(tag("trial-other", "  Trial\u00a0 ", "place"))
                .then()
                .statusCode(201)
                .body("name", equalTo("Trial"));
        TestTags.create(tag("trial-third", "\u200b\u2060", "place"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/name"));
    }

    /** A removed slug is made from the name, as for a new tag. */
    @Test
    void removedSlugIsMadeFromTheName() {
        TestTags.create(tag("trial-other", "Trial made anew", "place")).then().statusCode(201);
        patch("trial-other", "{\"slug\": null}").then().statusCode(200).body("slug", equalTo("trial-made-anew"));
    }

    private static String tag(String slug, String name, String type) {
        return """
                {"slug": "%s", "name": "%s", "type": "%s"}""".formatted(slug, name, type);
    }
}
