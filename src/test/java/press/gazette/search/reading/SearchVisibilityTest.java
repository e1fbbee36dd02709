package press.gazette.search.reading;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static press.gazette.search.reading.Searches.awaitTotal;
import static press.gazette.search.reading.Searches.slugs;
import static press.gazette.search.reading.Searches.total;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.PausedServer;
import press.gazette.search.index.RebuiltIndex;

/** Articles that search must show at once, and those of which it must show nothing. */
@QuarkusTest
class SearchVisibilityTest {

    private static final List<String> TRACES = List.of(
            "/v1/search?q=zygodactyl&count=exact&facets=tags,section,contributor,type,language,year",
            "/v1/search?q=zigodactyl",
            "/v1/search?q=zygo*&facets=year",
            "/v1/search?q=harbour&limit=100&highlight=true&count=exact&facets=tags,section,contributor,type,language,year",
            "/v1/search?q=the+of+and+averil+desk&match=any&limit=100&facets=type",
            "/v1/search?q=the+averil&match=any&order=newest&count=exact&limit=3",
            "/v1/search?q=averil+harbour",
            "/v1/search/suggestions?q=zygo",
            "/v1/search/suggestions?q=har");

    @BeforeEach
    void awaitIndex() {
        Searches.awaitIndex();
    }

    @AfterEach
    void tidyUp() {
        PausedServer.go();
        DeskClient.tidyUp();
    }

    @Test
    void publishedArticleIsFoundAtOnceWithItsNumber() {
        DeskClient desk = DeskClient.write("Desk: quetzalcoatlus over the harbour");
        String seq = desk.put("publication", Map.of())
                .then()
                .statusCode(201)
                .extract()
                .header("Gazette-Seq");

        given().header("Gazette-Seq", seq)
                .get("/v1/search?q=quetzalcoatlus")
                .then()
                .statusCode(200)
                .body("items.slug", equalTo(List.of("desk-quetzalcoatlus-over-the-harbour")));
    }

    @Test
    void numberThatIsToComeIsNotAwaitedForEver() {
        given().header("Gazette-Seq", "999999999")
                .get("/v1/search?q=harbour")
                .then()
                .statusCode(503);
    }

    @Test
    void withdrawnArticlesLeaveTheResultsBeforeTheIndexKnows() {
        List<DeskClient> written = IntStream.range(0, 24)
                .mapToObj(i -> DeskClient.published("Desk: coelacanth number " + i))
                .toList();
        awaitTotal("coelacanth", 24);
        List<String> before = slugs("/v1/search?q=coelacanth&limit=4");
        PausedServer.stop();
        written.stream()
                .filter(desk -> !desk.id().equals(written.get(3).id())
                        && !desk.id().equals(written.get(20).id()))
                .limit(18)
                .forEach(desk ->
                        desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201));
        List<String> after = slugs("/v1/search?q=coelacanth&limit=4");
        PausedServer.go();

        assertThat(before).hasSize(4);
        assertThat(after).hasSize(4);
        after.forEach(slug -> when().get("/v1/articles/" + slug).then().statusCode(200));
        awaitTotal("coelacanth", 6);
    }

    @Test
    void hiddenArticlesAreNotFound() {
        DeskClient.write("Desk: archaeopteryx draft");
        DeskClient withdrawn = DeskClient.published("Desk: archaeopteryx published");
        awaitTotal("archaeopteryx", 1);
        withdrawn.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        awaitTotal("archaeopteryx", 0);

        when().get("/v1/search?q=archaeopteryx&facets=tags,year")
                .then()
                .body("items", empty())
                .body("didYouMean", nullValue())
                .body("facets.tags", empty());
        when().get("/v1/search?q=archaeopterix").then().body("didYouMean", nullValue());
        when().get("/v1/search/suggestions?q=archaeo").then().body("articles", empty());
    }

    @Test
    void withdrawnArticlesLeaveNoTraceInAnyResponse() {
        RebuiltIndex.now();
        List<String> before = responses();
        List<DeskClient> once = IntStream.range(0, 12)
                .mapToObj(i -> DeskClient.published("Desk: the harbour of averil and zygodactyl " + i))
                .toList();
        awaitTotal("zygodactyl", 12);
        assertThat(responses()).isNotEqualTo(before);
        once.forEach(
                desk -> desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201));
        awaitTotal("zygodactyl", 0);
        assertThat(responses()).isEqualTo(before);
    }

    /** Bodies and entity tags of searches that rare and common words of the articles change. */
    private static List<String> responses() {
        return TRACES.stream()
                .map(url -> when().get(url))
                .map(response -> response.statusCode() + " " + response.header("ETag") + " " + response.asString())
                .toList();
    }

    @Test
    void withdrawnArticlesLeaveCountsAndSuggestionsOnceTheIndexFollows() {
        DeskClient desk = DeskClient.published("Desk: plesiosaur in the quay");
        awaitTotal("plesiosaur", 1);
        PausedServer.stop();
        desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        assertThat(slugs("/v1/search?q=plesiosaur")).isEmpty();
        PausedServer.go();
        awaitTotal("plesiosaur", 0);
        when().get("/v1/search?q=plesiosaur&facets=tags,section,contributor,type,language,year")
                .then()
                .body("facets.type", empty())
                .body("facets.year", empty());
        when().get("/v1/search/suggestions?q=plesio").then().body("articles", empty());
    }

    @Test
    void articleThatComesAndGoesBetweenTwoReadingsIsNotFound() {
        PausedServer.stop();
        DeskClient desk = DeskClient.published("Desk: ichthyornis over the mole");
        desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        DeskClient after = DeskClient.published("Desk: hesperornis behind it");
        PausedServer.go();
        awaitTotal("hesperornis", 1);
        assertThat(total("/v1/search?q=ichthyornis")).isZero();
        assertThat(after.id()).isNotEqualTo(desk.id());
    }

    static List<String> hostile() {
        return List.of(
                "((((",
                "*:*",
                "/regex/",
                "field:[* TO *]",
                "title:[* TO *] harbour",
                "harbour\u0000",
                "harbour\ud800",
                "har\u200dbour",
                "\"".repeat(10_000),
                "x".repeat(1_000_000 / 20),
                "harbour~2^9 AND (port OR",
                "\\",
                "<script>alert(1)</script>",
                "' or 1=1 --",
                "%",
                "_%_",
                "a ".repeat(16),
                "aaa* bbb* ccc* ddd* eee* fff* ggg* hhh*",
                "harbuor counsil budgat electoin ferrey stryke schoool contrakt mayer concil porrt operra minster averril galery museem",
                "🎉 🎉",
                "日本銀行",
                "\u202eharbour");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileQuestionIsAnsweredOrRejected(String q) {
        for (String path : List.of("/v1/search", "/v1/search/suggestions")) {
            Response response =
                    given().queryParam("q", q).queryParam("fields", "slug").get(path);
            if (path.endsWith("suggestions")) {
                response = given().queryParam("q", q).get(path);
            }
            assertThat(response.statusCode()).isIn(200, 400, 414, 431);
        }
    }
}
