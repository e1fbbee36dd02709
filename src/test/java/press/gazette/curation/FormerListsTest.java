package press.gazette.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;

import press.gazette.curation.content.ListContent;
import press.gazette.curation.content.ListEntry;
import press.gazette.curation.content.ListKind;
import press.gazette.curation.content.Placement;
import press.gazette.curation.content.SourceQuery;
import press.gazette.json.Json;

/** The migration to revisions that are stored whole in a row changes no list. */
class FormerListsTest {

    private static final String TAG = "01a20588-0000-7000-8000-000000000001";
    private static final String ONE = "01a20588-0000-7000-8000-000000000002";
    private static final String TWO = "01a20588-0000-7000-8000-000000000003";

    @Test
    void migrationOnH2ChangesNoList() throws SQLException {
        String url = "jdbc:h2:mem:former;DB_CLOSE_DELAY=-1;NON_KEYWORDS=KEY";
        Flyway.configure()
                .dataSource(url, "", "")
                .locations(folders("h2"))
                .target("9")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url)) {
            write(connection);
        }
        Flyway.configure()
                .dataSource(url, "", "")
                .locations(folders("h2"))
                .target(MigrationVersion.LATEST)
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url)) {
            check(connection);
        }
    }

    @Test
    void migrationOnPostgresqlChangesNoList() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            var source = server.getPostgresDatabase();
            Flyway.configure()
                    .dataSource(source)
                    .locations(folders("postgresql"))
                    .target("9")
                    .load()
                    .migrate();
            try (Connection connection = source.getConnection()) {
                write(connection);
            }
            Flyway.configure()
                    .dataSource(source)
                    .locations(folders("postgresql"))
                    .target(MigrationVersion.LATEST)
                    .load()
                    .migrate();
            try (Connection connection = source.getConnection()) {
                check(connection);
            }
        }
    }

    private static String[] folders(String database) {
        return new String[] {"classpath:db/migration/common", "classpath:db/migration/" + database};
    }

    private static void write(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String article : List.of(ONE, TWO)) {
                statement.execute(
                        "insert into article (id, slug, type, language, title, body, word_count, corrections, status,"
                                + " modified_at, version) values ('" + article + "', 'a-" + article.substring(35)
                                + "', 'news', 'en', 'x', '[]', 1, '[]', 'draft', current_timestamp, 0)");
            }
            list(statement, 1, "quotes", "Editor''s \"Picks\" \\\\ é", "hybrid", "'{\"tag\":\"" + TAG + "\"}'");
            list(statement, 2, "latest", "Latest", "query", "'{}'");
            list(statement, 3, "manual", "Manual", "manual", "null");
            entry(statement, 1, 1, ONE, "{\"title\":\"Say \\\"so\\\"\"}");
            entry(statement, 1, 0, TWO, "{}");
        }
    }

    private static void list(Statement statement, int number, String key, String title, String kind, String fill)
            throws SQLException {
        statement.execute("insert into curated_list (id, key, title, kind, max_items, version) values ('"
                + id(10, number) + "', '" + key + "', '" + title + "', '" + kind + "', 7, 0)");
        statement.execute(
                "insert into list_revision (id, list_id, number, fill, saved_at) values ('" + id(20, number) + "', '"
                        + id(10, number) + "', 1, " + fill + ", timestamp with time zone '2026-01-01 00:00:00+00:00')");
        statement.execute(
                "update curated_list set live_id = '" + id(20, number) + "' where id = '" + id(10, number) + "'");
    }

    private static void entry(Statement statement, int list, int position, String article, String overrides)
            throws SQLException {
        statement.execute(
                "insert into list_entry (id, revision_id, position, article_id, overrides) values ('" + id(30, position)
                        + "', '" + id(20, list) + "', " + position + ", '" + article + "', '" + overrides + "')");
    }

    private static UUID id(int kind, int number) {
        return new UUID(kind, number);
    }

    private static void check(Connection connection) throws SQLException {
        ListContent quotes = content(connection, "quotes");
        assertThat(quotes.settings().title()).isEqualTo("Editor's \"Picks\" \\\\ é");
        assertThat(quotes.settings().kind()).isEqualTo(ListKind.HYBRID);
        assertThat(quotes.settings().maxItems()).isEqualTo(7);
        assertThat(query(quotes).tags()).isEqualTo(TAG);
        Map<Integer, Placement> placed =
                quotes.entries().stream().collect(Collectors.toMap(quotes.entries()::indexOf, ListEntry::placed));
        assertThat(placed).hasSize(2);
        assertThat(placed.get(0)).isEqualTo(Placement.of(UUID.fromString(TWO), null));
        assertThat(placed.get(1).target().articleId()).contains(UUID.fromString(ONE));
        assertThat(placed.get(1).overrides().title()).isEqualTo("Say \"so\"");
        assertThat(query(content(connection, "latest")).tags()).isNull();
        assertThat(content(connection, "manual").settings().fill()).isEmpty();
        assertThat(content(connection, "manual").entries()).isEmpty();
        try (Statement statement = connection.createStatement();
                ResultSet spans = statement.executeQuery("select count(*) from list_live_span s join curated_list l on"
                        + " l.id = s.list_id and l.revealed and l.live_at = s.since and s.revision = 1")) {
            spans.next();
            assertThat(spans.getInt(1)).isEqualTo(3);
        }
    }

    private static SourceQuery query(ListContent content) {
        return content.settings().fill().get(0).asQuery().orElseThrow();
    }

    private static ListContent content(Connection connection, String key) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select r.content from list_revision r join curated_list l on"
                        + " l.live_id = r.id where l.key = '" + key + "'")) {
            row.next();
            return Json.fromColumn(row.getString(1), ListContent.class);
        }
    }
}
