package press.gazette.curation.reading;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static press.gazette.newsroom.Newsroom.WORLD_NEWS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;
import press.gazette.newsroom.PausedServer;

/** Promise S6: a page takes as many statements as a list, for any number of lists, entries and sources. */
@QuarkusTest
class ListStatementsTest {

    /** Head of the ledger, list or page, revisions, candidates, rows, labels, and pictures of the lists' own. */
    private static final int STATEMENTS = 4;

    @Inject
    EntityManagerFactory factory;

    @AfterEach
    void tidyUp() {
        PausedServer.go();
        ListClient.tidyUp();
    }

    @Test
    void statementCountDoesNotGrowWithListsEntriesAndSources() {
        String picture = Keys.asAdmin().get("/v1/desk/media?limit=1").path("items[0].id");
        List<String> slugs = when().get("/v1/articles?limit=60").jsonPath().getList("items.slug");
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String nested = i == 0 ? WORLD_NEWS : keys.get(0);
            ListClient list = ListClient.create("trial-counted-" + i, "maxItems", 40, "fill", sources(nested));
            for (int j = 0; j < 2 * i + 1; j++) {
                list.placed(
                        slugs.get(j + i),
                        "overrides",
                        Map.of("title", "Own " + j, "image", picture),
                        "supporting",
                        List.of(Map.of("article", slugs.get(30 + j)), Map.of("article", slugs.get(29 - j))));
            }
            list.place("latestOf", "russia").then().statusCode(201);
            list.publish().then().statusCode(201);
            keys.add(list.key());
        }
        page("trial-page-1", keys.subList(0, 1));
        page("trial-page-6", keys);
        PausedServer.stop();
        for (String path : List.of(
                "/v1/lists/trial-counted-0",
                "/v1/lists/trial-counted-5",
                "/v1/pages/trial-page-1",
                "/v1/pages/trial-page-6")) {
            Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
            statistics.clear();
            when().get(path).then().statusCode(200);
            assertThat(statistics.getPrepareStatementCount()).as(path).isEqualTo(STATEMENTS);
        }
    }

    private static List<Map<String, Object>> sources(String nested) {
        return List.of(
                Map.of("latestOf", "putin"),
                Map.of("query", Map.of("tags", "(putin|energy),-film", "maxAge", "P30D", "order", "updated")),
                Map.of("list", nested),
                Map.of("query", Map.of("section", "world", "type", "news", "language", "en", "order", "oldest")),
                Map.of("query", Map.of()));
    }

    private static void page(String key, List<String> lists) {
        Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("key", key, "title", "A trial", "lists", lists))
                .post("/v1/desk/pages")
                .then()
                .statusCode(201);
    }
}
