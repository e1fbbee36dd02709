package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An embedded database of an older release whose migration is killed, and one of the next release. */
class KilledMigrationIT {

    /** Before the desk, whose migrations add columns and indexes to articles. */
    private static final String OLDER = "5";

    private static final int ARTICLES = 10_000;

    /** Kills after the copy was made, at different moments. */
    private static final int KILLS = 4;

    private static final Duration APART = Duration.ofMillis(150);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration OFTEN = Duration.ofMillis(1);

    private static final String COPYING = ".copying";
    private static final String COPY = ".before-migration";

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    private EmbeddedFile database;

    @BeforeEach
    void make() throws Exception {
        database = new EmbeddedFile();
        Flyway.configure()
                .dataSource(database.url(), null, null)
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .target(OLDER)
                .load()
                .migrate();
    }

    @AfterEach
    void remove() throws IOException {
        NODES.killAll();
        database.close();
    }

    @Test
    void killedMigrationStartsAgainWithoutLoss() throws Exception {
        execute("insert into article (id, slug, type, language, title, body, word_count, corrections, status, "
                + "first_published_at, published_at, updated_at, modified_at, version) "
                + "select random_uuid(), 'story-' || x, 'news', 'en', 'ArticleScript ' || x, '{\"blocks\":[]}', 0, '[]', 'published', "
                + "dateadd('minute', -x, current_timestamp), dateadd('minute', -x, current_timestamp), "
                + "current_timestamp, current_timestamp, 1 from system_range(1, " + ARTICLES + ")");
        killAt(COPYING, Duration.ZERO);
        int withinMigration = 0;
        for (int i = 0; i < KILLS; i++) {
            killAt(COPY, APART.multipliedBy(i));
            withinMigration += database.hasBeside(COPY) ? 1 : 0;
        }
        assertThat(withinMigration).as("kills before the end of the migration").isPositive();
        Node node = NODES.start(database);
        assertThat(Editor.anybody(node).get("/v1/articles/story-" + ARTICLES).status())
                .isEqualTo(200);
        node.stop();
        assertThat(database.hasBeside(COPY)).as("a copy that is left").isFalse();
        try (DatabaseAudit books = database.afterCrash()) {
            assertThat(books.number("select count(*) from article")).isEqualTo(ARTICLES);
            assertThat(books.number("select count(*) from \"flyway_schema_history\" where not \"success\""))
                    .isZero();
        }
    }

    /** A node that is killed too late has finished its migration; then there is nothing left to test. */
    private void killAt(String file, Duration after) {
        Node node = NODES.launch("", database);
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(OFTEN)
                .until(() -> database.hasBeside(file) || node.says("Listening on") || !node.isAlive());
        assertThat(node.isAlive()).as(node.tail()).isTrue();
        LockSupport.parkNanos(after.toNanos());
        node.kill();
    }

    @Test
    void nodeStartsOnTheSchemaOfTheNextRelease() throws Exception {
        NODES.start(database).stop();
        execute("alter table article add column of_the_next_release integer");
        execute("insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\", "
                + "\"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\") "
                + "values (1000, '899', 'of the next release', 'SQL', 'V899__next.sql', 1, 'test', 1, true)");
        Node node = NODES.start(database);
        assertThat(Editor.anybody(node).get("/v1/articles").status()).isEqualTo(200);
        node.stop();
        execute("update \"flyway_schema_history\" set \"checksum\" = 1 where \"version\" = '1'");
        Node refused = NODES.launch("", database);
        assertThat(refused.awaitEnd()).isEqualTo(78);
        assertThat(refused.lines("Gazette does not start"))
                .singleElement()
                .asString()
                .contains("Migration checksum mismatch for migration version 1");
        assertThat(refused.lines("\tat ")).isEmpty();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url())) {
            connection.createStatement().execute(sql);
        }
    }
}
