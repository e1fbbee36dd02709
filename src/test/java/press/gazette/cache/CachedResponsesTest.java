package press.gazette.cache;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Header;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.change.Invalidation;
import press.gazette.newsroom.CachingServer;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.PausedServer;

/** Cached responses are served without the database until a change on any node touches them. */
@QuarkusTest
@TestProfile(CachingServer.class)
class CachedResponsesTest {

    @Inject
    EntityManagerFactory factory;

    @Inject
    RenderedCache cache;

    @TestHTTPResource
    URI base;

    @BeforeEach
    void anew() {
        clearCache();
    }

    @AfterEach
    void tidyUp() {
        PausedServer.go();
        DeskClient.tidyUp();
        clearCache();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/articles",
                "/v1/articles/" + Newsroom.GAS_CONTRACT,
                "/v1/articles/" + Newsroom.GAS_CONTRACT + "?body=text&include=related",
                "/v1/articles/" + Newsroom.GAS_CONTRACT + "/related",
                "/v1/articles/" + Newsroom.GAS_CONTRACT + ".jsonld",
                "/v1/articles/" + Newsroom.GAS_CONTRACT + ".md",
                "/v1/articles?tags=putin,-opinion&limit=3",
                "/v1/articles?fields=title",
                "/v1/tags",
                "/v1/tags/putin",
                "/v1/tags/putin/articles",
                "/v1/lists",
                "/v1/lists/editors-picks",
                "/v1/pages/home",
            })
    void hitIsTheSameResponseWithoutAStatement(String path) {
        PausedServer.stop();
        for (String coding : List.of("gzip", "identity")) {
            Response cold = given().header("Accept-Encoding", coding).get(path);
            long before = statements();
            Response hot = given().header("Accept-Encoding", coding).get(path);
            assertThat(statements()).isEqualTo(before);
            assertThat(hot.asByteArray()).isEqualTo(cold.asByteArray());
            assertThat(shown(hot)).isEqualTo(shown(cold));
            given().header("Accept-Encoding", coding)
                    .head(path)
                    .then()
                    .statusCode(200)
                    .header("Content-Length", cold.header("Content-Length"));
            given().header("If-None-Match", cold.header("ETag"))
                    .header("Accept-Encoding", coding)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(cold.header("ETag")))
                    .header("Cache-Control", equalTo(cold.header("Cache-Control")));
            assertThat(statements()).isEqualTo(before);
        }
        when().get(path)
                .then()
                .header("Cache-Groups", startsWith("\""))
                .header(
                        "Surrogate-Key",
                        equalTo(when().get(path).header("Cache-Groups").replaceAll("[\",]", "")));
    }

    @Test
    void searchInTheOrderOfListingsIsNotServedForOneByRelevance() {
        Supplier<Object> newest = () -> read("/v1/search?q=harbour&order=newest");
        Object inOrder = newest.get();
        Object best = read("/v1/search?q=harbour&order=relevance");

        assertThat(read("/v1/search?q=harbour")).isEqualTo(best).isNotEqualTo(inOrder);
        assertThat(newest.get()).isEqualTo(inOrder);
    }

    private static Object read(String url) {
        return when().get(url).then().statusCode(200).extract().path("items.slug");
    }

    @Test
    void parametersInAnyOrderHitAndInvalidOnesStayRejected() {
        PausedServer.stop();
        when().get("/v1/articles?tags=putin&limit=20&type=news").then().statusCode(200);
        long before = statements();
        when().get("/v1/articles?type=news&limit=20&tags=putin").then().statusCode(200);
        when().get("/v1/articles?type=news&tags=putin").then().statusCode(200);
        assertThat(statements()).isEqualTo(before);
        when().get("/v1/articles/" + Newsroom.GAS_CONTRACT).then().statusCode(200);
        when().get("/v1/articles/" + Newsroom.GAS_CONTRACT + "?limit=20").then().statusCode(400);
        when().get("/v1/articles/" + Newsroom.GAS_CONTRACT + "?utm=x").then().statusCode(400);
        given().accept("text/html")
                .get("/v1/articles/" + Newsroom.GAS_CONTRACT)
                .then()
                .statusCode(406);
    }

    @Test
    void nextRequestSeesAWriteOfThisNode() {
        DeskClient desk = DeskClient.write("Desk: hot");
        DeskClient.asReader("desk-hot").then().statusCode(404);
        assertThat(titles("/v1/articles")).doesNotContain("Desk: hot");
        assertThat(titles("/v1/tags/averil/articles")).doesNotContain("Desk: hot");
        desk.put("publication", Map.of()).then().statusCode(201);
        DeskClient.asReader("desk-hot").then().statusCode(200);
        assertThat(titles("/v1/articles")).contains("Desk: hot");
        assertThat(titles("/v1/tags/averil/articles")).contains("Desk: hot");

        desk.patch(Map.of("title", "Desk: hotter", "tags", List.of("world")))
                .then()
                .statusCode(200);
        DeskClient.asReader("desk-hot").then().body("title", equalTo("Desk: hot"));
        desk.put("publication", Map.of()).then().statusCode(200);
        DeskClient.asReader("desk-hot").then().body("title", equalTo("Desk: hotter"));
        assertThat(titles("/v1/articles")).contains("Desk: hotter");
        assertThat(titles("/v1/tags/averil/articles")).doesNotContain("Desk: hot", "Desk: hotter");

        desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        DeskClient.asReader("desk-hot").then().statusCode(410);
        assertThat(titles("/v1/articles")).doesNotContain("Desk: hotter");
    }

    @Test
    void changeInvalidatesOnlyResponsesThatItTouches() {
        DeskClient desk = DeskClient.published("Desk: touched");
        PausedServer.stop();
        List<String> untouched =
                List.of("/v1/articles/" + Newsroom.GAS_CONTRACT, "/v1/tags/putin/articles", "/v1/tags");
        untouched.forEach(path -> when().get(path).then().statusCode(200));
        desk.post("corrections", Map.of("kind", "update", "text", "A word."))
                .then()
                .statusCode(201);
        long before = statements();
        untouched.forEach(path -> when().get(path).then().statusCode(200));
        assertThat(statements()).isEqualTo(before);
    }

    @Test
    void renamedTagChangesOnAllCards() {
        String tag = Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("name", "Desk hot tag", "slug", "desk-hot-tag", "type", "keyword", "state", "active"))
                .post("/v1/desk/tags")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        DeskClient desk = DeskClient.write("Desk: labelled", "tags", List.of(tag));
        desk.put("publication", Map.of()).then().statusCode(201);
        DeskClient.asReader("desk-labelled").then().body("tags[0].name", equalTo("Desk hot tag"));
        Keys.asAdmin()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(Map.of("name", "Renamed"))
                .patch("/v1/desk/tags/" + tag)
                .then()
                .statusCode(200);
        DeskClient.asReader("desk-labelled").then().body("tags[0].name", equalTo("Renamed"));
        when().get("/v1/tags/desk-hot-tag").then().body("name", equalTo("Renamed"));
        Keys.asAdmin()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(Map.of("state", "hidden"))
                .patch("/v1/desk/tags/" + tag)
                .then()
                .statusCode(200);
        DeskClient.asReader("desk-labelled").then().body("tags", equalTo(List.of()));
    }

    /** A different node writes to the same database; this one sees it in the ledger. */
    @ParameterizedTest
    @ValueSource(strings = {"updated", "transmuted"})
    void writeOfADifferentNodeIsSeenSoon(String kind) {
        seesAWriteOfADifferentNode(kind, List.of());
    }

    /** @param first statements of the other node's transaction before its write */
    void seesAWriteOfADifferentNode(String kind, List<String> first) {
        DeskClient desk = DeskClient.published("Desk: elsewhere");
        DeskClient.asReader("desk-elsewhere").then().body("title", equalTo("Desk: elsewhere"));
        String touched = kind.equals("updated") ? "article:" + desk.id() : "wonder:1";
        QuarkusTransaction.requiringNew().run(() -> {
            var database = Panache.getEntityManager();
            first.forEach(statement -> database.createNativeQuery(statement).executeUpdate());
            database.createNativeQuery("update article set title = 'Written elsewhere' where id = :id")
                    .setParameter("id", UUID.fromString(desk.id()))
                    .executeUpdate();
            database.createNativeQuery("update ledger_head set seq = seq + 1").executeUpdate();
            database.createNativeQuery("insert into change (seq, at, kind, subject, touched)"
                            + " select seq, at, :kind, :touched, :touched from ledger_head")
                    .setParameter("kind", kind)
                    .setParameter("touched", touched)
                    .executeUpdate();
        });
        noticeWritesOfOtherNodes();
        await(() -> DeskClient.asReader("desk-elsewhere").path("title").equals("Written elsewhere"));
    }

    /** The embedded database has no other writers than its server, which therefore looks for none. */
    void noticeWritesOfOtherNodes() {
        PausedServer.poll();
    }

    private static List<String> titles(String path) {
        return when().get(path).jsonPath().getList("items.title");
    }

    private static List<String> shown(Response response) {
        return response.headers().asList().stream()
                .filter(header -> !List.of("Date", "Trace-Id", "Last-Modified").contains(header.getName()))
                .map(Header::toString)
                .map(header -> header.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static void await(Supplier<Boolean> condition) {
        Awaitility.await().until(condition::get);
    }

    private void clearCache() {
        cache.apply(List.of(new Invalidation(0, List.of(), false)));
    }

    private long statements() {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        return statistics.getPrepareStatementCount();
    }
}
