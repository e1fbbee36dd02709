package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import press.gazette.newsroom.Newsroom;

/**
 * A first start with little CPU time, and one that is killed while it loads. {@code -Dfaults.duty=10} gives the whole
 * start a tenth of a core, which takes minutes.
 */
class SlowStartIT {

    private static final double ON = 0.02;
    private static final double PERCENT = 100;

    /** Short timeouts simulate an even slower machine: the whole load would never end within one of them. */
    private static final String[] IMPATIENT = {
        "-Dgazette.sample-newsroom=true",
        "-Dquarkus.transaction-manager.default-transaction-timeout=1S",
        "-Dquarkus.datasource.jdbc.acquisition-timeout=1S",
        "-Dquarkus.log.category.\"press.gazette.importer\".level=DEBUG",
        "-Dgazette.drain=0S"
    };

    private static final List<String> TABLES = List.of(
            "article",
            "article_alias",
            "article_related",
            "tag",
            "tag_alias",
            "tag_parent",
            "tagging",
            "media",
            "curated_list",
            "list_revision",
            "curated_page",
            "change");

    private static final String STEP = "A step of the load is done";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration OFTEN = Duration.ofMillis(20);

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    @Test
    void slowStartLoadsTheNewsroomAndAKilledLoadContinues() throws Exception {
        Map<String, Long> whole;
        try (EmbeddedFile database = new EmbeddedFile()) {
            startSlowly(database);
            whole = content(database);
        }
        try (EmbeddedFile database = new EmbeddedFile()) {
            assertThat(stepsDoneByAKilledLoad(database)).isPositive();
            Node node = NODES.start(1, database, IMPATIENT).get(0);
            assertThat(publicArticles(node)).isEqualTo(Newsroom.PUBLIC_ARTICLES);
            assertThat(node.lines("Loaded the sample newsroom")).hasSize(1);
            assertThat(node.stop()).isNotZero();
            assertThat(content(database)).isEqualTo(whole);
            Node again = NODES.start(1, database, IMPATIENT).get(0);
            assertThat(again.says("Loading")).isFalse();
            again.stop();
        }
    }

    private static void startSlowly(EmbeddedFile database) throws Exception {
        double off = ON * (PERCENT / Integer.getInteger("faults.duty", 50) - 1);
        Node node = NODES.launch("", database, IMPATIENT);
        CpuThrottle duty = new CpuThrottle(node, ON, off);
        try {
            await().atMost(PATIENCE).pollInterval(OFTEN).until(() -> node.says("Listening on") || !node.isAlive());
        } finally {
            duty.close();
        }
        node.awaitReady();
        assertThat(publicArticles(node)).isEqualTo(Newsroom.PUBLIC_ARTICLES);
        assertThat(node.lines(" WARN ")).as("warnings of a start").isEmpty();
        assertThat(node.lines("\tat ")).as("lines of stack traces").isEmpty();
        node.stop();
    }

    /** Kills a node after a step of its load. */
    private static long stepsDoneByAKilledLoad(EmbeddedFile database) throws Exception {
        Node node = NODES.launch("", database, IMPATIENT);
        await().atMost(PATIENCE).pollInterval(OFTEN).until(() -> node.says(STEP) || !node.isAlive());
        node.kill();
        assertThat(node.says("Loaded the sample newsroom")).isFalse();
        try (DatabaseAudit books = database.afterCrash()) {
            books.assertLedgerIsSound();
            assertThat(books.number("select steps - done from content_load")).isPositive();
            return books.number("select done from content_load");
        }
    }

    private static int publicArticles(Node node) throws Exception {
        Reply reply = Editor.anybody(node).get("/v1/articles?limit=100");
        assertThat(reply.status()).isEqualTo(200);
        return JsonPath.from(reply.content()).getList("items").size();
    }

    private static Map<String, Long> content(EmbeddedFile database) throws Exception {
        try (DatabaseAudit books = database.afterCrash()) {
            books.assertLedgerIsSound();
            Map<String, Long> rows = new TreeMap<>();
            for (String table : TABLES) {
                rows.put(table, books.number("select count(*) from " + table));
            }
            return rows;
        }
    }
}
