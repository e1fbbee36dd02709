package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL of the test's own. It keeps the time of each commit, which no server of ours has a hand in. */
final class Postgresql implements Database {

    private static final String SESSIONS = "select count(*) from pg_stat_activity where application_name = 'gazette'";

    /** Says a page at each start. Held, lest it be collected. */
    private static final Logger CHATTER = Logger.getLogger(EmbeddedPostgres.class.getName());

    private final EmbeddedPostgres server;

    Postgresql() throws IOException {
        CHATTER.setLevel(Level.SEVERE);
        server = EmbeddedPostgres.builder()
                .setServerConfig("track_commit_timestamp", "on")
                .start();
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public List<String> options() {
        return List.of(
                "-Dgazette.database=" + server.getJdbcUrl("postgres", "postgres"),
                "-Dgazette.idempotency-lease=" + LEASE);
    }

    /** Waits for the sessions of the dead: a commit that had arrived is still carried out. */
    @Override
    public Books afterCrash() throws SQLException {
        Books books = books();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(books.number(SESSIONS)).isZero());
        return books;
    }

    /** What stands there now, whoever is writing. */
    Books books() throws SQLException {
        Connection connection = server.getPostgresDatabase().getConnection();
        return new Books(connection, () -> {});
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
