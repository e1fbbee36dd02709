package press.gazette.article.translation;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.Parallel;

/** Translations of an article: how the desk makes them, and the articles that name them. */
@QuarkusTest
class TranslationsTest {

    private static final String LOCK = "desk-lock";
    private static final String SCHLEUSE = "desk-schleuse";
    private static final String ECLUSE = "desk-ecluse";

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void translationsNameEachOther() {
        DeskClient.published("Desk: lock");
        published("Desk: Schleuse", "de", LOCK);
        // A translation of a translation is one of the original.
        published("Desk: écluse", "fr", SCHLEUSE);
        assertThat(translations(LOCK))
                .isEqualTo("[[language:de, slug:desk-schleuse], [language:fr, slug:desk-ecluse]]");
        assertThat(translations(SCHLEUSE))
                .isEqualTo("[[language:en, slug:desk-lock], [language:fr, slug:desk-ecluse]]");
        assertThat(translations(ECLUSE))
                .isEqualTo("[[language:de, slug:desk-schleuse], [language:en, slug:desk-lock]]");
        get("/v1/articles/" + LOCK + "?fields=title").then().body("$", equalTo(Map.of("title", "Desk: lock")));
        get("/v1/articles/" + LOCK + "?fields=translations.slug")
                .then()
                .body("translations.slug", equalTo(List.of(SCHLEUSE, ECLUSE)));
    }

    @Test
    void sampleNewsroomHasATranslationAndAnImprint() {
        assertThat(translations(Newsroom.SATURDAY_SCHOOL))
                .isEqualTo("[[language:uk, slug:" + Newsroom.SATURDAY_SCHOOL_IN_UKRAINIAN + "]]");
        DeskClient.asReader(Newsroom.IMPRINT).then().body("type", equalTo("page"));
    }

    @Test
    void deskShowsTheIdOfTheOriginal() {
        DeskClient lock = DeskClient.published("Desk: lock");
        published("Desk: Schleuse", "de", LOCK);
        DeskClient french = translation("Desk: écluse", "fr", SCHLEUSE);
        french.read().then().body("translationOf", equalTo(lock.id()));
        lock.read().then().body("translationOf", nullValue());
        french.patch(Map.of("title", "Desk: une écluse"))
                .then()
                .statusCode(200)
                .body("translationOf", equalTo(lock.id()));
    }

    @Test
    void hiddenTranslationsAreAbsent() {
        DeskClient.published("Desk: lock");
        DeskClient german = translation("Desk: Schleuse", "de", LOCK);
        assertThat(translations(LOCK)).isEqualTo("null");
        german.put("embargo", Map.of("until", "indefinite")).then().statusCode(201);
        german.put("publication", Map.of()).then().statusCode(201);
        assertThat(translations(LOCK)).isEqualTo("null");
        german.delete("/embargo").then().statusCode(200);
        assertThat(translations(LOCK)).contains(SCHLEUSE);
        german.put("withdrawal", Map.of("reason", "error")).then().statusCode(201);
        assertThat(translations(LOCK)).isEqualTo("null");
    }

    @Test
    void unknownOriginalIsAFault() {
        refused(Map.of("translationOf", "desk-nothing"), "There is no such article.");
        refused(Map.of("translationOf", "Not a slug"), "There is no such article.");
        DeskClient lock = DeskClient.write("Desk: lock");
        lock.patch(Map.of("translationOf", LOCK))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/translationOf"))
                .body("errors[0].detail", containsString("itself"));
        DeskClient german = translation("Desk: Schleuse", "de", LOCK);
        lock.patch(Map.of("translationOf", german.id()))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/translationOf"))
                .body("errors[0].detail", containsString("is a translation of this one"));
        DeskClient.write("Desk: other");
        lock.patch(Map.of("translationOf", "desk-other", "language", "da"))
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("Other articles are translations of this one"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "DE"})
    void secondTranslationIntoALanguageIsRejected(String language) {
        DeskClient lock = DeskClient.published("Desk: lock");
        translation("Desk: Schleuse", "de", LOCK);
        refused(Map.of("translationOf", LOCK, "language", language), "The article \"desk-schleuse\" tells this story");
        refused(Map.of("translationOf", LOCK, "language", "en"), "The article \"desk-lock\" tells this story");
        DeskClient french = translation("Desk: écluse", "fr", LOCK);
        french.patch(Map.of("language", language))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/translationOf"));
        lock.patch(Map.of("language", language))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/language"))
                .body("errors[0].detail", containsString(SCHLEUSE));
    }

