package press.gazette.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import press.gazette.exporter.restoration.Restoration;
import press.gazette.newsroom.OnPostgresql;

/** The same on PostgreSQL, and the whole way there and back. */
@QuarkusTest
@TestProfile(OnPostgresql.class)
class PgRoundTripTest extends RoundTripTest {

    private static final String NAME = "moved_gazette";

    @Test
    void exportGoesToTheEmbeddedDatabaseAndBack() throws Exception {
        Path first = export(database, "first");
        DataSource h2 = embedded();
        Restoration.of(first, h2, false, lines -> true);
        Path second = export(h2, "second");
        execute("create database " + NAME);
        try {
            DataSource postgresql = migrated(other(), "postgresql");
            Restoration.of(second, postgresql, false, lines -> true);
            assertThat(rows(export(postgresql, "third"))).isEqualTo(rows(first));
        } finally {
            execute("drop database " + NAME);
        }
    }

    private static DataSource other() {
        PGSimpleDataSource other = new PGSimpleDataSource();
        other.setUrl(ConfigProvider.getConfig()
                .getValue("quarkus.datasource.jdbc.url", String.class)
                .replace("/postgres?", "/" + NAME + "?"));
        return other;
    }

    private void execute(String text) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
