package press.gazette.article.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static press.gazette.newsroom.TestTags.clear;
import static press.gazette.newsroom.TestTags.keyword;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Listings;
import press.gazette.newsroom.TestTags;

/** The desk's search in working drafts. */
@QuarkusTest
class DeskSearchTest {

    private static final String ARTICLES = "/v1/desk/articles";

    @AfterEach
    void takeOut() {
        DeskClient.tidyUp();
        clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "übergang",
                "UBERG",
                "zzqlock über",
                "über zzqlock",
                "zzqkicker",
                "marsh zzqlock",
                "desk-zzqlock-ubergang",
                "o'brien's zzqlock",
                "O’Brien",
                "10,0 zzqlock",
                "銀行",
                "東京銀",
            })
    void draftIsFoundByTheBeginningsOfItsWords(String q) {
        DeskClient.write(
                "Desk: Zzqlock Übergang, O’Brien’s 10,000 東京銀行",
                "slug",
                "desk-zzqlock-ubergang",
                "kicker",
                "Zzqkicker",
                "tags",
                List.of("averil", "elena-marsh"));
        assertThat(found("q=" + encoded(q))).contains("desk-zzqlock-ubergang");
    }

    @ParameterizedTest
    @ValueSource(strings = {"qlock", "zzqlocks", "zzqlock nobody", "zzql_ck", "standfirstword"})
    void draftIsNotFoundByOtherWords(String q) {
        DeskClient.write("Desk: Zzqlock", "standfirst", "Standfirstword");
        assertThat(found("q=" + encoded(q))).doesNotContain("desk-zzqlock");
    }

    @Test
    void publishedArticleIsFoundByItsWorkingDraft() {
        DeskClient desk = DeskClient.published("Desk: Zzqold");
        desk.patch(Map.of("title", "Desk: Zzqnew", "slug", "desk-zzqnew"))
                .then()
                .statusCode(200);
        assertThat(found("q=zzqnew")).containsExactly("desk-zzqold");
        assertThat(found("q=zzqold")).isEmpty();
        desk.put("publication", Map.of()).then().statusCode(200);
        assertThat(found("q=zzqnew")).containsExactly("desk-zzqnew");
        desk.put("withdrawal", Map.of("reason", "error")).then().statusCode(201);
        assertThat(found("q=zzqnew&status=withdrawn")).containsExactly("desk-zzqnew");
        assertThat(found("q=zzqnew&status=published")).isEmpty();
    }

    @Test
    void filtersByTagsLookAtTheWorkingDraft() {
        DeskClient desk = DeskClient.published("Desk: Zzqtags", "tags", List.of("averil", "world", "tomas-okafor"));
        String both = "q=zzqtags&";
        for (String filter :
                List.of("section=world", "tag=averil", "contributor=tomas-okafor", "tag=world&section=world")) {
            assertThat(found(both + filter)).as(filter).containsExactly("desk-zzqtags");
        }
        desk.patch(Map.of("tags", List.of("energy", "politics", "elena-marsh")))
                .then()
                .statusCode(200);
        for (String filter :
                List.of("section=world", "tag=averil", "contributor=tomas-okafor", "tag=energy&section=world")) {
            assertThat(found(both + filter)).as(filter).isEmpty();
        }
        for (String filter :
                List.of("section=politics", "tag=energy", "contributor=elena-marsh", "tag=energy&section=politics")) {
            assertThat(found(both + filter)).as(filter).containsExactly("desk-zzqtags");
            assertThat(found(filter)).as(filter).contains("desk-zzqtags");
        }
        assertThat(found("q=zzqtags+marsh")).containsExactly("desk-zzqtags");
        desk.patch(Map.of("tags", List.of())).then().statusCode(200);
        assertThat(found(both + "tag=energy")).isEmpty();
        assertThat(found(both + "tag=averil")).isEmpty();
        desk.put("publication", Map.of()).then().statusCode(200);
        assertThat(found(both + "tag=averil")).isEmpty();
    }

    @Test
    void draftsOfAMergedTagAreFoundByItsTarget() {
        keyword("trial-from", "active");
        keyword("trial-into", "active");
        DeskClient desk = DeskClient.published("Desk: Zzqmerged");
        desk.patch(Map.of("tags", List.of("trial-from", "trial-into"))).then().statusCode(200);
        DeskClient.published("Desk: Zzqmoved").patch(Map.of("tags", List.of("trial-from")));
        Keys.asAdmin()
                .contentType("application/json")
                .header("If-Match", "*")
                .body("{\"into\": \"trial-into\"}")
                .put(TestTags.TAGS + "/trial-from/merger")
                .then()
                .statusCode(200);
        for (String tag : List.of("trial-into", "trial-from")) {
            assertThat(found("tag=" + tag)).containsExactly("desk-zzqmoved", "desk-zzqmerged");
        }
    }

    @Test
    void filtersNarrowTogether() {
        String writer = Keys.with("desk:write", "desk:read");
        Instant before = Instant.now().minusSeconds(60);
        DeskClient.writeAs(writer, "Desk: Zzqown", "type", "feature");
        DeskClient.write("Desk: Zzqother", "type", "feature");
        String own = "modifiedBy=" + encoded("key:" + Keys.id(writer));
        assertThat(found(own)).containsExactly("desk-zzqown");
        assertThat(found(own + "&type=feature&status=draft&q=zzq")).containsExactly("desk-zzqown");
        assertThat(found(own + "&type=news")).isEmpty();
        assertThat(found("modifiedBy=nobody")).isEmpty();
        assertThat(found("type=feature&status=draft")).startsWith("desk-zzqother", "desk-zzqown");
        assertThat(found("type=feature")).startsWith("desk-zzqother", "desk-zzqown");
        assertThat(found("type=feature&order=oldest")).endsWith("desk-zzqown", "desk-zzqother");
        assertThat(found("q=zzq&order=oldest&limit=1")).containsExactly("desk-zzqown", "desk-zzqother");
        assertThat(found("q=zzq&from=" + before)).hasSize(2);
        assertThat(found("q=zzq&to=" + before)).isEmpty();
        assertThat(found("q=zzq&from=2100-01-01")).isEmpty();
        assertThat(found("status=draft&order=oldest&limit=1")).endsWith("desk-zzqown", "desk-zzqother");
    }

    @Test
    void pagesHaveEachArticleOnce() {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            DeskClient.write("Desk: Zzqpage " + i, "tags", List.of("averil", "world"));
            written.add(0, "desk-zzqpage-" + i);
        }
        for (String filter : List.of("q=zzqpage", "q=zzqpage&section=world", "status=draft&q=zzqpage&type=news")) {
            for (int limit = 1; limit <= 5; limit++) {
                assertThat(found(filter + "&limit=" + limit)).as(filter).isEqualTo(written);
            }
        }
        String next = Keys.asAdmin().get(ARTICLES + "?q=zzqpage&limit=2").path("next");
        Keys.asAdmin()
                .urlEncodingEnabled(false)
                .get(next.replace("q=zzqpage", "q=zzq"))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
    }

    @Test
    void draftsOfTheFormerReleaseAreFoundByWhatReadersSee() {
        DeskClient.published("Desk: Zzqformer", "kicker", "Zzqkick", "tags", List.of("averil"))
                .patch(Map.of("title", "Desk: Zzqdraft", "tags", List.of("energy")));
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("update article set desk_key = null where slug = 'desk-zzqformer'")
                        .executeUpdate());
        assertThat(found("q=zzqformer+zzqki&tag=averil")).containsExactly("desk-zzqformer");
        assertThat(found("q=zzqdraft")).isEmpty();
        assertThat(found("q=zzqformer&tag=energy")).isEmpty();
    }

    @Test
    void draftOfTheFormerReleaseIsFoundByItselfOnceItIsSaved() {
        DeskClient desk = DeskClient.published("Desk: Zzqformer", "tags", List.of("averil"));
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("update article set desk_key = null where slug = 'desk-zzqformer'")
                        .executeUpdate());
        desk.patch(Map.of("title", "Desk: Zzqsaved", "tags", List.of("energy")))
                .then()
                .statusCode(200);
        assertThat(found("q=zzqsaved&tag=energy")).containsExactly("desk-zzqformer");
        assertThat(found("q=zzqsaved&tag=averil")).isEmpty();
        assertThat(found("q=zzqsaved+zzqformer")).containsExactly("desk-zzqformer");
        desk.put("publication", Map.of()).then().statusCode(200);
        assertThat(found("q=zzqsaved&tag=energy")).containsExactly("desk-zzqformer");
        assertThat(found("q=zzqsaved&tag=averil")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=%20                     | q           | words of letters",
                "q=%00                     | q           | words of letters",
                "q=---                     | q           | words of letters",
                "q=a+b+c+d+e+f+g+h+i+j+k   | q           | 1 to 10 words",
                "section=nobody            | section     | no section",
                "section=putin             | section     | no section",
                "section=No%20Slug         | section     | slug or id",
                "contributor=world         | contributor | no contributor",
                "tag=nobody                | tag         | no tag",
                "type=gossip               | type        | liveblog",
                "status=gone               | status      | withdrawn",
                "order=updated             | order       | oldest",
                "from=soon                 | from        | ",
                "to=1599-12-31             | to          | ",
                "from=2026-02-01&to=2026-01-01 | to      | not later",
                "modifiedBy=a%0Ab          | modifiedBy  | printable",
                "modifiedBy=%20            | modifiedBy  | printable",
                "tags=averil               | tags        | tag",
            })
    void badParameterIsNamed(String query, String parameter, @Nullable String hint) {
        Keys.asAdmin()
                .urlEncodingEnabled(false)
                .get(ARTICLES + "?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo(parameter))
                .body("detail", containsString(hint == null ? "" : hint));
    }

    private static List<String> found(String parameters) {
        return Listings.walk(ARTICLES + "?" + parameters, Keys::asAdmin).stream()
                .map(item -> (String) item.get("slug"))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
