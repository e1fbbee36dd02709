package press.gazette.site.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.PausedServer;
import press.gazette.site.SiteClient;

/** The number of statements of a saved site document does not depend on its menus. */
@QuarkusTest
class SiteStatementsTest {

    @Inject
    EntityManagerFactory factory;

    @AfterEach
    void tidyUp() {
        SiteClient.tidyUp();
    }

    @Test
    void saveTakesTheSameStatementsForAnyNumberOfItems() {
        List<Map<String, Object>> items = new ArrayList<>();
        for (String tag : List.of("world", "politics", "city", "business", "science", "culture", "sport", "opinion")) {
            items.add(Map.of("tag", tag));
        }
        for (String list : List.of("editors-picks", "latest-posts", "world-news")) {
            items.add(Map.of("list", list));
        }
        items.add(Map.of("page", "home"));
        items.add(Map.of("page", "article"));
        items.add(Map.of("article", Newsroom.GAS_CONTRACT));
        items.add(Map.of("article", Newsroom.SATURDAY_SCHOOL));
        List<Map<String, Object>> few = List.of(
                items.get(0), Map.of("list", "editors-picks"), Map.of("page", "home"), items.get(items.size() - 1));
        PausedServer.stop();
        try {
            SiteClient desk = SiteClient.reading();
            desk.put("Trial", menu(few)).then().statusCode(200);
            long ofFew = statements(() -> desk.put("Trial 2", menu(few)));
            assertThat(statements(() -> desk.put("Trial 3", menu(items)))).isEqualTo(ofFew);
        } finally {
            PausedServer.go();
        }
    }

    private long statements(Supplier<Response> save) {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        save.get().then().statusCode(200);
        return statistics.getPrepareStatementCount();
    }

    private static Object[] menu(List<Map<String, Object>> items) {
        return new Object[] {"menus", List.of(Map.of("key", "main", "items", items))};
    }
}
