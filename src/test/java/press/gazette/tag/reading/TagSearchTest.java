package press.gazette.tag.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static press.gazette.newsroom.Listings.walk;

import java.time.Instant;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.address.Slug;
import press.gazette.newsroom.Newsroom;
import press.gazette.tag.Tag;
import press.gazette.tag.TagContent;
import press.gazette.tag.TagType;

/** Searching tags by the beginning of the name and by the parent. */
@QuarkusTest
class TagSearchTest {

    @ParameterizedTest
    @CsvSource({"put, putin", "PUTIN, putin", "Pütin, putin", "eur, europe", "%20Eur, europe"})
    void tagIsFoundByTheBeginningOfItsName(String q, String slug) {
        assertThat(slugs("/v1/tags?q=" + q)).contains(slug);
    }

    @Test
    void searchIgnoresCaseAndAccentsOfTheName() {
        QuarkusTransaction.requiringNew()
                .run(() -> Tag.coin(
                        new TagContent(
                                new Slug("zoe-oeren"),
                                "Zoë Ørén-Straße",
                                TagType.PERSON,
                                List.of(),
                                null,
                                List.of(),
                                List.of(),
                                null),
                        Instant.EPOCH));
        try {
            for (String q : List.of("zoe", "ZOË", "zoe%20oren-strasse", "Zo%65%CC%88%20%C3%98r%C3%A9n-Stra%C3%9Fe")) {
                assertThat(slugs("/v1/tags?q=" + q)).as(q).containsExactly("zoe-oeren");
            }
            assertThat(slugs("/v1/tags?q=zoe&type=place")).isEmpty();
        } finally {
            QuarkusTransaction.requiringNew().run(() -> Tag.delete("text.slug", "zoe-oeren"));
        }
    }

    @Test
    void searchIsCompleteAcrossPages() {
        List<String> all = slugs("/v1/tags?limit=100").stream()
                .filter(slug -> given().get("/v1/tags/" + slug)
                        .jsonPath()
                        .getString("name")
                        .startsWith("E"))
                .toList();
        assertThat(slugs("/v1/tags?q=e&limit=1"))
                .containsExactlyInAnyOrderElementsOf(all)
                .hasSizeGreaterThan(1);
    }

    @Test
    void parentListsTheChildrenOfATag() {
        assertThat(slugs("/v1/tags?parent=europe&limit=1"))
                .contains(Newsroom.RUSSIA)
                .isSorted();
        assertThat(slugs("/v1/tags?parent=europe&q=rus")).containsExactly(Newsroom.RUSSIA);
        assertThat(slugs("/v1/tags?parent=putin")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "q=%00, q, control",
        "q=%20, q, 1 to 100",
        "parent=nobody, parent, no tag",
        "parent=No%20Slug, parent, slug or id",
    })
    void errorNamesTheBadParameter(String query, String parameter, String hint) {
        given().urlEncodingEnabled(false)
                .get("/v1/tags?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo(parameter))
                .body("detail", containsString(hint));
    }

    private static List<String> slugs(String listing) {
        return walk(listing).stream().map(item -> item.get("slug").toString()).toList();
    }
}
