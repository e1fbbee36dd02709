package press.gazette.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Deliveries that a build from before V57 queues beside a newer one have an event, so that the newer one sends them. */
class FormerDeliveriesTest {

    private final UUID webhook = UUID.randomUUID();

    @Test
    void deliveriesWithoutAnEventGetOne() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            DataSource source = server.getPostgresDatabase();
            migrate(source, "69.1");
            UUID before = UUID.randomUUID();
            UUID after = UUID.randomUUID();
            try (Connection connection = source.getConnection()) {
                create(connection);
                queue(connection, before);
                migrate(source, "latest");
                queue(connection, after);
                assertThat(Stream.of(before, after)
                                .map(id -> eventOf(connection, id))
                                .toList())
                        .isEqualTo(List.of(before + " {}", after + " {}"));
            }
        }
    }

    private static void migrate(DataSource source, String target) {
        Flyway.configure()
                .dataSource(source)
                .locations("db/migration/common", "db/migration/postgresql")
                .target(target)
                .load()
                .migrate();
    }

    private void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into webhook (id, url, types, kinds, enabled, after_seq, secret, created_at, version)"
                            + " values ('" + webhook
                            + "', 'https://example.org/', '', '', true, 0, '', current_timestamp, 0)");
        }
    }

    private void queue(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement delivery = connection.prepareStatement(
                "insert into webhook_delivery (id, webhook_id, seq, type, body, state, created_at, attempts)"
                        + " values (?, ?, 1, 'article.published', '{}', 'pending', current_timestamp, 0)")) {
            delivery.setObject(1, id);
            delivery.setObject(2, webhook);
            delivery.executeUpdate();
        }
    }

    /** The id and the body of the event of a delivery. */
    private static String eventOf(Connection connection, UUID delivery) {
        try (PreparedStatement statement = connection.prepareStatement("select e.id, e.body from webhook_delivery d"
                + " join webhook_event e on e.id = d.event_id where d.id = ?")) {
            statement.setObject(1, delivery);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) + " " + row.getString(2) : "none";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
