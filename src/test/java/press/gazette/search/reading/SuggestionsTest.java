package press.gazette.search.reading;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Newsroom;

/** Tags and headlines while a reader types. */
@QuarkusTest
class SuggestionsTest {

    @BeforeEach
    void awaitTheIndex() {
        await().ignoreExceptions()
                .until(() -> when().get("/v1/search?q=harbour").statusCode() == 200);
    }

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @ParameterizedTest
    @CsvSource({
        "marsh, elena-marsh",
        "MARSH e, elena-marsh",
        "elena, elena-marsh",
        "mrash, elena-marsh",
        "putin, putin",
        "pútin, putin",
        "europ, europe",
        "europaen, european-union",
        "union, european-union",
        "read long, the-long-read",
        "300, averil-at-300",
    })
    void tagIsSuggestedByAnyWordOfItsName(String typed, String slug) {
        assertThat(tags(typed)).contains(slug);
    }

    @Test
    void otherNameIsShownWithItsTag() {
        given().queryParam("q", "Пут")
                .get("/v1/search/suggestions")
                .then()
                .body("tags[0].tag.slug", equalTo("putin"))
                .body("tags[0].otherName", equalTo("Путин"));
    }

    @Test
    void exactNameComesFirst() {
        assertThat(tags("putin")).startsWith("putin");
        assertThat(tags("europe")).startsWith("europe");
        assertThat(tags("averil")).startsWith("averil");
    }

    @Test
    void shortWordsHaveNoTypingErrors() {
        assertThat(tags("puin")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "night tra, " + Newsroom.NIGHT_TRAMS,
        "foghorn, " + Newsroom.FOGHORN,
        "foghron, " + Newsroom.FOGHORN,
        "opera dry do, " + Newsroom.OPERA,
    })
    void headlineIsSuggestedByItsWords(String typed, String slug) {
        given().queryParam("q", typed)
                .get("/v1/search/suggestions")
                .then()
                .statusCode(200)
                .body("articles.slug", hasItem(slug));
    }

    @Test
    void draftsAndPagesOfTheSiteAreNotSuggested() {
        DeskClient.write("Desk: plesiosaur in a drawer");
        when().get("/v1/search/suggestions?q=plesiosaur")
                .then()
                .body("articles", empty())
                .body("tags", empty());
        when().get("/v1/search/suggestions?q=imprint").then().body("articles", empty());
    }

    @Test
    void responseIsNotIndexedAndNamesItsGroups() {
        when().get("/v1/search/suggestions?q=har")
                .then()
                .header("X-Robots-Tag", "noindex")
                .header("Surrogate-Key", "articles labels tags");
    }

    @Test
    void newHeadlineIsSuggestedWithItsNumber() {
        DeskClient desk = DeskClient.write("Desk: ichthyosaur ahoy");
        String seq = desk.put("publication", Map.of()).header("Gazette-Seq");
        given().header("Gazette-Seq", seq)
                .get("/v1/search/suggestions?q=ichthyo")
                .then()
                .body("articles.slug", equalTo(List.of("desk-ichthyosaur-ahoy")));
    }

    private static List<String> tags(String typed) {
        return given().queryParam("q", typed)
                .get("/v1/search/suggestions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("tags.tag.slug");
    }
}
