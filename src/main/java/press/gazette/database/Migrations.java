package press.gazette.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

import jakarta.inject.Singleton;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Prepares the migrations, which Quarkus then runs. On PostgreSQL they use connections of their own, since they may
 * take longer than any request. Those of an embedded file run here, which leaves none for Quarkus.
 */
@Singleton
final class Migrations implements FlywayConfigurationCustomizer {

    /**
     * While a migration waits for a table, all readers of that table wait behind it. The transaction of an export may hold it for an
     * hour: the start then fails, and the next one tries again.
     */
    static final String LOCK_TIMEOUT = "set lock_timeout = '5s'";

    private final String url;
    private final Optional<String> postgresql;
    private final Optional<String> username;
    private final Optional<String> password;

    Migrations(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "gazette.database") Optional<String> postgresql,
            @ConfigProperty(name = "gazette.database-username") Optional<String> username,
            @ConfigProperty(name = "gazette.database-password") Optional<String> password) {
        this.url = url;
        this.postgresql = postgresql;
        this.username = username;
        this.password = password;
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        postgresql.ifPresent(plain -> flyway.dataSource(plain, username.orElse(null), password.orElse(null))
                .initSql(LOCK_TIMEOUT));
        EmbeddedMigration.file(url).ifPresent(file -> {
            flyway.dataSource(url, username.orElse(null), password.orElse(null));
            migrate(flyway, file);
            open();
        });
    }

    /** The pool then gets its connections at once. */
    private void open() {
        Properties login = new Properties();
        username.ifPresent(name -> login.setProperty("user", name));
        password.ifPresent(word -> login.setProperty("password", word));
        try {
            EmbeddedDriver.open(url, login);
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded database cannot be opened", e);
        }
    }

    private static void migrate(FluentConfiguration flyway, Path file) {
        try {
            new EmbeddedMigration(file).run(flyway.load());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
