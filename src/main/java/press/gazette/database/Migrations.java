package press.gazette.database;

import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Gives migrations of a PostgreSQL connections of their own: they may take longer than any request. */
@Singleton
final class Migrations implements FlywayConfigurationCustomizer {

    private final Optional<String> url;
    private final Optional<String> username;
    private final Optional<String> password;

    Migrations(
            @ConfigProperty(name = "gazette.database") Optional<String> url,
            @ConfigProperty(name = "gazette.database-username") Optional<String> username,
            @ConfigProperty(name = "gazette.database-password") Optional<String> password) {
        this.url = url;
        this.username = username;
        this.password = password;
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        url.ifPresent(plain -> flyway.dataSource(plain, username.orElse(null), password.orElse(null)));
    }
}
