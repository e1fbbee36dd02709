package press.gazette.tag.reading;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static press.gazette.newsroom.Listings.walk;
import static press.gazette.newsroom.TestTags.clear;
import static press.gazette.newsroom.TestTags.patch;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.address.Slug;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Listings;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.TestTags;
import press.gazette.tag.Tag;
import press.gazette.tag.TagContent;
import press.gazette.tag.TagType;

/** Searching tags by any word of their names and by the parent. */
@QuarkusTest
class TagSearchTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "put, putin",
                "PUTIN, putin",
                "Pütin, putin",
                "eur, europe",
                "%20Eur, europe",
                "marsh, elena-marsh",
                "MÁRSH, elena-marsh",
                "elena m, elena-marsh",
                "harbour, old-harbour",
                "auth, averil-port-authority",
                "port auth, averil-port-authority",
                "путин, putin",
                "Poutine, putin",
                "プーチン, putin",
                "普京, putin",
                "京, putin",
                "intelligenz, artificial-intelligence",
                "sante, health",
                "eu, european-union",
                "連合, european-union",
                "об'єднаних, united-nations",
            })
    void tagIsFoundByAnyWordOfItsNames(String q, String slug) {
        assertThat(slugs("/v1/tags?q=" + encoded(q))).contains(slug).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"arsh", "utin", "marsh elena", "elena marshall", "vladimir-putin", "%25", "_utin"})
    void tagIsNotFoundByOtherTexts(String q) {
        assertThat(slugs("/v1/tags?q=" + encoded(q))).doesNotContain("putin", "elena-marsh");
    }

    @Test
    void searchIsOrderedByTheWordsThatItFinds() {
        for (String name : List.of("Zzq Mill", "Mill Zzq", "Zzqa", "Old zzq mill")) {
            TestTags.create("{\"name\": \"%s\", \"slug\": \"trial-%s\", \"type\": \"keyword\", \"state\": \"active\"}"
                            .formatted(name, name.toLowerCase(Locale.ROOT).replace(' ', '-')))
                    .then()
                    .statusCode(201);
        }
        List<String> expected = List.of("trial-mill-zzq", "trial-zzq-mill", "trial-old-zzq-mill", "trial-zzqa");
        for (String listing : List.of("/v1/tags?q=zzq", "/v1/tags?q=zzq&limit=1", "/v1/tags?q=zzq&limit=3")) {
            assertThat(slugs(listing)).as(listing).isEqualTo(expected);
        }
        assertThat(Listings.walk("/v1/desk/tags?q=zzq&limit=1", Keys::asAdmin))
                .extracting(item -> item.get("slug"))
                .isEqualTo(expected);
        String next = given().get("/v1/tags?q=zzq&limit=2").path("next");
        patch("trial-zzq-mill", "{\"name\": \"Another\"}").then().statusCode(200);
        patch("trial-old-zzq-mill", "{\"otherNames\": [{\"name\": \"Zzq, old\", \"language\": \"en\"}]}")
                .then()
                .statusCode(200);
        assertThat(given().urlEncodingEnabled(false).get(next).<List<String>>path("items.slug"))
                .containsExactly("trial-old-zzq-mill", "trial-zzqa");
        assertThat(slugs("/v1/tags?q=zzq")).containsExactly("trial-mill-zzq", "trial-old-zzq-mill", "trial-zzqa");
        given().urlEncodingEnabled(false)
                .get(next.replace("q=zzq", "q=zzqa"))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
    }

    @Test
    void longNamesHaveCursorsToo() {
        for (String last : List.of("1", "2", "3")) {
            TestTags.create("{\"name\": \"%s\", \"slug\": \"trial-long-%s\", \"type\": \"keyword\", \"state\": \"active\"}"
                            .formatted("\uFFE6\u58F0".repeat(99) + last, last))
                    .then()
                    .statusCode(201);
        }
        assertThat(slugs("/v1/tags?limit=1&q=" + encoded("\u20A9\u58F0".repeat(50))))
                .containsExactlyInAnyOrder("trial-long-1", "trial-long-2", "trial-long-3");
    }

    @AfterEach
    void takeOut() {
        clear();
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
        List<String> all = walk("/v1/tags?limit=100").stream()
                .filter(item -> names(item).anyMatch(TagSearchTest::hasWordWithE))
                .map(item -> item.get("slug").toString())
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

    @SuppressWarnings("unchecked")
    private static Stream<String> names(Map<String, Object> tag) {
        List<Map<String, String>> others = (List<Map<String, String>>) tag.get("otherNames");
        return Stream.concat(
                Stream.of(tag.get("name").toString()), others.stream().map(other -> other.get("name")));
    }

    private static boolean hasWordWithE(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*(?<!\\p{L})[eé].*");
    }

    private static String encoded(String q) {
        return q.contains("%") ? q : URLEncoder.encode(q, UTF_8);
    }

    private static List<String> slugs(String listing) {
        return walk(listing).stream().map(item -> item.get("slug").toString()).toList();
    }
}
