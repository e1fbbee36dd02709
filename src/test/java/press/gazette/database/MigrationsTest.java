package press.gazette.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    /** Readers wait behind it. */
    @Test
    void migrationsOfPostgresqlDoNotWaitForLong() {
        FluentConfiguration flyway = new FluentConfiguration();
        String url = "jdbc:postgresql://db.example/gazette";
        new Migrations(url, Optional.of(url), Optional.of("gazette"), Optional.empty()).customize(flyway);
        assertThat(flyway.getInitSql()).isEqualTo(Migrations.LOCK_TIMEOUT);
    }
}