    @Test
    void draftsOfPublishedArticlesMeetAtThePublication() {
        DeskClient.published("Desk: lock");
        DeskClient one = published("Desk: Schleuse", "de", null);
        DeskClient other = published("Desk: Wehr", "de", null);
        one.patch(Map.of("translationOf", LOCK)).then().statusCode(200);
        other.patch(Map.of("translationOf", LOCK)).then().statusCode(200);
        assertThat(translations(LOCK)).isEqualTo("null");
        one.put("publication", Map.of()).then().statusCode(200);
        other.put("publication", Map.of()).then().statusCode(409).body("detail", containsString("desk-schleuse"));
        assertThat(translations(LOCK)).isEqualTo("[[language:de, slug:desk-schleuse]]");
    }

    @Test
    void oneOfManyWritersGetsTheLanguage() throws Exception {
        DeskClient.published("Desk: lock");
        List<Integer> statuses = Parallel.run(
                5,
                number -> create(Map.of("title", "Desk: Schleuse " + number, "language", "de", "translationOf", LOCK))
                        .statusCode());
        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses).allMatch(status -> status == 201 || status == 400 || status == 409);
    }

    @Test
    void withdrawnTranslationMakesRoom() {
        DeskClient.published("Desk: lock");
        DeskClient first = published("Desk: Schleuse", "de", LOCK);
        first.put("withdrawal", Map.of("reason", "error")).then().statusCode(201);
        DeskClient second = published("Desk: Wehr", "de", LOCK);
        assertThat(translations(LOCK)).isEqualTo("[[language:de, slug:desk-wehr]]");
        first.put("publication", Map.of()).then().statusCode(409).body("detail", containsString("desk-wehr"));
        second.put("withdrawal", Map.of("reason", "error")).then().statusCode(201);
        first.put("publication", Map.of()).then().statusCode(201);
        assertThat(translations(LOCK)).isEqualTo("[[language:de, slug:desk-schleuse]]");
    }

    @Test
    void scheduledTranslationNeedsItsPlaceAtOnce() {
        DeskClient.published("Desk: lock");
        DeskClient first = published("Desk: Schleuse", "de", LOCK);
        first.put("withdrawal", Map.of("reason", "error")).then().statusCode(201);
        published("Desk: Wehr", "de", LOCK);
        first.delete("/publication").then().statusCode(200);
        first.put("schedule", Map.of("at", "2100-01-01T00:00:00Z"))
                .then()
                .statusCode(409)
                .body("detail", containsString("desk-wehr"));
        first.put("publication", Map.of()).then().statusCode(409);
    }

    @Test
    void storyHasAtMostAHundredTranslations() {
        DeskClient.write("Desk: lock");
        for (int i = 0; i < 100; i++) {
            translation("Desk: lock " + i, "en-x-" + i, LOCK);
        }
        DeskClient.write("Desk: one more", "language", "de")
                .patch(Map.of("translationOf", LOCK))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/translationOf"))
                .body("errors[0].detail", containsString("100 translations"));
    }

    @Test
    void translationCanLeave() {
        DeskClient.published("Desk: lock");
        DeskClient german = published("Desk: Schleuse", "de", LOCK);
        Map<String, Object> none = new HashMap<>();
        none.put("translationOf", null);
        german.patch(none).then().statusCode(200);
        assertThat(translations(LOCK)).contains(SCHLEUSE);
        german.put("publication", Map.of()).then().statusCode(200);
        assertThat(translations(LOCK)).isEqualTo("null");
        assertThat(translations(SCHLEUSE)).isEqualTo("null");
        published("Desk: Wehr", "de", LOCK);
    }

    @Test
    void originalIsNotDiscardedBeforeItsTranslations() {
        DeskClient lock = DeskClient.write("Desk: lock");
        DeskClient german = translation("Desk: Schleuse", "de", LOCK);
        lock.delete("").then().statusCode(409).body("detail", containsString("translations of this one"));
        german.delete("").then().statusCode(204);
        lock.delete("").then().statusCode(204);
    }

    private static DeskClient translation(String title, String language, String of) {
        return of == null
                ? DeskClient.write(title, "language", language)
                : DeskClient.write(title, "language", language, "translationOf", of);
    }

    private static DeskClient published(String title, String language, String of) {
        DeskClient desk = translation(title, language, of);
        desk.put("publication", Map.of()).then().statusCode(201);
        return desk;
    }

    private static Response create(Map<String, Object> members) {
        Map<String, Object> draft =
                new HashMap<>(Map.of("title", "Desk: refused", "type", "news", "language", "en", "tags", List.of()));
        draft.putAll(members);
        return Keys.as(Keys.BOOTSTRAP)
                .contentType("application/json")
                .body(draft)
                .post("/v1/desk/articles");
    }

    private static void refused(Map<String, Object> members, String detail) {
        create(members)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/translationOf"))
                .body("errors[0].detail", containsString(detail));
    }

    private static String translations(String slug) {
        return String.valueOf(DeskClient.asReader(slug)
                        .then()
                        .statusCode(200)
                        .extract()
                        .<Object>path("translations"))
                .replace("{", "[")
                .replace("}", "]")
                .replace("=", ":");
    }
}
