package press.gazette.article.listing;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static press.gazette.newsroom.Listings.walk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.Newsroom;

/** Every filter, compared with the same filter over the whole newsroom in memory. */
@QuarkusTest
class ArticleListingTest {

    private record Known(String slug, Set<String> tags, String type, Instant publishedAt, Instant updatedAt) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "putin",
                "putin,energy",
                "putin|film",
                "energy|film|football|sailing",
                "putin,(energy|europe),-opinion",
                "-putin",
                "-putin,-averil",
                "-(putin|averil)",
                "(putin,russia)|(averil,budget)",
                "(putin,russia)|-averil",
                "averil,-(budget|housing),city",
                "world|politics",
                "elena-marsh,putin",
                "lorne,(elections|(energy,-putin))",
                "film,football",
            })
    void listingMatchesTheTagExpression(String expression) {
        TagExpression parsed = TagExpression.parse(expression);
        String query = "tags=" + URLEncoder.encode(expression, StandardCharsets.UTF_8);
        assertThat(slugs("/v1/articles?limit=4&" + query)).isEqualTo(newest(article -> holds(parsed, article.tags())));
    }

    @Test
    void parametersNarrowTheListingTogether() {
        assertThat(slugs("/v1/articles?section=politics&tags=putin&type=news&limit=1"))
                .isEqualTo(newest(article -> article.tags().containsAll(Set.of("politics", "putin"))
                        && article.type().equals("news")))
                .isNotEmpty();
        assertThat(slugs("/v1/tags/putin/articles?section=world&limit=2"))
                .isEqualTo(newest(article -> article.tags().containsAll(Set.of("world", "putin"))))
                .isNotEmpty();
        assertThat(slugs("/v1/articles?contributor=elena-marsh"))
                .isEqualTo(newest(article -> article.tags().contains("elena-marsh")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"news", "analysis", "liveblog", "review"})
    void listingMatchesTheType(String type) {
        assertThat(slugs("/v1/articles?limit=3&type=" + type))
                .isEqualTo(newest(article -> article.type().equals(type)))
                .isNotEmpty();
    }

    @Test
    void listingMatchesTheLanguage() {
        assertThat(slugs("/v1/articles?language=uk")).containsExactly(Newsroom.SATURDAY_SCHOOL_IN_UKRAINIAN);
        assertThat(slugs("/v1/articles?language=ja")).containsExactly("hikari-wo-keshita-shima");
        assertThat(slugs("/v1/articles?language=en&limit=100"))
                .hasSize(known().size() - 4)
                .doesNotContain(Newsroom.SATURDAY_SCHOOL_IN_UKRAINIAN);
        assertThat(slugs("/v1/articles?language=de")).containsExactly("insel-ohne-laternen");
        assertThat(slugs("/v1/articles?language=it")).isEmpty();
    }

    @Test
    void fromIsInclusiveAndToIsExclusive() {
        List<Known> known = known();
        Instant from = known.get(20).publishedAt();
        Instant to = known.get(10).publishedAt();
        assertThat(slugs("/v1/articles?limit=3&from=" + from + "&to=" + to))
                .isEqualTo(newest(article -> !article.publishedAt().isBefore(from)
                        && article.publishedAt().isBefore(to)))
                .contains(known.get(20).slug())
                .doesNotContain(known.get(10).slug());
        assertThat(slugs("/v1/tags/averil/articles?to=" + to + "&limit=2"))
                .isEqualTo(newest(article -> article.tags().contains("averil")
                        && article.publishedAt().isBefore(to)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/articles", "/v1/tags/averil/articles", "/v1/articles?tags=putin%7Cfilm"})
    void everyOrderIsTotalAndCompleteAcrossPages(String listing) {
        String join = listing.contains("?") ? "&" : "?";
        List<String> newest = slugs(listing + join + "limit=100");
        List<String> oldest = slugs(listing + join + "order=oldest&limit=3");
        Collections.reverse(oldest);
        assertThat(oldest).isEqualTo(newest);
        List<Map<String, Object>> updated = walk(listing + join + "order=updated&limit=3");
        assertThat(updated).hasSameSizeAs(newest);
        assertThat(updated.stream()
                        .map(item -> Instant.parse(item.get("updatedAt").toString())))
                .isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void updatedSinceFindsTheSignificantEdits() {
        Instant hourAndAHalf = known().stream()
                .filter(article -> article.slug().equals(Newsroom.GAS_CONTRACT))
                .findFirst()
                .orElseThrow()
                .updatedAt();
        assertThat(slugs("/v1/articles?order=updated&updatedSince=" + hourAndAHalf))
                .containsAll(newest(article -> !article.updatedAt().isBefore(hourAndAHalf)))
                .contains(Newsroom.GAS_CONTRACT, "assembly-foreign-policy-live");
    }

    @Test
    void formerSlugOfATagGivesTheSameListing() {
        assertThat(slugs("/v1/articles?tags=vladimir-putin")).isEqualTo(slugs("/v1/articles?tags=putin"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "tags=nobody                     | tags         | no tag \"nobody\"",
                "tags=putin,-nobody              | tags         | no tag \"nobody\"",
                "tags=putin,                     | tags         | character 7",
                "section=putin                   | section      | no section",
                "section=Not%20A%20Slug          | section      | slug or id",
                "contributor=world               | contributor  | no contributor",
                "type=gossip                     | type         | news, analysis",
                "language=e                      | language     | BCP 47",
                "from=yesterday                  | from         | RFC 3339",
                "from=2026-13-01                 | from         | The month must be 01 to 12",
                "to=2024-02-30T00:00:00Z         | to           | February 2024 has 29 days",
                "to=9999-01-01                   | to           | The latest time is 9998-12-31T23:59:59Z",
                "from=1599-12-31                 | from         | The earliest time is 1600-01-01T00:00:00Z",
                "to=9999999999                   | to           | RFC 3339",
                "updatedSince=0000-01-01         | updatedSince | 1600",
                "from=2026-02-01&to=2026-01-01   | to           | later",
                "order=random                    | order        | newest, oldest, updated",
            })
    void errorNamesTheBadParameter(String query, String parameter, String hint) {
        given().urlEncodingEnabled(false)
                .when()
                .get("/v1/articles?" + query.strip())
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo(parameter.strip()))
                .body("detail", containsString(hint.strip()));
    }

    @Test
    void cursorIsBoundToItsFilterAndOrder() {
        String next = when().get("/v1/articles?type=news&limit=1").jsonPath().getString("next");
        String cursor = next.substring(next.indexOf("cursor="));
        for (String other : List.of("type=analysis", "order=oldest&type=news", "section=world&type=news")) {
            given().urlEncodingEnabled(false)
                    .when()
                    .get("/v1/articles?" + other + "&" + cursor)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-cursor"));
        }
        given().urlEncodingEnabled(false)
                .when()
                .get("/v1/articles?limit=50&type=news&" + cursor)
                .then()
                .statusCode(200);
    }

    private static boolean holds(TagExpression expression, Set<String> tags) {
        if (expression instanceof TagExpression.One one) {
            return tags.contains(one.tag().text());
        }
        if (expression instanceof TagExpression.Not not) {
            return !holds(not.operand(), tags);
        }
        return expression instanceof TagExpression.All all
                ? all.operands().stream().allMatch(operand -> holds(operand, tags))
                : ((TagExpression.Any) expression).operands().stream().anyMatch(operand -> holds(operand, tags));
    }

    private static List<String> newest(Predicate<Known> condition) {
        return known().stream().filter(condition).map(Known::slug).toList();
    }

    private static List<Known> known() {
        return walk("/v1/articles?limit=100").stream()
                .map(ArticleListingTest::known)
                .toList();
    }

    private static Known known(Map<String, Object> item) {
        Set<String> tags = new HashSet<>();
        for (String name : List.of("tags", "contributors")) {
            ((List<?>) item.get(name))
                    .forEach(label -> tags.add(((Map<?, ?>) label).get("slug").toString()));
        }
        tags.add(((Map<?, ?>) item.get("section")).get("slug").toString());
        return new Known(
                item.get("slug").toString(),
                tags,
                item.get("type").toString(),
                Instant.parse(item.get("publishedAt").toString()),
                Instant.parse(item.get("updatedAt").toString()));
    }

    private static List<String> slugs(String listing) {
        return new ArrayList<>(
                walk(listing).stream().map(item -> item.get("slug").toString()).toList());
    }
}
