package press.gazette.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** The migration adds the removals that the ledger has, and on PostgreSQL those that the former release writes beside this one. */
class FormerRemovalsTest {

    private static final String BEFORE = "66";
    private static final String TRIGGER = "69.1";

    private final Subject article = Subject.article(UUID.randomUUID());
    private final Subject putin = Subject.tag(UUID.randomUUID());
    private final Subject ukraine = Subject.tag(UUID.randomUUID());

    @Test
    void migrationOnH2AddsRemovals() throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;NON_KEYWORDS=KEY");
        checkMigration(source, "h2");
    }

    @Test
    void migrationOnPostgresqlAddsRemovalsAndThoseOfTheFormerRelease() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            DataSource source = server.getPostgresDatabase();
            checkMigration(source, "postgresql");
            try (Connection connection = source.getConnection()) {
                write(connection, 11, "deleted", article, article + " articles");
                write(connection, 12, "updated", article, article + " articles");
                write(connection, 13, "withdrawn", article, article + " unlisted articles");
                assertThat(removals(connection))
                        .contains("11 articles")
                        .noneMatch(row -> row.startsWith("12 ") || row.startsWith("13 "));
                try (Statement compaction = connection.createStatement()) {
                    compaction.execute("update change set touched = touched || ' " + putin + "' where seq = 11");
                }
                assertThat(removals(connection)).contains("11 articles", "11 " + putin);
            }
        }
    }

    /** The former release runs on while the removals are copied. */
    @Test
    void editorsDoNotWaitForTheCopy() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            DataSource source = server.getPostgresDatabase();
            migrate(source, "postgresql", BEFORE);
            try (Connection editor = source.getConnection();
                    Connection compaction = source.getConnection()) {
                write(editor, 1, "withdrawn", article, article + " articles");
                migrate(source, "postgresql", TRIGGER);
                compaction.setAutoCommit(false);
                number(compaction, "select compacted from ledger_compaction where id = 1 for update");
                CompletableFuture<Void> copy =
                        CompletableFuture.runAsync(() -> migrate(source, "postgresql", "latest"));
                await().until(() -> copy.isDone()
                        || number(editor, "select count(*) from pg_stat_activity where wait_event_type = 'Lock'") > 0);
                assertThat(copy).isNotDone();
                number(editor, "select count(*) from set_config('lock_timeout', '1ms', false)");
                write(editor, 2, "deleted", article, article + " articles");
                compaction.rollback();
                copy.join();
                assertThat(removals(editor)).containsExactlyInAnyOrder("1 articles", "2 articles");
            }
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void checkMigration(DataSource source, String kind) throws SQLException {
        migrate(source, kind, BEFORE);
        try (Connection connection = source.getConnection()) {
            write(connection, 1, "created", article, article + " articles " + putin);
            write(connection, 2, "withdrawn", article, article + " articles " + putin + " labels " + ukraine);
            write(connection, 3, "deleted", article, article.name());
            write(connection, 4, "deleted", putin, putin + " articles");
            write(connection, 5, "withdrawn", article, article + " unlisted " + putin);
        }
        migrate(source, kind, "latest");
        try (Connection connection = source.getConnection()) {
            assertThat(removals(connection)).containsExactlyInAnyOrder("2 articles", "2 " + putin, "2 " + ukraine);
        }
    }

    private static void migrate(DataSource source, String kind, String target) {
        Flyway.configure()
                .dataSource(source)
                .locations("db/migration/common", "db/migration/" + kind)
                .target(target)
                .load()
                .migrate();
    }

    private static void write(Connection connection, long seq, String kind, Subject subject, String touched)
            throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(
                "insert into change (seq, at, kind, subject, touched) values (?, current_timestamp, ?, ?, ?)")) {
            change.setLong(1, seq);
            change.setString(2, kind);
            change.setString(3, subject.name());
            change.setString(4, touched);
            change.executeUpdate();
        }
    }

    private List<String> removals(Connection connection) throws SQLException {
        List<String> removals = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select seq, subject, article_id from removal")) {
            while (rows.next()) {
                removals.add(rows.getLong(1) + " " + rows.getString(2));
                assertThat(rows.getObject(3, UUID.class)).isEqualTo(article.id());
            }
        }
        return removals;
    }
}
